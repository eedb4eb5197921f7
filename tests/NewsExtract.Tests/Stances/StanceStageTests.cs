using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Stances;

namespace NewsExtract.Tests.Stances;

public sealed class StanceStageTests
{
    private static readonly Lazy<NewsPipeline> Pipeline = new(static () => DefaultPipeline.Build(ModelStore.Default));

    private const string Text =
        "Senator Okafor praised Governor Lindqvist on Monday but criticized the treaty.\n\n\"The treaty is a disaster for Canada,\" Okafor said. \"We reject it.\"\n\nPrime Minister Tanaka condemned Okafor.";

    [Fact]
    public void Every_side_is_a_span_of_the_text_and_every_stance_says_why()
    {
        var document = Annotate(Text);
        var stances = document.Get<StanceLayer>().Stances;
        stances.Should().NotBeEmpty();
        foreach (var stance in stances)
        {
            stance.Basis.Should().NotBeEmpty();
            stance.Confidence.Should().BeInRange(0, 1);
            stance.Evidence.Of(Text).Should().NotBeEmpty();
            foreach (var side in new[] { stance.Holder, stance.Target })
            {
                if (side.Span is { } span)
                {
                    span.End.Should().BeLessThanOrEqualTo(Text.Length);
                    span.Of(Text).Trim().Should().NotBeEmpty();
                }
            }
        }
    }

    [Theory]
    [InlineData("Referee Anna Kowalska declined to comment.")]
    [InlineData("The ministry refused to say whether Okafor had resigned.")]
    [InlineData("Northfield beat Carrick on Sunday.")]
    [InlineData("Police say a man in his sixties has died near Fort Wilding.")]
    public void Silence_and_victory_are_no_stances(string text) =>
        Annotate(text).Get<StanceLayer>().Stances.Where(static stance => stance.Basis.Any(static basis => basis.StartsWith("verb", StringComparison.Ordinal) || basis.StartsWith("deed", StringComparison.Ordinal))).Should().BeEmpty();

    [Theory]
    [InlineData("White House press secretary Owen Park spoke on Monday.")]
    [InlineData("Analysts doubt that either side is ready to compromise.")]
    [InlineData("The secretary said he supported neither side.")]
    [InlineData("The mayor backed none of the plans.")]
    public void A_noun_that_looks_like_a_verb_and_what_is_doubted_or_none_are_no_stances(string text) => Annotate(text).Get<StanceLayer>().Stances.Should().BeEmpty();

    [Fact]
    public void The_place_of_a_dateline_holds_nothing() =>
        Annotate("WASHINGTON (AP) — The Senate voted on Thursday to approve a bill that Germany rejects.").Get<StanceLayer>().Stances
            .Should().NotContain(static stance => stance.Holder.Span != null && stance.Holder.Span.Value.Start == 0);

    [Fact]
    public void A_judging_word_in_a_name_judges_nothing() =>
        Annotate("“The Supreme Court will hear the case,” Senator Okafor said.").Get<StanceLayer>().Stances.Should().NotContain(static s => s.Basis.Any(static b => b.StartsWith("attribute", StringComparison.Ordinal)));

    [Fact]
    public void A_name_in_the_sentence_stands_for_the_pronoun_that_holds()
    {
        const string text = "Senator Okafor said on Monday that she condemned Governor Lindqvist.";

        var stance = Annotate(text).Get<StanceLayer>().Stances.Should().ContainSingle(static s => s.Target.Name.Contains("Lindqvist")).Which;

        stance.Holder.Span!.Value.Of(text).Should().Be("Okafor");
        stance.Evidence.Of(text).Should().Contain("condemned");
    }

    [Fact]
    public void Where_a_rule_and_the_classifier_agree_the_words_of_the_rule_are_the_evidence()
    {
        var stances = Annotate(Text).Get<StanceLayer>().Stances.Where(static s => s.Basis.Any(static b => b.StartsWith("verb:", StringComparison.Ordinal)) && s.Basis.Any(static b => b.StartsWith("model:", StringComparison.Ordinal))).ToList();
        stances.Should().NotBeEmpty();
        foreach (var stance in stances)
        {
            var verb = stance.Basis.First(static b => b.StartsWith("verb:", StringComparison.Ordinal))["verb:".Length..].Split('+')[0];
            stance.Evidence.Of(Text).Should().Contain(verb[..^1]);
        }
    }

    [Fact]
    public void The_plain_ones_are_found()
    {
        var stances = Annotate(Text).Get<StanceLayer>().Stances;
        stances.Should().Contain(s => s.Holder.Name.Contains("Okafor") && s.Target.Name.Contains("Lindqvist") && s.Polarity == Polarity.Support);
        stances.Should().Contain(s => s.Holder.Name.Contains("Tanaka") && s.Target.Name.Contains("Okafor") && s.Polarity == Polarity.Oppose);
        stances.Should().NotContain(s => s.Holder.Name.Contains("Lindqvist") && s.Target.Name.Contains("Okafor"));
    }

    [Fact]
    public void The_threshold_keeps_the_surer_ones()
    {
        var document = Annotate(Text);
        var all = document.Get<StanceLayer>().Stances.Where(static s => s.Polarity != Polarity.Neutral).ToList();
        var stage = StanceStage.Create(ModelStore.Default, new StanceOptions { Threshold = 0.7 });
        var kept = stage.Annotate(document, CancellationToken.None).Get<StanceLayer>().Stances.Where(static s => s.Polarity != Polarity.Neutral).ToList();
        kept.Should().OnlyContain(static s => s.Confidence >= 0.7).And.HaveCount(all.Count(static s => s.Confidence >= 0.7));
        kept.Count.Should().BeLessThan(all.Count);
    }

    [Fact]
    public void Without_a_parse_or_a_model_the_rules_still_read_the_order_of_words()
    {
        var document = Annotate("Tanaka condemned Okafor. France was praised by Germany.");
        var bare = new Document(document.Article).With(document.Get<TokenLayer>()).With(document.Get<SentenceLayer>()).With(document.Get<EntityLayer>());
        var stances = StanceStage.Create(ModelStore.Default, new StanceOptions { Mode = StanceMode.Rules }).Annotate(bare, CancellationToken.None).Get<StanceLayer>().Stances;
        stances.Should().Contain(s => s.Holder.Name == "Germany" && s.Target.Name == "France" && s.Polarity == Polarity.Support);
        var both = StanceStage.Create(ModelStore.Default, StanceOptions.Default).Annotate(bare, CancellationToken.None);
        both.Get<StanceLayer>().Stances.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("\"")]
    [InlineData("“““ said. said said \"\"")]
    [InlineData("Not not but not A, B, C, D, E, F, G, H, I, J, K, L, M, N, O and P hate Q over R.")]
    public void Odd_texts_are_borne(string text) => Annotate(text).Get<StanceLayer>().Stances.All(s => s.Evidence.End <= text.Length).Should().BeTrue();

    [Fact]
    public void Many_threads_give_what_one_gives()
    {
        var one = Describe(Annotate(Text));
        var all = Enumerable.Range(0, 16).AsParallel().WithDegreeOfParallelism(4).Select(_ => Describe(Annotate(Text))).ToList();
        all.Should().OnlyContain(d => d == one);
    }

    private static Document Annotate(string text) => Pipeline.Value.Annotate(new Article { Id = "stances", Text = text });

    private static string Describe(Document document) =>
        string.Join('\n', document.Get<StanceLayer>().Stances.Select(static s => $"{s.Id} {s.Holder.Name} {s.Target.Name} {s.Polarity} {s.Confidence} {s.Evidence} {string.Join(',', s.Basis)}"));
}
