using CsCheck;
using NewsExtract.Documents;
using NewsExtract.Quotes.Marks;

namespace NewsExtract.Tests.Quotes;

public class QuoteMarkScannerTests
{
    [Theory]
    [InlineData("He said “yes” and “no”.", "yes|no")]
    [InlineData("He said \"yes\" and \"no\".", "yes|no")]
    [InlineData("He said ‘yes’ twice.", "yes")]
    [InlineData("He said 'no' twice.", "no")]
    [InlineData("He said «yes» and ‹no›.", "yes|no")]
    [InlineData("He said „yes“ and ‚no‘.", "yes|no")]
    [InlineData("He said ``yes'' and ''no''.", "yes|no")]
    [InlineData("The players' vote wasn't theirs.", "")]
    [InlineData("In the ’90s rock ’n’ roll was king.", "")]
    [InlineData("‘It’s the players’ vote,’ he said.", "It’s the players’ vote,")]
    [InlineData("“He said ‘go’ twice,” she said.", "He said ‘go’ twice,|go")]
    [InlineData("A 6' 2\" man left.", "")]
    public void Stretches_in_marks(string text, string expected) =>
        string.Join('|', Scan(text).Select(span => span.Inner.Of(text))).Should().Be(expected);

    [Fact]
    public void A_paragraph_that_opens_again_continues_the_one_before()
    {
        const string Text = "“One.\n“Two.\n“Three.”";
        Scan(Text).Select(static span => span.End).Should().Equal(QuotedSpanEnd.Continued, QuotedSpanEnd.Continued, QuotedSpanEnd.Closed);
    }

    [Theory]
    [InlineData("'One, the players' day.\n'Two.'", "One, the players' day.|Two.")]
    [InlineData("‘One.\n‘Two.’", "One.|Two.")]
    [InlineData("'One.\nTwo.", "")]
    [InlineData("The '90s.\n'90s rock.", "")]
    [InlineData("The players' day.\n'Twas night.", "")]
    public void A_single_mark_opens_without_a_closing_one_only_where_the_next_paragraph_opens_again(string text, string expected) =>
        string.Join('|', Scan(text).Select(span => span.Inner.Of(text))).Should().Be(expected);

    [Theory]
    [InlineData("“We went «he said. So “they” did.")]
    [InlineData("“We «went. So» he said “they” did.")]
    public void Marks_of_two_kinds_that_nothing_closes_do_not_cross(string text)
    {
        var spans = Scan(text);
        spans.Should().NotBeEmpty();
        foreach (var (one, other) in spans.SelectMany(one => spans.Select(other => (one.Outer, other.Outer))))
        {
            (one.Start < other.Start && other.Start < one.End && one.End < other.End).Should().BeFalse();
        }
    }

    [Fact]
    public void A_missing_mark_harms_its_own_paragraph_only()
    {
        const string Text = "“One is open.\nTwo is plain.\nThree “is closed”.";
        var spans = Scan(Text);
        spans.Select(span => span.Inner.Of(Text)).Should().Equal("One is open.", "is closed");
        spans[0].End.Should().Be(QuotedSpanEnd.Missing);
    }

    [Fact]
    public void Spans_nest_and_stay_in_their_paragraphs() =>
        HostileText.Any.Sample(static text =>
        {
            var paragraphs = Paragraphs(text);
            var spans = QuoteMarkScanner.Scan(text, paragraphs);
            foreach (var span in spans)
            {
                (span.Outer.Start <= span.Inner.Start && span.Inner.End <= span.Outer.End).Should().BeTrue();
                paragraphs.Count(paragraph => paragraph.Start <= span.Outer.Start && span.Outer.End <= paragraph.End).Should().Be(1);
                spans.Any(other => other.Outer.Start < span.Outer.Start && other.Outer.End > span.Outer.Start && other.Outer.End < span.Outer.End).Should().BeFalse();
            }
        }, iter: 500);

    private static List<QuotedSpan> Scan(string text) => QuoteMarkScanner.Scan(text, Paragraphs(text));

    private static List<TextSpan> Paragraphs(string text)
    {
        var paragraphs = new List<TextSpan>();
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            if (line.Length > 0)
            {
                paragraphs.Add(new TextSpan(start, start + line.Length));
            }

            start += line.Length + 1;
        }

        return paragraphs;
    }
}
