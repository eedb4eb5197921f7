using NewsExtract.Documents;
using NewsExtract.Pipeline;
using NewsExtract.Syntax.Tokens;

namespace NewsExtract.Tests.Syntax.Sentences;

public class SentenceSplitterTests
{
    private static readonly NewsPipeline Pipeline = new NewsPipelineBuilder().UseTokens().Build();

    private static SentenceLayer Split(string text) => Pipeline.Annotate(new Article { Id = "a", Text = text }).Get<SentenceLayer>();

    [Theory]
    [InlineData("Mr. Poe left the U.S. on Jan. 5. He was 3.5 miles away.", "Mr. Poe left the U.S. on Jan. 5.|He was 3.5 miles away.")]
    [InlineData("The U . S . envoy met Mr . Poe . He left .", "The U . S . envoy met Mr . Poe .|He left .")]
    [InlineData("No. 10 denied it. No. It did not.", "No. 10 denied it.|No.|It did not.")]
    [InlineData("She lived in the U.S. The family moved.", "She lived in the U.S.|The family moved.")]
    [InlineData("The U.S. Senate met at 5 p.m. Monday.", "The U.S. Senate met at 5 p.m. Monday.")]
    [InlineData("\"It is over.\" She left.", "\"It is over.\"|She left.")]
    [InlineData("“Why now?” Prime Minister Ann Poe asked. “Why?”", "“Why now?” Prime Minister Ann Poe asked.|“Why?”")]
    [InlineData("“Stop!” he cried. They stopped.", "“Stop!” he cried.|They stopped.")]
    [InlineData("He won (he says he did not.) It was odd.", "He won (he says he did not.) It was odd.")]
    [InlineData("It fell. (Nobody saw.) Then it rose.", "It fell.|(Nobody saw.)|Then it rose.")]
    [InlineData("Well ... maybe not. J. K. Poe and George W. Roe agreed.", "Well ... maybe not.|J. K. Poe and George W. Roe agreed.")]
    [InlineData("LONDON, Nov. 25 (Wire) - The court ruled. It was late.", "LONDON, Nov. 25 (Wire) - The court ruled.|It was late.")]
    [InlineData("DOVER, Del. — The court ruled. It was late.", "DOVER, Del. — The court ruled.|It was late.")]
    [InlineData("It was late . \"", "It was late . \"")]
    [InlineData("Voters vs. The Bank is a film. He saw it. “", "Voters vs. The Bank is a film.|He saw it. “")]
    [InlineData("He works for Acme Inc. He likes it.", "He works for Acme Inc.|He likes it.")]
    [InlineData("Sales at Yahoo! rose. Really?! Yes.", "Sales at Yahoo! rose.|Really?!|Yes.")]
    public void Sentences_end_at_end_marks_only(string text, string expected) =>
        string.Join('|', Split(text).Sentences.Select(s => s.Span.Of(text))).Should().Be(expected);

    [Fact]
    public void Lines_are_paragraphs_and_short_ones_without_stop_headings()
    {
        const string Text = "Council votes for bridge\nMETROPOLIS\n\nThe council voted. It was close.\nWhat comes next\n- a bridge\n- a road\n";

        var sentences = Split(Text).Sentences;

        sentences.Select(s => (s.Span.Of(Text), s.Paragraph, s.IsHeading)).Should().Equal(
            ("Council votes for bridge", 0, true), ("METROPOLIS", 1, true), ("The council voted.", 2, false), ("It was close.", 2, false),
            ("What comes next", 3, true), ("- a bridge", 4, false), ("- a road", 5, false));
    }

    [Fact]
    public void Wrapped_lines_are_joined()
    {
        const string Text =
            "The council of the old harbour town voted late on Tuesday night for\r\na new bridge across the river, after a debate that had lasted for more\r\n"
            + "than six hours. Opponents said that they would go to court.\r\nThe mayor said she was pleased with the outcome and would sign the\r\nbill by Friday.\r\n";

        var sentences = Split(Text).Sentences;

        sentences.Should().HaveCount(3);
        sentences.Select(s => s.Paragraph).Distinct().Should().HaveCountLessThanOrEqualTo(2);
    }
}
