using System.Globalization;
using NewsExtract.Errors;
using NewsExtract.Stances.Training;

namespace NewsExtract.Tests.Stances.Training;

public sealed class OwnLabelsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newsextract-labels-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Spans_of_words_fall_on_the_words_as_they_are_set()
    {
        var data = Write("data.bio", "Okafor\tB-per\n's\tO\nparty\tO\nbacked\tO\n(\tO\nLindqvist\tB-per\n)\tO\n.\tO\n\nNo\tO\n.\tO\n");
        var labels = Write("labels.tsv", "0\t0-1 5-6\t1>2+\n");
        var text = OwnLabels.Bio(labels, data).Should().ContainSingle().Subject;
        text.Text.Should().Be("Okafor's party backed (Lindqvist).");
        text.Sides.Select(side => side.Of(text.Text).ToString()).Should().Equal("Okafor", "Lindqvist");
        text.SignOf(0, 1).Should().Be(1);
        text.SignOf(1, 0).Should().Be(0);
    }

    [Fact]
    public void Spans_of_code_units_are_taken_as_they_are()
    {
        var data = Write("data.jsonl", "{\"sentence_normalized\": \"Skipped.\"}\n{\"sentence_normalized\": \"Okafor sued Lindqvist and Brandt.\"}\n");
        var labels = Write("labels.tsv", "# comment\n1\t0-6 12-21 26-32\t1>2- 1>3-\n");
        var text = OwnLabels.Newsmtsc(labels, data).Should().ContainSingle().Subject;
        text.Sides.Select(side => side.Of(text.Text).ToString()).Should().Equal("Okafor", "Lindqvist", "Brandt");
        text.Stances.Should().Equal((0, 1, -1), (0, 2, -1));
    }

    [Theory]
    [InlineData("9\t0-6\t-")]
    [InlineData("0\t0-600\t-")]
    [InlineData("0\t6-2\t-")]
    [InlineData("0\t0-6")]
    [InlineData("0\t0-6 7-9\t1-2")]
    [InlineData("0\t0-6 7-9\t3>1+")]
    [InlineData("0\t0-6 7-9\t0>1+")]
    [InlineData("0\t0-6 7-9\t1>1+")]
    [InlineData("0\t0-6 7-9\tA>1+")]
    public void A_line_that_does_not_fit_says_which_it_is(string line)
    {
        var data = Write("data.jsonl", "{\"sentence_normalized\": \"Okafor sued Lindqvist.\"}\n");
        var labels = Write("labels.tsv", "0\t0-6\t-\n" + line + "\n");
        var read = () => OwnLabels.Newsmtsc(labels, data).ToList();
        read.Should().Throw<NewsExtractException>().Which.Message.Should().Contain("2", "the line is the second");
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var read = () => OwnLabels.Newsmtsc(Path.Combine(_folder, "none.tsv"), Write("data.jsonl", "{\"sentence_normalized\": \"A.\"}\n")).ToList();
        read.Should().Throw<NewsExtractException>().Which.Message.Should().Contain("none.tsv");
    }

    [Fact]
    public void Labels_of_an_article_know_the_author_and_where_the_sentence_starts()
    {
        var data = Write("articles.jsonl", "{\"id\": \"a\", \"text\": \"Okafor met Lindqvist. He praised her.\", \"quotes\": []}\n");
        var labels = Write("labels.tsv", "0\t0-6 11-20\t22: 2>1+ A>2-\n");
        var article = ArticleLabels.Read(labels, data).Should().ContainSingle().Subject;
        article.Entities.Select(span => span.Of(article.Text).ToString()).Should().Equal("Okafor", "Lindqvist");
        article.Stances.Should().Equal((22, 1, 0, 1), (22, -1, 1, -1));
    }

    [Theory]
    [InlineData("newsmtsc.tsv")]
    [InlineData("gmb.tsv")]
    [InlineData("polnear.tsv")]
    public void The_shipped_labels_hold_places_and_no_words(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NewsExtract.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        var lines = File.ReadAllLines(Path.Combine(folder, "models", "stances", "labels", name));
        lines.Should().HaveCountGreaterThan(500);
        foreach (var line in lines)
        {
            var cells = line.Split('\t');
            cells.Should().HaveCount(3);
            int.TryParse(cells[0], CultureInfo.InvariantCulture, out _).Should().BeTrue();
            (cells[1] + cells[2]).All(static c => char.IsAsciiDigit(c) || " -+>A:;".Contains(c, StringComparison.Ordinal)).Should().BeTrue(line);
        }
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
