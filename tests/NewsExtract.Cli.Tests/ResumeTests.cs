using System.Diagnostics;
using System.Text.Json;

namespace NewsExtract.Cli.Tests;

public class ResumeTests : Workspace
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public void A_second_run_does_only_what_changed()
    {
        for (var i = 0; i < 5; i++)
        {
            Write($"a{i}.txt", Article(i));
        }

        Tool.Run("run", In, "-o", Out).ExitCode.Should().Be(0);
        var before = Times();
        Write("a1.txt", Article(77));
        File.Delete(Output("articles", "a2.json"));
        File.AppendAllText(Output("articles", "a3.json"), " ");

        var result = Tool.Run("run", In, "-o", Out);

        result.ExitCode.Should().Be(0);
        result.Errors.Should().Contain("5 articles (2 unchanged)");
        Times().Where(pair => before[pair.Key] != pair.Value).Select(static pair => pair.Key).Should().BeEquivalentTo("a1.json", "a2.json", "a3.json");
        AssertSameAsFreshRun();
    }

    [Fact]
    public void Articles_that_are_gone_and_articles_that_fail_now_leave_nothing_behind()
    {
        Write("keep.txt", Article());
        Write("gone/old.txt", Article(1));
        Write("bad.txt", Article(2));
        Tool.Run("run", In, "-o", Out).ExitCode.Should().Be(0);
        File.Delete(Path.Combine(In, "gone/old.txt"));
        Write("bad.txt", " ");

        var result = Tool.Run("run", In, "-o", Out);

        result.ExitCode.Should().Be(2);
        result.Errors.Should().Contain("2 articles of an earlier run");
        Directory.GetFileSystemEntries(Output("articles")).Select(Path.GetFileName).Should().BeEquivalentTo("keep.json", "keep.csv");
        AssertSameAsFreshRun();
    }

    [Theory]
    [InlineData("json")]
    [InlineData("jsonl")]
    public void A_killed_run_goes_on_and_gives_the_bytes_of_an_uninterrupted_one(string format)
    {
        var lines = Enumerable.Range(1, 12).Select(static i => JsonSerializer.Serialize(new { id = $"n{i}", text = Article(i) })).ToArray();
        string[] command = ["run", "-", "-o", Out, "--format", format, "--jobs", "2"];
        foreach (var finished in new[] { 4, 8 })
        {
            using var process = Tool.Start(command);
            foreach (var line in lines[..(finished + 1)])
            {
                process.StandardInput.WriteLine(line);
            }

            process.StandardInput.Flush();
            WaitForLedger(finished);
            process.Kill();
            process.WaitForExit();
        }

        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Output("articles")).FullName, "n9.json.nxpart"), "left behind");
        var result = Tool.RunWith(string.Join('\n', lines), command);

        result.ExitCode.Should().Be(0, result.ToString());
        result.Errors.Should().MatchRegex(@"12 articles \(([89]|1[0-2]) unchanged\)");
        if (format == "jsonl")
        {
            Directory.Delete(Output("articles"), recursive: true);
        }

        var whole = Path.Combine(Root, "whole");
        Tool.RunWith(string.Join('\n', lines), "run", "-", "-o", whole, "--format", format, "--jobs", "1").ExitCode.Should().Be(0);
        Snapshot(Out).Should().Equal(Snapshot(whole));
    }

    [Fact]
    public void An_interrupted_run_keeps_what_is_finished_and_says_how_to_go_on()
    {
        Tool.SkipWithoutUnix();
        var lines = Enumerable.Range(1, 4).Select(static i => JsonSerializer.Serialize(new { id = $"n{i}", text = Article(i) })).ToArray();
        using var process = Tool.Start("run", "-", "-o", Out);
        foreach (var line in lines[..3])
        {
            process.StandardInput.WriteLine(line);
        }

        process.StandardInput.Flush();
        WaitForLedger(3);
        Process.Start("kill", [IsInterruptIgnored() ? "-TERM" : "-INT", $"{process.Id}"]).WaitForExit();
        var result = Tool.Finish(process);

        result.ExitCode.Should().Be(130, result.ToString());
        result.Errors.Should().Contain("Interrupted: 3 articles finished and kept. Run the same command again to continue.");
        Tool.RunWith(string.Join('\n', lines), "run", "-", "-o", Out).Errors.Should().Contain("4 articles (3 unchanged)");
    }

    [Fact]
    public void A_folder_of_another_version_is_refused_until_forced()
    {
        Write("a.txt", Article());
        Tool.Run("run", In, "-o", Out).ExitCode.Should().Be(0);
        var ledger = Output(".newsextract", "ledger.tsv");
        var current = File.ReadAllText(ledger);
        File.WriteAllText(ledger, current.Replace("\t0.", "\t9.", StringComparison.Ordinal));

        var refused = Tool.Run("run", In, "-o", Out);
        refused.ExitCode.Should().Be(1);
        refused.Errors.Should().Contain("NX0201").And.Contain("--force");

        Tool.Run("run", In, "-o", Out, "--force").ExitCode.Should().Be(0);
        File.ReadAllText(ledger).Should().Be(current);
    }

    [Fact]
    public void Another_configuration_annotates_again()
    {
        Write("a.txt", Article());
        Tool.Run("run", In, "-o", Out).ExitCode.Should().Be(0);

        Tool.Run("run", In, "-o", Out, "--offset-unit", "codepoint").Errors.Should().Contain("1 article, ");

        ReadOutput("articles", "a.json").Should().Contain("\"offsetUnit\": \"codepoint\"");
    }

    [Fact]
    public void Without_models_nothing_is_annotated_badly_in_silence()
    {
        Write("a.txt", Article());
        var result = Tool.Run("run", In, "-o", Out, "--models", In);
        result.ExitCode.Should().Be(1);
        result.Errors.Should().Contain("NX0309");

        Directory.CreateDirectory(Path.Combine(In, "entities"));
        File.WriteAllText(Path.Combine(In, "entities", "entities.nxm"), "not a model");
        Tool.Run("run", In, "-o", Out, "--models", In).Errors.Should().Contain("NX0302");
        Tool.Run("run", In, "-o", Out).ExitCode.Should().Be(0, "the folder is fine after a failed run");
    }

    [Fact]
    public void Changing_the_format_takes_the_files_of_the_other_away()
    {
        Write("a/b.txt", Article());
        Tool.Run("run", In, "-o", Out).ExitCode.Should().Be(0);
        var files = Snapshot(Out);

        Tool.Run("run", In, "-o", Out, "--format", "jsonl").ExitCode.Should().Be(0);
        Directory.Exists(Output("articles")).Should().BeFalse();
        File.Exists(Output("annotations.jsonl")).Should().BeTrue();

        Tool.Run("run", In, "-o", Out).ExitCode.Should().Be(0);
        Snapshot(Out).Should().Equal(files);
    }

    [Fact]
    public void Two_runs_do_not_share_a_folder()
    {
        using var first = Tool.Start("run", "-", "-o", Out);
        first.StandardInput.WriteLine(JsonSerializer.Serialize(new { id = "n1", text = Article() }));
        first.StandardInput.Flush();
        WaitForLedger(1);

        Write("a.txt", Article());
        Tool.Run("run", In, "-o", Out).Errors.Should().Contain("NX0204");

        first.StandardInput.Close();
        Tool.Finish(first).ExitCode.Should().Be(0);
    }

    // What a shell starts in the background ignores Ctrl-C, and so does all that it starts; SIGTERM is handled in the same way.
    private static bool IsInterruptIgnored() =>
        File.Exists("/proc/self/status") && File.ReadLines("/proc/self/status").FirstOrDefault(static line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } line
        && (Convert.ToUInt64(line[7..].Trim(), 16) & 2) != 0;

    private void WaitForLedger(int finished)
    {
        var ledger = Output(".newsextract", "ledger.part");
        var watch = Stopwatch.StartNew();
        while (Lines() < finished + 1)
        {
            (watch.Elapsed < Patience).Should().BeTrue("the run should finish {0} articles", finished);
            Thread.Sleep(20);
        }

        int Lines()
        {
            if (!File.Exists(ledger))
            {
                return 0;
            }

            using var stream = new FileStream(ledger, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd().Count(static c => c == '\n');
        }
    }

    private Dictionary<string, DateTime> Times() =>
        Directory.EnumerateFiles(Output("articles"), "*.json").ToDictionary(static path => Path.GetFileName(path), File.GetLastWriteTimeUtc);

    private void AssertSameAsFreshRun()
    {
        var fresh = Path.Combine(Root, "fresh");
        Tool.Run("run", In, "-o", fresh);
        Snapshot(Out).Should().Equal(Snapshot(fresh));
    }
}
