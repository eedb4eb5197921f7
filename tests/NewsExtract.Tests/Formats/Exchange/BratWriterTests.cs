using NewsExtract.Documents;
using NewsExtract.Formats;
using NewsExtract.Formats.Exchange;

namespace NewsExtract.Tests.Formats.Exchange;

public class BratWriterTests
{
    [Fact]
    public void A_speaker_that_runs_over_a_line_end_keeps_its_link()
    {
        const string Text = "Rain, said\nAnn Teal\nof Oslo.";
        AnnotatedSpan At(string words) => new(Text.IndexOf(words, StringComparison.Ordinal), Text.IndexOf(words, StringComparison.Ordinal) + words.Length, words);
        var quote = new AnnotatedQuote("q1", QuoteType.Indirect, [At("Rain")]) { Cue = At("said"), Speaker = At("Ann Teal\nof Oslo") };
        var article = new AnnotatedArticle { Id = "a", Text = Text, OffsetUnit = OffsetUnit.CodePoint, Quotes = [quote] };

        var back = BratReader.Read("a", Text, BratWriter.Write(article).Split('\n'), "a.ann").Quotes.Should().ContainSingle().Subject;

        back.Speaker.Should().Be(quote.Speaker);
        back.Cue.Should().Be(quote.Cue);
    }
}
