using System.Collections.Immutable;
using CsCheck;
using NewsExtract.Documents;
using NewsExtract.Pipeline;
using NewsExtract.Pipeline.Engines;

namespace NewsExtract.Tests.Pipeline.Engines;

/// <summary>
/// What every engine is held to. An engine's tests derive from it; one that cannot run here says why in <see cref="NotRun"/>, and is
/// reported as skipped, never as passed.
/// </summary>
public abstract class EngineContract
{
    private const int Iterations = 60;
    private readonly Lazy<NewsPipeline> _pipeline;

    protected EngineContract() => _pipeline = new Lazy<NewsPipeline>(NewPipeline);

    /// <summary>Why the engine cannot run here; null where it can.</summary>
    protected virtual string? NotRun => null;

    private NewsPipeline Pipeline
    {
        get
        {
            SkipIfAbsent();
            return _pipeline.Value;
        }
    }

    private static ImmutableArray<string> Articles { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "corpus", "articles"), "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    [Fact]
    public void It_has_a_name_and_an_identity()
    {
        SkipIfAbsent();
        var engine = Create();
        engine.Name.Should().MatchRegex("^[a-z][a-z0-9-]*$");
        engine.Identity.Should().NotBeNullOrWhiteSpace().And.NotContain(";");
    }

    [Fact]
    public void It_gives_the_layers_that_it_declares()
    {
        var document = Annotate("Ann Poe of Leeds said on Monday that it's late.\n\n“We didn't know,” she said.");
        var declared = Pipeline.Stages.SelectMany(static s => s.Provides).ToHashSet();
        declared.Should().Contain(typeof(TokenLayer)).And.Contain(typeof(SentenceLayer));
        Found(document).Should().BeEquivalentTo(declared);
    }

    [Fact]
    public void Layers_hold_in_articles()
    {
        _ = Pipeline;
        Assert.All(Articles, text => Check(Annotate(text), text));
    }

    [Fact]
    public void Layers_hold_in_hostile_texts()
    {
        _ = Pipeline;
        HostileText.Any.Sample(text => Check(Annotate(text), text), iter: Iterations);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n ")]
    [InlineData("\0")]
    [InlineData("\uD83D")]
    [InlineData("ab!\uD818\uDD24c.\uD818\uDD24")]
    [InlineData("a\tb\u0085c\0d e\u0007f")]
    [InlineData("He said 😀great😀, didn't he? 👩‍🚀’s")]
    [InlineData("I can't, won't, shouldn't've.")]
    public void Layers_hold_in_small_traps(string text) => Check(Annotate(text), text);

    [Fact]
    public void The_same_text_gives_the_same_layers()
    {
        _ = Pipeline;
        var other = NewPipeline();
        Assert.All(Articles, text => Print(Annotate(text)).Should().Be(Print(other.Annotate(ArticleOf(text)))));
    }

    [Fact]
    public void Many_threads_give_what_one_gives()
    {
        var pipeline = Pipeline;
        var alone = Articles.Select(text => Print(pipeline.Annotate(ArticleOf(text)))).ToList();
        var together = new string[Articles.Length * 2];
        Parallel.For(0, together.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => together[i] = Print(pipeline.Annotate(ArticleOf(Articles[i % Articles.Length]))));
        Assert.All(together.Select(static (print, i) => (print, i)), item => item.print.Should().Be(alone[item.i % Articles.Length]));
    }

    [Fact]
    public void A_cancelled_run_stops()
    {
        var pipeline = Pipeline;
        using var source = new CancellationTokenSource();
        source.Cancel();
        var act = () => pipeline.Annotate(ArticleOf(Articles[0]), source.Token);
        act.Should().Throw<OperationCanceledException>();
        Check(Annotate(Articles[0]), Articles[0]);
    }

    internal abstract ILinguisticEngine Create();

    internal static void Check(Document document, string text)
    {
        Assert.Same(text, document.Text);
        var tokens = document.Get<TokenLayer>();
        Ordered(tokens.Tokens, text, "token");
        var covered = new bool[text.Length];
        foreach (var token in tokens.Tokens)
        {
            covered.AsSpan()[token.Start..token.End].Fill(true);
        }

        Assert.DoesNotContain(Enumerable.Range(0, text.Length), i => char.IsLetterOrDigit(text[i]) && !covered[i]);
        CheckSentences(document.Get<SentenceLayer>(), tokens, text);
        if (document.Find<TagLayer>() is { } tags)
        {
            Assert.Equal((tokens.Count, tokens.Count), (tags.Upos.Length, tags.Penn.Length));
        }

        if (document.Find<MentionLayer>() is { } mentions)
        {
            Ordered(mentions.Mentions.Select(static m => m.Span), text, "mention");
            Assert.All(mentions.Mentions, mention => Assert.Equal(tokens.SpanOf(mention.Tokens), mention.Span));
            Assert.All(mentions.Mentions, static mention => Assert.InRange(mention.Confidence, 0, 1));
        }
    }

    private static void CheckSentences(SentenceLayer sentences, TokenLayer tokens, string text)
    {
        Ordered(sentences.Sentences.Select(static s => s.Span), text, "sentence");
        var (next, paragraph) = (0, 0);
        foreach (var sentence in sentences.Sentences)
        {
            Assert.Equal(next, sentence.Tokens.Start);
            Assert.Equal(tokens.SpanOf(sentence.Tokens), sentence.Span);
            Assert.True(sentence.Paragraph >= paragraph, "paragraphs ascend");
            (next, paragraph) = (sentence.Tokens.End, sentence.Paragraph);
        }

        Assert.Equal(tokens.Count, next);
    }

    private static void Ordered(IEnumerable<TextSpan> spans, string text, string what)
    {
        var end = 0;
        foreach (var span in spans)
        {
            span.ShouldBeSpanOf(text, what);
            Assert.True(span.Start >= end, $"{what} {span} is out of order");
            end = span.End;
        }
    }

    private static IEnumerable<Type> Found(Document document)
    {
        object?[] layers = [document.Find<TokenLayer>(), document.Find<SentenceLayer>(), document.Find<TagLayer>(), document.Find<ParseLayer>(), document.Find<MentionLayer>()];
        return layers.Where(static layer => layer is not null).Select(static layer => layer!.GetType());
    }

    private static string Print(Document document) => string.Join('\n',
        string.Join(' ', document.Get<TokenLayer>().Tokens),
        string.Join(' ', document.Get<SentenceLayer>().Sentences),
        string.Join(' ', document.Find<TagLayer>()?.Upos ?? []),
        string.Join(' ', document.Find<ParseLayer>()?.Heads ?? []),
        string.Join(' ', document.Find<MentionLayer>()?.Mentions ?? []));

    private static Article ArticleOf(string text) => new() { Id = "a", Text = text };

    private Document Annotate(string text) => Pipeline.Annotate(ArticleOf(text));

    private NewsPipeline NewPipeline()
    {
        var builder = new NewsPipelineBuilder();
        Create().AddStages(builder);
        return builder.Build();
    }

    private void SkipIfAbsent()
    {
        if (NotRun is { } reason)
        {
            Assert.Skip(reason);
        }
    }
}
