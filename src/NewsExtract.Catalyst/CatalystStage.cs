using System.Collections.Immutable;
using global::Catalyst;
using Mosaik.Core;
using NewsExtract.Documents;
using NewsExtract.Errors;
using NewsExtract.Pipeline;
using NewsExtract.Pipeline.Engines.Mapping;

namespace NewsExtract.Catalyst;

/// <summary>Runs Catalyst over a document and reads off what it found; every repair of positions is in <see cref="EngineMapper"/>.</summary>
internal sealed class CatalystStage(global::Catalyst.Pipeline nlp) : IStage
{
    public string Name => "catalyst";

    public ImmutableArray<Type> Requires => [];

    public ImmutableArray<Type> Provides { get; } = [typeof(TokenLayer), typeof(SentenceLayer), typeof(TagLayer), typeof(MentionLayer)];

    public NewsExtract.Documents.Document Annotate(NewsExtract.Documents.Document document, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(document);
        cancellation.ThrowIfCancellationRequested();

        // Without a language it would get no tokens; processed a second time it would get them twice, so it is a new one each time.
        var foreign = new global::Catalyst.Document(EngineText.Clean(document.Text), Language.English);
        Process(foreign, document.Article.Id);
        cancellation.ThrowIfCancellationRequested();

        var sentences = new List<EngineSentence>();
        var names = new List<EngineName>();
        foreach (Span span in foreign)
        {
            sentences.Add(new EngineSentence(span.Begin, span.End, Tokens(span)));
            names.AddRange(span.GetEntities().Select(static entity => new EngineName(entity.Begin, entity.End, entity.EntityType.Type)));
        }

        return EngineMapper.Map(document, sentences, names, cancellation: cancellation);
    }

    private static ImmutableArray<EngineToken> Tokens(Span span)
    {
        var tokens = ImmutableArray.CreateBuilder<EngineToken>();
        foreach (IToken token in span)
        {
            tokens.Add(new EngineToken(token.Begin, token.End, token.Replacement is not null, token.POS.ToString()));
        }

        return tokens.ToImmutable();
    }

    private void Process(global::Catalyst.Document document, string article)
    {
        try
        {
            nlp.ProcessSingle(document);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Its message may hold the whole text.
            throw new NewsExtractException(
                new ErrorInfo("NX0712", $"Catalyst failed on the article {article} ({e.GetType().Name}).", "Annotate this article with the default engine."));
        }
    }
}
