using System.Text.Json;
using Json.Schema;

namespace NewsExtract.Cli.Tests;

public class RunTests : Workspace
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(Tool.Run("schema").Output);

    [Fact]
    public void A_folder_gives_a_json_and_a_csv_file_for_each_article_and_the_tables_of_the_run()
    {
        Write("harbour.txt", Article());
        Write("world/deep/second.md", Article(2));
        Write("notes.pdf", "not an article");

        var result = Tool.Run("run", In, "-o", Out);

        result.ExitCode.Should().Be(0, result.ToString());
        Snapshot(Out).Keys.Where(static name => !name.StartsWith('.')).Should().BeEquivalentTo(
            "articles/harbour.json", "articles/harbour.csv", "articles/world/deep/second.json", "articles/world/deep/second.csv",
            "articles.csv", "entities.csv", "quotes.csv", "stances.csv", "run.json");
        result.Errors.Should().Contain("2 articles").And.Contain($"Results: {Out}");
        result.Output.Should().BeEmpty();
        ReadOutput("articles.csv").Split("\r\n")[1..3].Select(static row => row.Split(',')[0]).Should().Equal("harbour", "world/deep/second");
    }

    [Theory]
    [InlineData("utf16")]
    [InlineData("codepoint")]
    public void Every_annotation_file_fits_the_published_schema_and_every_span_its_text(string unit)
    {
        Write("harbour.txt", Article());
        Write("emoji.txt", "The 🚢 sails, said 🐟 Ann Teal.\r\n\r\n\"I love 🎉 Rome,\" she said.\tBob Reed of Oslo disagreed.\u200B\n");
        Tool.Run("run", In, "-o", Out, "--offset-unit", unit).ExitCode.Should().Be(0);

        foreach (var path in Directory.EnumerateFiles(Output("articles"), "*.json"))
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var verdict = Schema.Evaluate(json.RootElement, new EvaluationOptions { OutputFormat = Json.Schema.OutputFormat.List });
            verdict.IsValid.Should().BeTrue("{0} should fit: {1}", path, JsonSerializer.Serialize(verdict));
        }

        var validation = Tool.Run("validate", Out);
        validation.ExitCode.Should().Be(0, validation.ToString());
        using var emoji = JsonDocument.Parse(ReadOutput("articles", "emoji.json"));
        emoji.RootElement.GetProperty("text").GetString().Should().Contain("\r\n\r\n", "the text is as it was read");
    }

    [Fact]
    public void The_published_schema_is_the_one_that_the_tool_prints()
    {
        var published = File.ReadAllText(Path.Combine(Repository.Root, "docs", "annotation.schema.json"));
        Tool.Run("schema").Output.Should().Be(published);
    }

    [Fact]
    public void The_bytes_do_not_depend_on_the_number_of_jobs()
    {
        for (var i = 0; i < 30; i++)
        {
            Write($"a{i:D2}.txt", Article(i));
        }

        Write("broken.txt", "\0");
        Tool.Run("run", In, "-o", Out, "--jobs", "1").ExitCode.Should().Be(2);
        var other = Path.Combine(Root, "other");
        Tool.Run("run", In, "-o", other, "--jobs", "3").ExitCode.Should().Be(2);

        Snapshot(other).Should().Equal(Snapshot(Out));
    }

    [Fact]
    public void Json_lines_come_from_standard_input_and_go_to_one_file_in_their_order()
    {
        var lines = string.Concat(Enumerable.Range(1, 9).Select(static i => JsonSerializer.Serialize(new { id = $"n{i}", text = Article(i), title = $"Title {i}", published = "2024-03-01T10:00:00Z" }) + "\n"));

        var result = Tool.RunWith(lines, "run", "-", "-o", Out, "--format", "jsonl", "--jobs", "3");

        result.ExitCode.Should().Be(0, result.ToString());
        var articles = File.ReadAllLines(Output("annotations.jsonl")).Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("article")).ToList();
        articles.Select(static a => a.GetProperty("id").GetString()).Should().Equal(Enumerable.Range(1, 9).Select(static i => $"n{i}"));
        articles[0].GetProperty("title").GetString().Should().Be("Title 1");
        articles[0].GetProperty("published").GetString().Should().Be("2024-03-01T10:00:00Z");
        articles[8].GetProperty("source").GetString().Should().Be("stdin:9");
        Directory.Exists(Output("articles")).Should().BeFalse();
        Tool.Run("validate", Out).ExitCode.Should().Be(0);
    }

    [Fact]
    public void Fields_and_columns_of_other_names_are_found()
    {
        Write("one.json", JsonSerializer.Serialize(new { id = "the-id", content = new { body = Article(1) } }));
        Write("two.csv", $"ID;Body;published\r\nrow-1;\"{Article(2).Replace("\"", "\"\"", StringComparison.Ordinal)}\";2024-05-06\r\n");

        Tool.Run("run", Path.Combine(In, "one.json"), "-o", Out, "--text-field", "content.body").ExitCode.Should().Be(0);
        JsonDocument.Parse(ReadOutput("articles", "one.json")).RootElement.GetProperty("article").GetProperty("id").GetString().Should().Be("the-id");

        Tool.Run("run", Path.Combine(In, "two.csv"), "-o", Out, "--text-column", "body").ExitCode.Should().Be(0);
        JsonDocument.Parse(ReadOutput("articles", "row-1.json")).RootElement.GetProperty("text").GetString().Should().Be(Article(2));
    }

    [Fact]
    public void Quiet_says_nothing_and_a_dry_run_writes_nothing()
    {
        Write("a.txt", Article());
        Write("b.txt", "");

        var dry = Tool.Run("run", In, "-o", Out, "--dry-run");

        dry.ExitCode.Should().Be(2);
        dry.Output.Should().Be("annotate\ta.txt\nNX0104\tb.txt\n");
        Directory.Exists(Out).Should().BeFalse();

        File.Delete(Path.Combine(In, "b.txt"));
        var quiet = Tool.Run("run", In, "-o", Out, "--quiet");
        quiet.ExitCode.Should().Be(0);
        (quiet.Output + quiet.Errors).Should().BeEmpty();
        Tool.Run("run", In, "-o", Out, "--dry-run").Output.Should().Be("unchanged\ta.txt\n");
    }

    [Fact]
    public void The_output_folder_may_stand_inside_the_input_folder()
    {
        Write("a.json", JsonSerializer.Serialize(new { text = Article() }));
        var inside = Path.Combine(In, "results");

        Tool.Run("run", In, "-o", inside).ExitCode.Should().Be(0);
        var first = Snapshot(inside);
        Tool.Run("run", In, "-o", inside).ExitCode.Should().Be(0);

        Snapshot(inside).Should().Equal(first);
    }

    [Fact]
    public void Csv_options_change_the_tables_alone()
    {
        Write("a.txt", Article());
        Tool.Run("run", In, "-o", Out).ExitCode.Should().Be(0);
        File.ReadAllBytes(Output("quotes.csv")).Should().StartWith([0xEF, 0xBB, 0xBF]);
        var json = File.GetLastWriteTimeUtc(Output("articles", "a.json"));

        Tool.Run("run", In, "-o", Out, "--no-bom").ExitCode.Should().Be(0);

        File.ReadAllText(Output("articles", "a.csv")).Should().StartWith("layer,");
        File.ReadAllBytes(Output("quotes.csv"))[0].Should().Be((byte)'a');
        File.GetLastWriteTimeUtc(Output("articles", "a.json")).Should().Be(json, "the annotation is the same");
    }
}
