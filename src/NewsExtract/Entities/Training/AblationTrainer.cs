using System.Globalization;
using NewsExtract.Entities.Gazetteers;
using NewsExtract.Learning;

namespace NewsExtract.Entities.Training;

/// <summary>
/// What each part of the recogniser is worth: trained on the labelled sources alone (no self-training), whole and with one part left out. Ships nothing: no model is written, only the figures.
/// </summary>
internal sealed class AblationTrainer : IModelTrainer
{
    /// <inheritdoc/>
    public string Kind => "entities-ablation";

    /// <inheritdoc/>
    public string Data => "entities/*.bio, syntax/gum, gazetteers, word_classes, raw_text (measures only, writes no model)";

    /// <inheritdoc/>
    public TrainingReport Train(TrainingOptions options, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        var words = WordTableBuilder.Build(options.Data, int.MaxValue, cancellation);
        var builder = new GazetteerBuilder(words);
        GazetteerSources.AddAll(options.Data, builder);
        var gazetteers = builder.Build();
        var maps = new TypeMaps(gazetteers);
        var vectors = WordVectors.Load(options.Models);
        var documents = NameCorpora.Read(options.Data, maps);
        var whole = new NameTrainingOptions();
        List<(string, GazetteerTable, WordTable, NameTrainingOptions)> trials =
        [
            ("all parts", gazetteers, words, whole),
            ("without gazetteers", GazetteerTable.Build([]), words, whole),
            ("without word classes and the share of capitals", gazetteers, WordTable.Build([]), whole),
            ("without document context (one pass)", gazetteers, words, whole with { TwoPasses = false }),
            ("without the network and word vectors", gazetteers, words, whole with { Networks = 0 }),
        ];
        var figures = new List<(string, string)>();
        foreach (var (name, table, facts, how) in trials)
        {
            progress.Report(name);
            var model = new NameModelTrainer(table, facts, vectors, how, options.Threads).Train(documents, null, cancellation);
            foreach (var file in new[] { "benchmark/worldwide.dev.bio", "entities/uner_ewt.test.bio", "benchmark/conll2003.dev.bio" })
            {
                var f1 = HeldOut.F1OfNames(model, NameCorpora.ReadToMeasure(options.Data, file), cancellation);
                figures.Add(($"{name}, {file}", f1.ToString("F2", CultureInfo.InvariantCulture)));
                progress.Report($"{name}, {file}: {f1.ToString("F2", CultureInfo.InvariantCulture)}");
            }
        }

        return new TrainingReport([.. figures]);
    }
}
