using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Stances.Model;
using NewsExtract.Stances.Rules;

namespace NewsExtract.Stances;

/// <summary>Who is for or against what: rules over the tree and a classifier over pairs, joined by calibrated confidence.</summary>
internal sealed class StanceStage : IStage
{
    private readonly StanceOptions _options;
    private readonly PairClassifier? _classifier;

    private StanceStage(StanceOptions options, StanceModel? model, ArticleModel? articles)
    {
        _options = options;
        _classifier = model is null ? null : new PairClassifier(model, articles);
    }

    /// <inheritdoc/>
    public string Name => "stances";

    /// <inheritdoc/>
    public ImmutableArray<Type> Requires { get; } = [typeof(TokenLayer), typeof(SentenceLayer), typeof(EntityLayer)];

    /// <inheritdoc/>
    public ImmutableArray<Type> Provides { get; } = [typeof(StanceLayer)];

    /// <summary>The stage, with the classifier where the store has one.</summary>
    public static StanceStage Create(ModelStore models, StanceOptions options)
    {
        if (!models.Has(StanceModel.Kind) || options.Mode is StanceMode.Rules or StanceMode.Baseline)
        {
            return new StanceStage(options, null, null);
        }

        var vectors = models.Has(WordVectors.Kind) ? WordVectors.Load(models) : null;
        var file = models.Read(StanceModel.Kind);
        return new StanceStage(options, new StanceModel(file, vectors), new ArticleModel(file));
    }

    /// <summary>The stage with given classifiers.</summary>
    internal static StanceStage Create(StanceModel model, ArticleModel? articles, StanceOptions options) => new(options, model, articles);

    /// <inheritdoc/>
    public Document Annotate(Document document, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StanceText(document);
        return document.With(StanceAssembly.Build(text, Find(text), _options));
    }

    private List<Finding> Find(StanceText text)
    {
        if (_options.Mode == StanceMode.Baseline)
        {
            return NameVerbBaseline.Run(text);
        }

        var rules = RuleEngine.Run(text);
        if (_classifier is null)
        {
            return rules.All;
        }

        var (found, judgements) = _classifier.Run(text, rules.All);
        return _options.Mode == StanceMode.Model ? found : rules.With(found, judgements, text);
    }
}
