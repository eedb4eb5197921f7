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

    // Training and test text are of one kind: a conditional random field, which loses to the perceptron on news from elsewhere, wins here, and so do several networks and all features.
    private static readonly NameTrainingOptions _options = new()
    {
        IsCrf = true,
        LearningRate = 0.05f,
        L2 = 1e-4f,
        FirstEpochs = 12,
        FoldEpochs = 6,
        SecondEpochs = 12,
        Floor = 0,
        MostRows = int.MaxValue,
        Networks = 4,
        NetworkEpochs = 14,
        NetworkWeight = 0.1f,
        Network = new NetworkOptions { Width = 128, InputDropout = 0.2f },
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
