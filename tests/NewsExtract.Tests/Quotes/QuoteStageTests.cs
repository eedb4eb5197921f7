using CsCheck;
using NewsExtract.Documents;
using NewsExtract.Pipeline;
using NewsExtract.Quotes;
using NewsExtract.Syntax.Tokens;

namespace NewsExtract.Tests.Quotes;

public class QuoteStageTests
{
    private static readonly Lazy<NewsPipeline> Full = new(static () => NewsPipeline.CreateDefault());
    private static readonly Lazy<NewsPipeline> TokensOnly = new(static () => new NewsPipelineBuilder().UseTokens().UseQuotes().Build());
    private static readonly Lazy<NewsPipeline> Rules = new(static () => new NewsPipelineBuilder().UseTokens().UseQuotes(new QuoteOptions { RulesOnly = true }).Build());

    [Fact]
    public void A_quotation_that_nobody_is_named_for_has_no_speaker()
    {
        var quote = Quotes(Full.Value, "The rain fell all night over the harbour. “Nobody came to help us, and nobody will.”").Should().ContainSingle().Subject;
        quote.Speaker.Should().BeNull();
        quote.SpeakerName.Should().BeNull();
        quote.Cue.Should().BeNull();
    }

    [Theory]
    [InlineData("Ann Poe resigned, saying the board had lied to her.", "saying", "Ann Poe")]
    [InlineData("Ann Poe stood up and asked the board to explain the loss.", "asked", "Ann Poe")]
    [InlineData("“I never saw the money,” Mr. Barlow told the court on Friday.", "told", "Mr. Barlow")]
    public void The_speaker_of_a_cue(string text, string cue, string speaker)
    {
        var quote = Quotes(Full.Value, text).Single(q => q.Cue?.Of(text) == cue);
        quote.Speaker!.Value.Of(text).Should().Be(speaker);
    }

    [Fact]
    public void No_cue_stands_in_the_content_of_a_direct_quote() =>
        HostileText.Any.Sample(static text =>
        {
            var quotes = Quotes(Full.Value, text);
            foreach (var quote in quotes.Where(static q => q.Type == QuoteType.Direct))
            {
                quote.Content.Should().NotBeEmpty();
                quotes.Any(other => other != quote && other.Cue is { } cue && quote.Content.Any(part => part.Start <= cue.Start && cue.End <= part.End)).Should().BeFalse();
            }
        }, iter: 60);

    [Fact]
    public void Words_in_marks_keep_their_own_speaker_inside_a_report()
    {
        const string Text = "The two sides agreed on Friday that they would meet again in May despite what one senior official described as their “deep” differences.";
        var quote = Quotes(Full.Value, Text).Single(q => q.Cue?.Of(Text) == "described");
        quote.Speaker!.Value.Of(Text).Should().Be("one senior official");
        quote.Content.Single().Of(Text).Should().Contain("“deep”");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Tokens_alone_are_enough(bool rules)
    {
        const string Text = "“The bridge will be rebuilt before the winter,” said Ann Poe.";
        var quote = Quotes((rules ? Rules : TokensOnly).Value, Text).Should().ContainSingle().Subject;
        quote.Content.Single().Of(Text).Should().Be("The bridge will be rebuilt before the winter");
        quote.Cue!.Value.Of(Text).Should().Be("said");
        quote.Speaker!.Value.Of(Text).Should().Be("Ann Poe");
    }

    [Fact]
    public void The_answers_of_an_interview_are_those_of_the_person_it_is_with()
    {
        const string Text = "Marta Lind plays the cello. Lind, 38, lives in Malmö, where she teaches. She talks about fear.\n\nQ: What happened?\n\nA: I was tired.\n\nQ: And now?\n\nA: I sleep.";
        var quotes = Full.Value.Annotate(new Article { Id = "a", Text = Text }).Get<QuoteLayer>().Quotes;

        quotes.Where(static quote => quote.Speaker?.Of(Text) == "A").Should().HaveCount(2).And.OnlyContain(static quote => quote.SpeakerName == "Marta Lind");
        quotes.Where(static quote => quote.Speaker?.Of(Text) == "Q").Should().HaveCount(2).And.OnlyContain(static quote => quote.SpeakerName == "Q");
    }

    [Fact]
    public void A_passive_whose_content_is_all_source_keeps_its_content()
    {
        // The finder takes the agent for content; what is left without it may not be nothing.
        var act = () => Full.Value.Annotate(new Article { Id = "a", Text = "It was reported in the study. It was announced by the ministry. As was described in the memo, it rained." });

        act.Should().NotThrow();
    }

    [Fact]
    public void A_single_turn_is_no_transcript()
    {
        const string Text = "NOTE: The office is closed today.\n\nIt opens again on Monday.";
        Quotes(Full.Value, Text).Should().NotContain(q => q.Speaker != null);
    }

    [Fact]
    public async Task Many_threads_find_the_same()
    {
        var texts = Enumerable.Range(0, 24).Select(static i => $"“We have {i} boats,” said Ann Poe{i % 5}. Karl Barlow replied that {i} was too few.").ToArray();
        var alone = texts.Select(text => Written(Quotes(Full.Value, text))).ToArray();
        var together = await Task.WhenAll(texts.Select(text => Task.Run(() => Written(Quotes(Full.Value, text)))));
        together.Should().Equal(alone);
    }

    private static System.Collections.Immutable.ImmutableArray<Quote> Quotes(NewsPipeline pipeline, string text) => pipeline.Annotate(text).Get<QuoteLayer>().Quotes;

    private static string Written(IEnumerable<Quote> quotes) =>
        string.Join('\n', quotes.Select(static q => $"{q.Id} {q.Type} {string.Join(' ', q.Content)} {q.Cue} {q.Speaker} {q.SpeakerName} {q.Confidence:R}"));
}
