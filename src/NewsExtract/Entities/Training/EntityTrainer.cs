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
    public string Data => "entities/*.bio, syntax/gum, gazetteers, word_classes, raw_text, stances/*.train.*";

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
        var agreeing = NameCorpora.ReadRest(root, new TypeMaps(table));
        var (held, others) = Split(documents);

        // One document in twenty stays unseen: it calibrates the confidence of teacher and model, which only unseen text can.
        progress.Report("teacher");
        var hyphens = new HyphenNameWriter(root, seed: 11);
        others = [.. others, .. others.Where(static (_, i) => i % 12 == 3).Select(hyphens.Rewrite)];
        var teacher = new NameModelTrainer(table, words, vectors, new NameTrainingOptions { Networks = 3, NetworkEpochs = 4 }, options.Threads).Train(others, progress, cancellation);
        teacher = teacher with { Confidence = HeldOut.Measure(teacher, held, cancellation).Scale };
        progress.Report("model");
        var model = new NameModelTrainer(table, words, vectors, new NameTrainingOptions(), options.Threads).Train(WithSilver(others, agreeing, root, teacher, cancellation), progress, cancellation);
        var (scale, f1) = HeldOut.Measure(model, held, cancellation);

        // The curve that is reported must not be of the mentions that the scale was fitted to.
        var (halfScale, _) = HeldOut.Measure(model, held.Where(static (_, i) => i % 2 == 0), cancellation);
        var curve = HeldOut.Check(model with { Confidence = halfScale }, held.Where(static (_, i) => i % 2 == 1), cancellation);
        model = model with { Confidence = scale };
        var writer = new ModelFileWriter(new ModelProvenance(Kind, ToolIdentity.Version, "newsextract train entities --data ../shared/data -o models/entities/entities.nxm", [.. Sources(root)]));
        model.Save(writer);
        writer.Write(options.Output);
        return new TrainingReport(
        [
            ("documents", documents.Count.ToString(CultureInfo.InvariantCulture)),
            ("F1 on the held-out twentieth, all types", f1.ToString("F2", CultureInfo.InvariantCulture)),
            .. curve.Lines().Select(static line => ("half of the held-out twentieth, calibrated on the other", line)),
        ]);
    }

    private static List<LabelledDocument> WithSilver(
        List<LabelledDocument> documents, List<LabelledDocument> agreeing, string root, NameModel teacher, CancellationToken cancellation)
    {
        var silver = new SilverReader(teacher);
        var headlines = new HeadlineWriter(seed: 7);
        return [.. documents, .. documents.Where(static (_, i) => i % 8 == 1).Select(document => headlines.Rewrite(document, 0.3)), .. silver.ReadNews(root, cancellation), .. silver.WhereAgreed(agreeing, cancellation)];
    }

    private static (List<LabelledDocument> Held, List<LabelledDocument> Others) Split(List<LabelledDocument> documents) =>
        ([.. documents.Where(static (_, i) => i % 20 == 4)], [.. documents.Where(static (_, i) => i % 20 != 4)]);

    private static IEnumerable<string> Sources(string root)
    {
        foreach (var file in NameCorpora.FilesOf(root).Concat(SilverReader.Files).Concat(GazetteerSources.Files).Concat(WordTableBuilder.Files).Concat(HyphenNameWriter.Files).Distinct(StringComparer.Ordinal))
        {
            using var stream = File.OpenRead(Path.Combine(root, file));
            yield return $"{file} sha256:{Convert.ToHexStringLower(SHA256.HashData(stream))}";
        }
    }
}
