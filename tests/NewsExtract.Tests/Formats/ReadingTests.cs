using System.Text;
using NewsExtract.Formats.Reading;

namespace NewsExtract.Tests.Formats;

public class ReadingTests
{
    private static readonly ReadingOptions Options = new();

    [Fact]
    public void Lines_longer_than_the_buffer_and_without_a_last_line_feed_are_whole()
    {
        var texts = new[] { new string('a', 200_000), "b", new string('c', 70_000) };
        var lines = string.Join('\n', texts.Select(static t => $$"""{"text": "{{t}}"}"""));

        var records = JsonArticles.ReadLines(new MemoryStream(Encoding.UTF8.GetBytes("\uFEFF" + lines)), "x.jsonl", Options).ToList();

        records.Select(static r => r.Text).Should().Equal(texts);
        records.Select(static r => r.Place).Should().Equal("x.jsonl:1", "x.jsonl:2", "x.jsonl:3");
    }

    [Fact]
    public void A_json_file_holds_one_article_or_several()
    {
        JsonArticles.ReadFile("""{"id": 7, "title": "T", "text": "One."}"""u8.ToArray(), "x.json", Options).Single()
            .Should().Match<ArticleRecord>(static r => r.Id == "7" && r.Title == "T" && r.Text == "One." && r.Place == "x.json");
        JsonArticles.ReadFile("""[{"text": "One."}, {"text": "Two."}, 3]"""u8.ToArray(), "x.json", Options).Select(static r => r.Text ?? r.Fault!.Code)
            .Should().Equal("One.", "Two.", "NX0112");
    }

    [Fact]
    public void Half_a_surrogate_pair_in_an_escape_and_a_nul_are_faults_of_that_record()
    {
        var json = """[{"text": "a\ud83d"}, {"text": "a\u0000b"}, {"text": "fine \ud83d\udea2"}]"""u8.ToArray();
        JsonArticles.ReadFile(json, "x.json", Options).Select(static r => r.Fault?.Code ?? r.Text).Should().Equal("NX0116", "NX0105", "fine 🚢");
    }

    [Theory]
    [InlineData("id,text\n1,\"a, \"\"b\"\"\nc\"\n", "a, \"b\"\nc")]
    [InlineData("id;TEXT\r\n1;a, b\r\n", "a, b")]
    [InlineData("\uFEFFtext\tid\r\nfirst\t1\r\n", "first")]
    public void Csv_of_any_common_separator_is_read(string csv, string text) =>
        CsvArticles.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "x.csv", Options).Single().Should().Match<ArticleRecord>(r => r.Text == text && r.Id == "1");

    [Theory]
    [InlineData("2024-03-01", 2024, 3, 1)]
    [InlineData("2024-03-01T23:30:00Z", 2024, 3, 1)]
    [InlineData(" 2024-03-01 08:00", 2024, 3, 1)]
    [InlineData("20240301", 2024, 3, 1)]
    public void Iso_dates_are_dates(string text, int year, int month, int day) => PublicationDate.Parse(text).Should().Be(new DateOnly(year, month, day));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2024-13-01")]
    [InlineData("03/01/2024")]
    public void Other_dates_are_not_guessed(string? text) => PublicationDate.Parse(text).Should().BeNull();

    [Fact]
    public void The_main_text_of_a_page_is_read_in_paragraphs()
    {
        const string Page = """
            <html><head><title>Harbour plan divides town</title><meta property="article:published_time" content="2024-03-05T08:00:00Z"></head><body>
            <nav><a href="/">Home</a></nav><article><h1>Harbour plan divides town</h1>
            <p>Mayor Lucia Ferrante defended the plan for a new harbour, after a long debate in the council. &ldquo;We will build it <em>on time</em>,&rdquo; Ferrante said.</p>
            <p>Tomas Okafor, who leads the fishermen&#8217;s union, rejected the plan. He said the union would go to court over it, and that it had the means to do so.</p>
            <p>The council of the next town said in a statement that it welcomed the decision, and that it would pay its share of the costs.</p></article>
            <script>track()</script><footer>Subscribe</footer></body></html>
            """;

        var (text, title, published) = HtmlArticle.Read(Page, "x.html");

        text.Should().Contain("council. “We will build it on time,” Ferrante said.\n\nTomas Okafor, who leads the fishermen’s union,");
        text.Should().NotContain("track").And.NotContain("Home").And.NotContain("Subscribe");
        title.Should().Be("Harbour plan divides town");
        published.Should().Be("2024-03-05");
    }
}
