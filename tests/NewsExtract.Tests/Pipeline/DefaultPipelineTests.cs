using System.Buffers;
using CsCheck;
using NewsExtract.Documents;
using NewsExtract.Formats;
using NewsExtract.Formats.Json;
using NewsExtract.Learning;
using NewsExtract.Pipeline;

namespace NewsExtract.Tests.Pipeline;

/// <summary>What holds for every layer of the whole pipeline, whatever the text.</summary>
public class DefaultPipelineTests
{
    private const int Iterations = 150;

    private static readonly NewsPipeline Pipeline = DefaultPipeline.Build(ModelStore.Default);

    public static TheoryData<string> Articles =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "corpus", "articles"), "*.txt", SearchOption.AllDirectories)
            .Select(static path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Fact]
    public void Spans_of_every_layer_hold_in_hostile_texts() => HostileText.Any.Sample(CheckLayers, iter: Iterations);

    [Theory]
    [MemberData(nameof(Articles))]
    public void Spans_of_every_layer_hold_in_articles(string path) => CheckLayers(File.ReadAllText(Path.Combine(Repository.Root, path)));

    [Fact]
    public void The_same_text_gives_the_same_bytes() =>
        HostileText.Mixed.Sample(static text => Assert.True(BytesOf(text).AsSpan().SequenceEqual(BytesOf(text))), iter: Iterations);

    [Fact]
    public void Trainers_annotate_without_the_stances_model()
    {
        // Its features may have changed since it was trained, and then it does not load: it is about to be trained anew.
        var all = DefaultPipeline.Build(ModelStore.Default).Stages.Select(static stage => stage.Name);

        DefaultPipeline.WithoutStances(ModelStore.Default).Stages.Select(static stage => stage.Name).Should().Equal(all.Where(static name => name != "stances"));
    }

    private static Document Annotate(string text) =>
        Pipeline.Annotate(new Article { Id = "a", Text = text, Published = new DateOnly(2026, 11, 25) });

    private static byte[] BytesOf(string text)
    {
        var bytes = new ArrayBufferWriter<byte>();
        AnnotationWriter.Write(bytes, AnnotationBuilder.Build(Annotate(text), new AnnotationOptions()), indented: true);
        return bytes.WrittenSpan.ToArray();
    }

    private static void CheckLayers(string text)
    {
        var document = Annotate(text);
        Assert.Same(text, document.Text);
        var tokens = document.Get<TokenLayer>();
        CheckOrdered(tokens.Tokens, text, "token");
        CheckOrdered(document.Get<SentenceLayer>().Sentences.Select(static s => s.Span), text, "sentence");
        if (document.Find<TagLayer>() is { } tags)
        {
            Assert.Equal(tokens.Count, tags.Upos.Length);
            Assert.Equal(tokens.Count, tags.Penn.Length);
        }

        CheckParse(document, tokens.Count);
        if (document.Find<MentionLayer>() is { } mentions)
        {
            CheckOrdered(mentions.Mentions.Select(static m => m.Span), text, "mention");
            Assert.All(mentions.Mentions, mention => Assert.Equal(tokens.SpanOf(mention.Tokens), mention.Span));
        }

        CheckEntities(document, tokens);
        CheckQuotes(document);
        CheckStances(document);
    }

    private static void CheckParse(Document document, int tokens)
    {
        if (document.Find<ParseLayer>() is not { } parse)
        {
            return;
        }

        Assert.Equal(tokens, parse.Heads.Length);
        Assert.Equal(tokens, parse.Relations.Length);
        foreach (var sentence in document.Get<SentenceLayer>().Sentences)
        {
            for (var i = sentence.Tokens.Start; i < sentence.Tokens.End; i++)
            {
                Assert.True(parse.Heads[i] < 0 || sentence.Tokens.Contains(parse.Heads[i]), "a head in another sentence");
            }
        }
    }

    private static void CheckEntities(Document document, TokenLayer tokens)
    {
        var entities = document.Find<EntityLayer>()?.Entities ?? [];
        Assert.Equal(entities.Length, entities.Select(static e => e.Id).Distinct().Count());
        foreach (var entity in entities)
        {
            Assert.NotEmpty(entity.Mentions);
            CheckOrdered(entity.Mentions.Select(static m => m.Span), document.Text, "mention of an entity", mayOverlap: true);
            Assert.All(entity.Mentions, mention => Assert.Equal(tokens.SpanOf(mention.Tokens), mention.Span));
        }
    }

    private static void CheckQuotes(Document document)
    {
        var entities = (document.Find<EntityLayer>()?.Entities ?? []).Select(static e => e.Id).ToHashSet();
        foreach (var quote in document.Find<QuoteLayer>()?.Quotes ?? [])
        {
            Assert.NotEmpty(quote.Content);
            CheckOrdered(quote.Content, document.Text, "content of a quote");
            quote.Cue?.ShouldBeSpanOf(document.Text, "cue");
            quote.Speaker?.ShouldBeSpanOf(document.Text, "speaker");
            Assert.True(quote.SpeakerEntity is null || entities.Contains(quote.SpeakerEntity), "a speaker that is no entity");
            Assert.InRange(quote.Confidence, 0, 1);
        }
    }

    private static void CheckStances(Document document)
    {
        var quotes = (document.Find<QuoteLayer>()?.Quotes ?? []).Select(static q => q.Id).ToHashSet();
        foreach (var stance in document.Find<StanceLayer>()?.Stances ?? [])
        {
            stance.Evidence.ShouldBeSpanOf(document.Text, "evidence");
            stance.Holder.Span?.ShouldBeSpanOf(document.Text, "holder");
            stance.Target.Span?.ShouldBeSpanOf(document.Text, "target");
            Assert.True(stance.Quote is null || quotes.Contains(stance.Quote), "a quote that is not there");
            Assert.InRange(stance.Confidence, 0, 1);
        }
    }

    private static void CheckOrdered(IEnumerable<TextSpan> spans, string text, string what, bool mayOverlap = false)
    {
        int start = -1, end = 0;
        foreach (var span in spans)
        {
            span.ShouldBeSpanOf(text, what);
            Assert.True(mayOverlap ? span.Start >= start : span.Start >= end, $"{what} {span} is out of order");
            (start, end) = (span.Start, span.End);
        }
    }
}
