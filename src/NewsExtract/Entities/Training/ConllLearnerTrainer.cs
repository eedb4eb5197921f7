using System.Globalization;
using NewsExtract.Entities.Gazetteers;
using NewsExtract.Learning;

namespace NewsExtract.Entities.Training;

/// <summary>
/// Measures the learner against the literature: trained on CoNLL-2003 train, scored on its development part. Ships nothing: no model is written, only the figures.
/// </summary>
internal sealed class ConllLearnerTrainer : IModelTrainer
{
    /// <inheritdoc/>
    public string Kind => "entities-conll";

    /// <inheritdoc/>
    public string Data => "benchmark/conll2003.*.bio, gazetteers, word_classes, raw_text (measures only, writes no model)";

    // A small set whose parts are alike: more passes and all features pay, less dropout too.
    private static readonly NameTrainingOptions _options = new()
    {
        FirstEpochs = 8,
        FoldEpochs = 4,
        SecondEpochs = 12,
        Seeds = 1,
        Floor = 0.05f,
        MostRows = int.MaxValue,
        NetworkEpochs = 8,
        NetworkWeight = 3,
        Network = new NetworkOptions { InputDropout = 0.2f, LayerDropout = 0.25f },
    };

    /// <inheritdoc/>
    public TrainingReport Train(TrainingOptions options, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        var words = WordTableBuilder.Build(options.Data, int.MaxValue, cancellation);
        var gazetteers = new GazetteerBuilder(words);
        GazetteerSources.AddAll(options.Data, gazetteers);
        var trainer = new NameModelTrainer(gazetteers.Build(), words, WordVectors.Load(options.Models), _options, options.Threads);
        var model = trainer.Train(NameCorpora.ReadConll(options.Data, "benchmark/conll2003.train.bio"), progress, cancellation);
        var (_, f1) = HeldOut.Measure(model, NameCorpora.ReadConll(options.Data, "benchmark/conll2003.dev.bio"), cancellation);
        return new TrainingReport([("F1 on conll2003.dev, 4 types", f1.ToString("F2", CultureInfo.InvariantCulture))]);
    }
}
