using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Quotes.Cascade;
using NewsExtract.Quotes.Rules;
using NewsExtract.Quotes.Speakers;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes;

/// <summary>
/// Finds quotes with their cues and speakers, by the trained model, or by rules alone when there is none. Tags, parse, mentions and entities help when
/// they are there.
/// </summary>
public sealed class QuoteStage : IStage
{
    [ThreadStatic]
    private static Scratch? t_scratch;

    private readonly CascadeModel? _model;

    internal QuoteStage(ModelStore models, QuoteOptions options)
    {
        _model = !options.RulesOnly && models.Has(CascadeModel.Kind) ? CascadeModel.Load(models.Read(CascadeModel.Kind)) : null;
    }

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
        scratch.Sheet.Fill(document, _model?.Layers ?? SheetLayers.All);
        scratch.Speakers.Fill(document);
        var drafts = _model is null
            ? scratch.Rules.Find(scratch.Sheet)
            : scratch.Cascade.Find(_model, scratch.Sheet, CascadeThresholds.Default);
        Parentheticals.Mend(scratch.Sheet, drafts);
        PassiveReports.Find(scratch.Sheet, drafts);
        LabelledSpeech.Find(scratch.Sheet, drafts);
        LabelledSpeech.NameAnswers(scratch.Sheet, drafts, scratch.Speakers.MainPerson);
        UnclaimedMarks.Claim(scratch.Sheet, drafts);
        return document.With(QuoteAssembler.Assemble(scratch.Sheet, drafts, scratch.Speakers));
    }

    private sealed class Scratch
    {
        public QuoteSheet Sheet { get; } = new();

        public SpeakerResolver Speakers { get; } = new();

        public RuleQuoteFinder Rules { get; } = new();

        public CascadeFinder Cascade { get; } = new();
    }
}
