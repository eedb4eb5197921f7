using System.Globalization;
using System.Security.Cryptography;
using NewsExtract.Entities.Gazetteers;
using NewsExtract.Entities.Recognition;
using NewsExtract.Learning;
using NewsExtract.Pipeline;

namespace NewsExtract.Entities.Training;

/// <summary>Trains the recogniser and puts its gazetteers together.</summary>
internal sealed class EntityTrainer : IModelTrainer
{
    /// <inheritdoc/>
    public string Kind => NameModel.Kind;

    /// <inheritdoc/>
    public string Data => "entities/*.bio, syntax/gum, gazetteers, word_classes, raw_text";

    /// <inheritdoc/>
    public TrainingReport Train(TrainingOptions options, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        var root = options.Data;
        progress.Report("counting capitals in raw text");
        var words = WordTableBuilder.Build(root, int.MaxValue, cancellation);
        var gazetteers = new GazetteerBuilder(words);
        GazetteerSources.AddAll(root, gazetteers);
        var table = gazetteers.Build();
        var documents = NameCorpora.Read(root, new TypeMaps(table));
        progress.Report(string.Create(CultureInfo.InvariantCulture, $"{documents.Count} documents, {documents.Sum(static d => d.Tokens.Length)} tokens"));
        var vectors = WordVectors.Load(options.Models);
        var trainer = new NameModelTrainer(table, words, vectors, new NameTrainingOptions(), options.Threads);
        var (held, others) = Split(documents);
        progress.Report("training without the held-out tenth, for the confidence");
        var part = trainer.Train(others, null, cancellation);
        var (scale, f1) = HeldOut.Measure(part, held, cancellation);

        // The curve that is reported must not be of the mentions that the scale was fitted to.
        var (halfScale, _) = HeldOut.Measure(part, held.Where(static (_, i) => i % 2 == 0), cancellation);
        var curve = HeldOut.Check(part with { Confidence = halfScale }, held.Where(static (_, i) => i % 2 == 1), cancellation);
        var model = trainer.Train(documents, progress, cancellation) with { Confidence = scale };
        var writer = new ModelFileWriter(new ModelProvenance(Kind, ToolIdentity.Version, "newsextract train entities --data ../shared/data -o models/entities/entities.nxm", [.. Sources(root)]));
        model.Save(writer);
        writer.Write(options.Output);
        return new TrainingReport(
        [
            ("documents", documents.Count.ToString(CultureInfo.InvariantCulture)),
            ("F1 on the held-out tenth, all types", f1.ToString("F2", CultureInfo.InvariantCulture)),
            .. curve.Lines().Select(static line => ("half of the held-out tenth, calibrated on the other", line)),
        ]);
    }

    private static (List<LabelledDocument> Held, List<LabelledDocument> Others) Split(List<LabelledDocument> documents) =>
        ([.. documents.Where(static (_, i) => i % 10 == 4)], [.. documents.Where(static (_, i) => i % 10 != 4)]);

    private static IEnumerable<string> Sources(string root)
    {
        foreach (var file in NameCorpora.FilesOf(root).Concat(GazetteerSources.Files).Concat(WordTableBuilder.Files))
        {
            using var stream = File.OpenRead(Path.Combine(root, file));
            yield return $"{file} sha256:{Convert.ToHexStringLower(SHA256.HashData(stream))}";
        }
    }
}
