using System.Net;
using System.Text.RegularExpressions;
using NewsExtract.Documents;
using NewsExtract.Formats;
using NewsExtract.Formats.Html;

namespace NewsExtract.Tests.Formats.Html;

public class HtmlReportTests
{
    private const string Hostile = "<script>alert(1)</script>\"><img src=x onerror='y'>&amp;\u202Eevil\u2066";

    [Fact]
    public void Totals_count_all_articles_and_join_names_by_spelling()
    {
        var page = Page(10, Sample("one"), Sample("two"));

        page.Should().Contain("2 articles").And.Contain("6 entities with 8 mentions, 4 quotes, 4 stances");
        page.Should().Contain("<td>Ann Teal</td><td>PERSON</td><td class=\"n\">4</td><td class=\"n\">2</td>");
        page.Should().Contain("<td>Ann Teal</td><td class=\"n\">2</td><td class=\"n\">2</td>", "one speaks once in each");
        page.Should().Contain("<td>Ann Teal</td><td>=Bob</td><td class=\"n\">2</td><td class=\"n\">0</td><td class=\"n\">0</td>");
    }

    [Fact]
    public void Only_so_many_articles_are_shown_and_the_rest_is_counted() =>
        Page(1, Sample("one"), Sample("two"), Sample("three")).Should().Contain("3 articles").And.Contain("2 more articles").And.NotContain("<bdi>two</bdi>");

    [Fact]
    public void Hostile_text_is_text_wherever_it_stands()
    {
        var words = new AnnotatedSpan(0, Hostile.Length, Hostile);
        var page = Page(10, new AnnotatedArticle
        {
            Id = Hostile,
            Source = Hostile,
            Title = Hostile,
            Text = Hostile,
            Entities = [new AnnotatedEntity(Hostile, EntityType.Person, Hostile, [new AnnotatedMention(words, MentionKind.Name) { Value = Hostile }])],
            Quotes = [new AnnotatedQuote(Hostile, QuoteType.Direct, [words]) { Cue = words, Speaker = words, SpeakerEntity = Hostile, SpeakerName = Hostile }],
            Stances = [new AnnotatedStance(Hostile, new AnnotatedSide(Hostile, Hostile, words), new AnnotatedSide(Hostile, null, words), Polarity.Oppose) { Evidence = words }],
        });

        page.Should().NotContain("<script").And.NotContain("<img").And.NotContain("\"><img").And.NotContain("onerror='");
        page.Split(WebUtility.HtmlEncode(Hostile)).Length.Should().BeGreaterThan(8, "it is there, encoded");
        WebUtility.HtmlDecode(Regex.Match(page, "<div class=\"text\"><span [^>]*>(.*?)</span></div>", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Groups[1].Value).Should().Be(Hostile);

        // A mark that turns the direction of writing ends with the element that isolates it.
        Regex.Matches(page, "<bdi>[^<]*\u202E[^<]*</bdi>", RegexOptions.None, TimeSpan.FromSeconds(5)).Should().HaveCount(2);
    }

    [Fact]
    public void The_page_asks_for_nothing_outside_itself()
    {
        var page = Page(10, Sample("one"));
        page.Should().Contain("Content-Security-Policy").And.Contain("default-src 'none'");
        Regex.Matches(page, @"\b(?:src|href|action|srcset|data)\s*=|@import|url\(|https?://|<(?:script|link|iframe|object|embed|form|img)\b", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5)).Should().BeEmpty();
    }

    [Fact]
    public void Annotations_that_cross_leave_the_text_whole()
    {
        var page = Page(10, Sample("one"));
        var text = page[(page.IndexOf("<div class=\"text\">", StringComparison.Ordinal) + "<div class=\"text\">".Length)..];
        text = text[..text.IndexOf("</div>", StringComparison.Ordinal)];
        WebUtility.HtmlDecode(Regex.Replace(text, "<[^>]*>", "", RegexOptions.None, TimeSpan.FromSeconds(5))).Should().Be(SampleDocument.Text);
    }

    private static AnnotatedArticle Sample(string id) => AnnotationBuilder.Build(SampleDocument.Make(), new AnnotationOptions()) with { Id = id, Source = id };

    private static string Page(int most, params AnnotatedArticle[] articles)
    {
        var page = new StringWriter();
        HtmlReport.Write(page, "A <b>title</b>", () => articles, most);
        page.ToString().Should().NotContain("<b>");
        return page.ToString();
    }
}
