using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Pipeline.Engines.Mapping;

namespace NewsExtract.Pipeline.Engines;

/// <summary>
/// An engine as poor as another may be: the layers of a better one without trees, with universal tags alone and three types of
/// names, taken through the same mapping as a foreign engine's. Shows that the later stages work on that, and measures what it costs them.
/// </summary>
internal sealed class ReducedEngine(ILinguisticEngine inner) : ILinguisticEngine
{
    public const string ReducedName = "reduced";

    /// <inheritdoc/>
    public string Name => ReducedName;

    /// <inheritdoc/>
    public string Identity => $"{ReducedName} {inner.Identity}";

    /// <inheritdoc/>
    public void AddStages(NewsPipelineBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var full = new NewsPipelineBuilder();
        inner.AddStages(full);
        builder.Use(new Stage(full.Build()));
    }

    private sealed class Stage(NewsPipeline full) : IStage
    {
        public string Name => ReducedName;

        public ImmutableArray<Type> Requires => [];

        public ImmutableArray<Type> Provides { get; } =
            [typeof(TokenLayer), typeof(SentenceLayer), typeof(MentionLayer), .. full.Stages.SelectMany(static stage => stage.Provides).Where(static layer => layer == typeof(TagLayer))];

        public Document Annotate(Document document, CancellationToken cancellation)
        {
            ArgumentNullException.ThrowIfNull(document);
            var rich = full.Annotate(document.Article, cancellation);
            var tokens = rich.Get<TokenLayer>();
            var tags = rich.Find<TagLayer>();
            var sentences = rich.Get<SentenceLayer>().Sentences.Select(sentence => new EngineSentence(
                sentence.Span.Start, sentence.Span.End - 1,
                [.. Enumerable.Range(sentence.Tokens.Start, sentence.Tokens.Length).Select(i => new EngineToken(tokens[i].Start, tokens[i].End - 1, false, tags?.Upos[i].ToString()))])).ToList();
            var names = (rich.Find<MentionLayer>()?.Mentions ?? [])
                .Select(static mention => (mention.Span, Type: Fold(mention.Type))).Where(static name => name.Type is not null)
                .Select(static name => new EngineName(name.Span.Start, name.Span.End - 1, name.Type!)).ToList();
            return EngineMapper.Map(document, sentences, names, tags is not null, cancellation);
        }

        private static string? Fold(EntityType type) => type switch
        {
            EntityType.Person => "Person",
            EntityType.Org => "Organization",
            EntityType.Gpe or EntityType.Loc => "Location",
            _ => null,
        };
    }
}
