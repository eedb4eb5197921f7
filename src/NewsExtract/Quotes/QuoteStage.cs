using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Pipeline;
using NewsExtract.Quotes.Rules;
using NewsExtract.Quotes.Speakers;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes;

/// <summary>Finds quotes with their cues and speakers. Tags, parse, mentions and entities help when they are there.</summary>
public sealed class QuoteStage : IStage
{
    [ThreadStatic]
    private static Scratch? t_scratch;

    /// <inheritdoc/>
    public string Name => "quotes";

    /// <inheritdoc/>
    public ImmutableArray<Type> Requires { get; } = [typeof(TokenLayer), typeof(SentenceLayer)];

    /// <inheritdoc/>
    public ImmutableArray<Type> Provides { get; } = [typeof(QuoteLayer)];

    /// <inheritdoc/>
    public Document Annotate(Document document, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(document);
        cancellation.ThrowIfCancellationRequested();
        var scratch = t_scratch ??= new Scratch();
        scratch.Sheet.Fill(document);
        scratch.Speakers.Fill(document);
        var drafts = scratch.Rules.Find(scratch.Sheet);
        return document.With(QuoteAssembler.Assemble(scratch.Sheet, drafts, scratch.Speakers));
    }

    private sealed class Scratch
    {
        public QuoteSheet Sheet { get; } = new();

        public SpeakerResolver Speakers { get; } = new();

        public RuleQuoteFinder Rules { get; } = new();
    }
}
