using System.Text;
using System.Text.Json;

namespace NewsExtract.Cli.Tests;

/// <summary>Each bad input has a code of its own and a remedy, and the other articles are done.</summary>
public class BadInputTests : Workspace
{
    private ToolResult RunExpecting(string input, string code, params string[] options)
    {
        Write("good.txt", Article());
        var result = Tool.Run(["run", In, "-o", Out, .. options]);
        result.ExitCode.Should().Be(2, result.ToString());
        File.Exists(Output("failures.csv")).Should().BeTrue(result.ToString());
        Failures().Should().Contain(input, code);
        File.Exists(Output("articles", "good.json")).Should().BeTrue("the other article is done");
        result.Errors.Should().Contain(code).And.Contain("failures.csv");
        return result;
    }

    [Fact]
    public void Not_utf8()
    {
        WriteBytes("latin.txt", [.. "Caf"u8, 0xE9, .. " owner Ann Teal spoke."u8]);
        RunExpecting("latin.txt", "NX0102").Errors.Should().Contain("the byte 0xE9 at offset 3");
    }

    [Fact]
    public void Not_utf8_in_a_line_of_json_and_in_a_row_of_csv()
    {
        WriteBytes("lines.jsonl", [.. "{\"text\": \"One. Two.\"}\n{\"text\": \"x"u8, 0xFF, .. "\"}\n"u8]);
        WriteBytes("rows.csv", [.. "id,text\r\n1,Ann spoke.\r\n2,B"u8, 0xC3, .. ",\r\n"u8]);
        var result = RunExpecting("lines.jsonl:2", "NX0102");
        result.Errors.Should().Contain("the byte 0xFF at offset 33").And.Contain("the byte 0xC3 at offset 26");
        Failures().Should().Contain("rows.csv:3", "NX0102");
        File.Exists(Output("articles", "lines", "000001.json")).Should().BeTrue();
        File.Exists(Output("articles", "1.json")).Should().BeTrue();
    }

