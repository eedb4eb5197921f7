using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;

namespace NewsExtract.Cli.Tests;

/// <summary>What is made from finished runs: the report, the workbook, the merged output.</summary>
public class FinishedRunTests : Workspace
{
    [Fact]
    public void The_report_is_one_page_that_asks_for_nothing_and_runs_nothing_of_an_article()
    {
        Write("a.txt", Article() + "\n\n\"<script>alert('x')</script> & <img src=x>,\" said Ann Teal of <b>Oslo</b>.\n");
        Write("b.txt", Article(2));
        Tool.Run("run", In, "-o", Out, "--report").ExitCode.Should().Be(0);

        var page = ReadOutput("report.html");

        page.Should().Contain("2 articles").And.Contain("Lucia Ferrante").And.Contain("default-src 'none'");
        page.Should().NotContain("<script").And.NotContain("<img").And.NotContain("<b>").And.NotContain("http://").And.NotContain("https://");
        page.Split("<details").Should().HaveCount(3);

        var first = File.ReadAllBytes(Output("report.html"));
        File.Delete(Output("report.html"));
        Tool.Run("report", Out).Errors.Should().Contain("report.html");
        File.ReadAllBytes(Output("report.html")).Should().Equal(first, "the same run gives the same page");
        Tool.Run("report", Out, "--articles", "1").ExitCode.Should().Be(0);
        ReadOutput("report.html").Should().Contain("1 more articles are not shown");
    }

    [Fact]
    public void The_workbook_has_the_tables_and_the_same_bytes_each_time()
    {
        Write("a.txt", Article() + "\n=1+1, said Ann Teal\u0007of Oslo.\n");
        Tool.Run("run", In, "-o", Out, "--xlsx").ExitCode.Should().Be(0);
        var first = File.ReadAllBytes(Output("annotations.xlsx"));
        Tool.Run("run", In, "-o", Out, "--xlsx", "--force").ExitCode.Should().Be(0);
        File.ReadAllBytes(Output("annotations.xlsx")).Should().Equal(first);

        using var zip = ZipFile.OpenRead(Output("annotations.xlsx"));
        XDocument Part(string name)
        {
            using var stream = zip.GetEntry(name)!.Open();
            return XDocument.Load(stream);
        }

        var names = Part("xl/workbook.xml").Descendants().Where(static e => e.Name.LocalName == "sheet").Select(static e => e.Attribute("name")!.Value);
        names.Should().Equal("Articles", "Entities", "Quotes", "Stances");
        var rows = Part("xl/worksheets/sheet3.xml").Descendants().Where(static e => e.Name.LocalName == "row").ToList();
        rows.Should().HaveCount(File.ReadAllLines(Output("quotes.csv")).Length);
        rows[0].Elements().First().Value.Should().Be("article");
    }

    [Theory]
    [InlineData("json")]
    [InlineData("jsonl")]
    public void Merged_shards_are_what_one_run_would_have_written(string format)
    {
        Write("all/a.txt", Article(1));
        Write("all/b/c.txt", Article(2));
        Write("all/d.txt", Article(3));
        Write("all/e.txt", "");
        Write("one/a.txt", Article(1));
        Write("one/b/c.txt", Article(2));
        Write("two/d.txt", Article(3));
        Write("two/e.txt", "");
        foreach (var shard in new[] { "all", "one", "two" })
        {
            Tool.Run("run", Path.Combine(In, shard), "-o", Output(shard), "--format", format, "-q");
        }

        string[] command = ["merge", Output("one"), Output("two"), "-o", Output("merged")];
        var result = Tool.Run([.. command, "--inputs", Path.Combine(In, "all")]);

        result.ExitCode.Should().Be(0, result.ToString());
        Snapshot(Output("merged")).Should().Equal(Snapshot(Output("all")));

        Write("all/f.txt", Article(4));
        Tool.Run([.. command, "--inputs", Path.Combine(In, "all")]).Errors.Should().Contain("NX0213").And.Contain("f.txt");
        Tool.Run("merge", Output("one"), Output("all"), "-o", Output("twice")).Errors.Should().Contain("NX0212");
        Tool.Run("run", Path.Combine(In, "two"), "-o", Output("other"), "--format", format, "--offset-unit", "codepoint", "-q");
        Tool.Run("merge", Output("one"), Output("other"), "-o", Output("mixed")).Errors.Should().Contain("NX0211");
        Tool.Run("merge", Output("one"), In, "-o", Output("none")).Errors.Should().Contain("NX0205");
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("conll")]
    [InlineData("brat")]
    [InlineData("labelstudio")]
    [InlineData("doccano")]
    [InlineData("w3c")]
    public void Converting_there_and_back_keeps_every_span(string format)
    {
        Write("a.txt", Article(1));
        Write("b/c.txt", "The 🚢 of Ann Teal sails to Oslo.\r\n\r\n“It's late,” she said.\n");
        Tool.Run("run", In, "-o", Out, "-q").ExitCode.Should().Be(0);

        var there = Tool.Run("convert", Out, "-o", Path.Combine(Root, "there"), "--from", "json", "--to", format);
        there.ExitCode.Should().Be(0, there.ToString());
        Tool.Run("convert", Path.Combine(Root, "there"), "-o", Path.Combine(Root, "back"), "--from", format, "--to", "json").ExitCode.Should().Be(0);

        foreach (var name in new[] { "a.json", Path.Combine("b", "c.json") })
        {
            var (before, after) = (Spans(Output("articles", name), format), Spans(Path.Combine(Root, "back", "articles", name), format));
            after.Should().Equal(before);
            before.Should().NotBeEmpty();
        }

        Tool.Run("validate", Path.Combine(Root, "back")).ExitCode.Should().Be(0);
    }

    /// <summary>The spans that a format holds: all of them, or named mentions alone.</summary>
    private static List<string> Spans(string path, string format)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var spans = new List<string> { json.RootElement.GetProperty("text").GetString()! };
        if (format != "conll")
        {
            Visit(json.RootElement, "");
            spans.Sort(StringComparer.Ordinal);
            return spans;
        }

        foreach (var entity in json.RootElement.GetProperty("entities").EnumerateArray())
        {
            foreach (var mention in entity.GetProperty("mentions").EnumerateArray().Where(static m => m.GetProperty("kind").GetString() == "name"))
            {
                spans.Add($"{entity.GetProperty("type")} {mention.GetProperty("start")} {mention.GetProperty("text")}");
            }
        }

        spans.Sort(StringComparer.Ordinal);
        return spans;

        void Visit(JsonElement node, string place)
        {
            if (node.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in node.EnumerateArray())
                {
                    Visit(item, place);
                }
            }
            else if (node.ValueKind == JsonValueKind.Object)
            {
                if (node.TryGetProperty("text", out var text) && node.TryGetProperty("start", out var start))
                {
                    spans.Add($"{place} {start} {node.GetProperty("end")} {text}");
                }

                foreach (var property in node.EnumerateObject())
                {
                    Visit(property.Value, property.Name);
                }
            }
        }
    }
}
