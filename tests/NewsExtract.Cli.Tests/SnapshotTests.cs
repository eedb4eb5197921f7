namespace NewsExtract.Cli.Tests;

/// <summary>
/// Help pages and error texts as files in <c>Snapshots</c>, so that a change of wording is seen and meant. With the environment variable
/// <c>NEWSEXTRACT_UPDATE_SNAPSHOTS</c> set, the tests write the files instead of comparing.
/// </summary>
public class SnapshotTests : Workspace
{
    [Theory]
    [InlineData("help", "--help")]
    [InlineData("help-run", "run --help")]
    [InlineData("help-evaluate", "evaluate --help")]
    [InlineData("help-validate", "validate --help")]
    [InlineData("help-schema", "schema --help")]
    [InlineData("help-report", "report --help")]
    [InlineData("help-merge", "merge --help")]
    [InlineData("help-convert", "convert --help")]
    [InlineData("help-train", "train --help")]
    public void Help(string name, string command)
    {
        var result = Tool.Run(command.Split(' '));
        result.ExitCode.Should().Be(0);
        Compare(name, result.Output);
    }

    [Theory]
    [InlineData("unknown-command", "rnu articles -o out")]
    [InlineData("unknown-option", "run articles -o out --frmat jsonl")]
    [InlineData("unknown-option-far", "validate --everything gold")]
    [InlineData("missing-output", "run articles")]
    [InlineData("missing-input", "run -o out")]
    [InlineData("missing-value", "run articles -o")]
    [InlineData("option-twice", "run articles -o one -o two")]
    [InlineData("bad-format", "run articles -o out --format xml")]
    [InlineData("bad-number", "run articles -o out --jobs=many")]
    [InlineData("bad-probability", "run articles -o out --stance-threshold=1.5")]
    [InlineData("no-such-input", "run no-such-folder -o out")]
    [InlineData("unexpected-word", "validate gold silver")]
    [InlineData("engine-absent", "run articles -o out --engine catalyst")]
    [InlineData("engine-unknown", "run articles -o out --engine spacy")]
    [InlineData("empty-word", "run articles -o ")]
    [InlineData("bad-gate", "evaluate --gold g --predicted p --fail-under quotes.f1>0.8")]
    public void A_usage_error_says_what_is_wrong_where_and_what_to_do(string name, string command)
    {
        var result = Tool.Run(command.Split(' '));
        result.ExitCode.Should().Be(1, result.ToString());
        result.Output.Should().BeEmpty();
        Compare("error-" + name, result.Errors);
    }

    [Fact]
    public void The_version_is_that_of_the_build() => Tool.Run("--version").Output.Trim().Should().MatchRegex(@"^\d+\.\d+\.\d+");

    private static void Compare(string name, string text)
    {
        var path = Path.Combine(Repository.Root, "tests", "NewsExtract.Cli.Tests", "Snapshots", name + ".txt");
        text = string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(static line => line.TrimEnd()));
        if (Environment.GetEnvironmentVariable("NEWSEXTRACT_UPDATE_SNAPSHOTS") is { Length: > 0 })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        text.Should().Be(File.ReadAllText(path).ReplaceLineEndings("\n"));
    }
}