    [Fact]
    public void Utf16_with_a_mark_is_read_and_half_a_character_is_not()
    {
        WriteBytes("sixteen.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Article())]);
        WriteBytes("big.txt", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Article())]);
        WriteBytes("half.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Hi"), 0x41]);
        RunExpecting("half.txt", "NX0103");
        foreach (var name in new[] { "sixteen.json", "big.json" })
        {
            JsonDocument.Parse(ReadOutput("articles", name)).RootElement.GetProperty("text").GetString().Should().Be(Article());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    public void Empty(string text)
    {
        Write("empty.txt", text);
        RunExpecting("empty.txt", "NX0104");
    }

    [Fact]
    public void Nul_bytes()
    {
        Write("binary.txt", "MZ\0\0");
        RunExpecting("binary.txt", "NX0105").Errors.Should().Contain("at offset 2");
    }

    [Fact]
    public void A_folder_without_articles()
    {
        var empty = Directory.CreateDirectory(Path.Combine(Root, "empty")).FullName;
        Write("good.txt", Article());
        var result = Tool.Run("run", empty, In, "-o", Out);
        result.ExitCode.Should().Be(2);
        result.Errors.Should().Contain("NX0106");
        File.Exists(Output("articles", "good.json")).Should().BeTrue();
    }

    [Fact]
    public void A_file_that_vanishes()
    {
        Tool.SkipWithoutUnix();
        Write("good.txt", Article());

        // A link to nothing is listed, and gone when it is opened.
        File.CreateSymbolicLink(Path.Combine(In, "gone.txt"), Path.Combine(Root, "nowhere"));
        File.CreateSymbolicLink(Path.Combine(In, "gone.jsonl"), Path.Combine(Root, "nowhere"));
        RunExpecting("gone.txt", "NX0107");
        Failures().Should().Contain("gone.jsonl", "NX0107");
    }

    [Fact]
    public void A_file_that_cannot_be_read()
    {
        Tool.SkipWithoutUnix();

        // Unreadable for the administrator too, unlike a file without permissions.
        Directory.CreateDirectory(In);
        File.CreateSymbolicLink(Path.Combine(In, "loop.txt"), Path.Combine(In, "loop.txt"));
        var result = RunExpecting("loop.txt", "NX0108");
        result.Errors.Should().NotContain(Root + "/in/loop", "messages do not depend on where the folder stands");
    }

    [Fact]
    public void A_csv_without_the_named_column()
    {
        Write("rows.csv", "id,body\r\n1,Ann spoke.\r\n");
        RunExpecting("rows.csv", "NX0109").Errors.Should().Contain("\"id\", \"body\"");
    }

    [Fact]
    public void Broken_csv()
    {
        Write("rows.csv", "id,text\r\n1,Ann Teal spoke.\r\n2,\"never closed\r\n");
        RunExpecting("rows.csv", "NX0113");
    }

    [Fact]
    public void Broken_json_lines_name_the_line_and_leave_the_others_alone()
    {
        Write("lines.jsonl", "{\"id\": \"one\", \"text\": \"Ann spoke.\"}\n\n{\"id\": \"two\", \"text\": }\n{\"id\": \"three\"}\n[1]\n{\"id\": \"six\", \"text\": \"Bob spoke.\"}");
        RunExpecting("lines.jsonl:3", "NX0110").Errors.Should().Contain("at line 3, byte 23");
        Failures().Should().Contain("lines.jsonl:4", "NX0111").And.Contain("lines.jsonl:5", "NX0112");
        File.Exists(Output("articles", "one.json")).Should().BeTrue();
        File.Exists(Output("articles", "six.json")).Should().BeTrue();
    }

    [Fact]
    public void A_file_of_an_unknown_kind_that_is_named()
    {
        var path = Write("scan.pdf", "%PDF");
        var result = Tool.Run("run", path, "-o", Out);
        result.ExitCode.Should().Be(2);
        Failures().Should().Contain("scan.pdf", "NX0114");
    }

    [Fact]
    public void A_page_without_text()
    {
        Write("page.html", "<html><head><title>x</title></head><body><script>var a;</script></body></html>");
        RunExpecting("page.html", "NX0115");
    }

    [Fact]
    public void A_full_disk_stops_the_run_and_keeps_what_is_finished()
    {
        Tool.SkipWithoutUnix();
        Assert.SkipUnless(File.Exists("/dev/full"), "Needs /dev/full.");
        Write("a.txt", Article());
        Directory.CreateDirectory(Output(".newsextract"));
        File.CreateSymbolicLink(Output(".newsextract", "articles.csv.part"), "/dev/full");

        var result = Tool.Run("run", In, "-o", Out);

        result.ExitCode.Should().Be(2);
        result.Errors.Should().Contain("NX0202").And.Contain("No space left on device").And.Contain("run the same command again");
        File.Delete(Output(".newsextract", "articles.csv.part"));
        Tool.Run("run", In, "-o", Out).ExitCode.Should().Be(0);
    }

    [Fact]
    public void A_full_disk_behind_standard_output()
    {
        Tool.SkipWithoutUnix();
        Assert.SkipUnless(File.Exists("/dev/full"), "Needs /dev/full.");
        var result = Tool.Shell("$TOOL schema > /dev/full");
        result.ExitCode.Should().Be(2);
        result.Errors.Should().Contain("NX0202").And.Contain("standard output");
    }

    [Fact]
    public void Names_that_would_leave_the_output_folder_or_clash_stay_inside_and_apart()
    {
        var lines = new[] { "../../escape", "/etc/passwd", "same", "SAME", "con", "a:b*c", new string('x', 400) }
            .Select(static id => JsonSerializer.Serialize(new { id, text = Article(id.Length) }));
        Write("lines.jsonl", string.Join('\n', lines));

        Tool.Run("run", In, "-o", Out).ExitCode.Should().Be(0);

        Directory.GetFiles(Root, "*.json", SearchOption.AllDirectories).Should().OnlyContain(path => path.StartsWith(Out, StringComparison.Ordinal));
        Directory.GetFiles(Output("articles"), "*.json", SearchOption.AllDirectories).Should().HaveCount(7);
        File.ReadAllLines(Output("articles.csv")).Should().HaveCount(8);
    }

    [Fact]
    public void Training_data_that_are_not_there_are_named()
    {
        var result = Tool.Run("train", "coreference", "--data", Path.Combine(In, "nowhere"), "-o", Output("model"));
        result.ExitCode.Should().Be(1);
        result.Errors.Should().Contain("NX0311").And.Contain("nowhere").And.Contain("--data");
    }
}
