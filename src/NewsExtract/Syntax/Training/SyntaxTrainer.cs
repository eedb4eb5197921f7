using NewsExtract.Learning;
using NewsExtract.Syntax.Network;
using NewsExtract.Syntax.Treebanks;

namespace NewsExtract.Syntax.Training;

/// <summary>What the trainers of tagger and parser have in common: the treebanks, the learner, the figures.</summary>
internal static class SyntaxTrainer
{
    private const string Teacher = "teacher";

    public const string Data = "syntax/ewt/*.conllu, syntax/gum/*.conllu and splits.md; builds on the model \"vectors\"";

    public const string TaughtData = "syntax/ewt/*.conllu, syntax/gum/*.conllu and splits.md, the texts of quotes/polnear.train.jsonl and raw_text/senate_press_releases.txt.gz; builds on the model \"vectors\"";

    /// <summary>Trains a network of those settings, writes it and measures it; with teachers, they are trained first and label the text that it learns from beside the treebanks.</summary>
    public static TrainingReport Train(string kind, SyntaxSettings settings, SyntaxTeachers? teachers, TrainingOptions options, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        var treebanks = TreebankSplits.Read(options.Data);
        var vectors = WordVectors.Load(options.Models);
        IReadOnlyList<TreebankSentence> sentences = treebanks.Train;
        var sources = treebanks.Sources.ToList();
        if (teachers is not null)
        {
            var (labelled, read) = Teach(teachers, treebanks, vectors, options, progress, cancellation);
            sentences = [.. Enumerable.Repeat(treebanks.Train, teachers.GoldRepeats).SelectMany(static all => all), .. labelled];
            sources.AddRange(read);
        }

        var learner = new SyntaxLearner(settings, vectors, sentences);
        learner.Train(sentences, options.Threads, progress, null, cancellation);
        var bytes = learner.ToModel(kind, sources.Append($"models/vectors {vectors.Hash}"));
        ModelFileWriter.Write(options.Output, bytes);
        var model = new SyntaxModel(ModelFile.Read(options.Output, kind), vectors);
        var parsed = settings.Shape.Arc > 0;
        return new TrainingReport(
        [
            ("train sentences", $"{treebanks.Train.Length}"),
            ("silver sentences", $"{sentences.Count - (treebanks.Train.Length * (teachers?.GoldRepeats ?? 1))}"),
            ("size", $"{bytes.Length}"),
            .. SyntaxScores.Of(model, treebanks.EwtDev).Figures("EWT dev", parsed),
            .. SyntaxScores.Of(model, treebanks.EwtTest).Figures("EWT test", parsed),
            .. SyntaxScores.Of(model, treebanks.GumDev).Figures("GUM dev", parsed),
        ]);
    }

    private static (TreebankSentence[] Labelled, IEnumerable<string> Sources) Teach(
        SyntaxTeachers teachers, TreebankSplits treebanks, WordVectors vectors, TrainingOptions options, IProgress<string> progress, CancellationToken cancellation)
    {
        var models = new List<SyntaxModel>();
        for (var number = 0; number < teachers.Count; number++)
        {
            progress.Report($"teacher {number + 1} of {teachers.Count}");
            var learner = new SyntaxLearner(teachers.Settings with { Seed = teachers.Settings.Seed + (ulong)(100 * number) }, vectors, treebanks.Train);
            learner.Train(treebanks.Train, options.Threads, progress, null, cancellation);
            models.Add(new SyntaxModel(ModelFile.Read(Teacher, learner.ToModel(Teacher, []), Teacher), vectors));
            progress.Report(string.Join(", ", SyntaxScores.Of(models[^1], treebanks.EwtDev).Figures("EWT dev", true).Select(static figure => $"{figure.Name} {figure.Value}")));
        }

        var ensemble = new SyntaxEnsemble(models);
        progress.Report("together: " + string.Join(", ", SyntaxScores.Compare(treebanks.EwtDev, ensemble.Label([.. treebanks.EwtDev.Select(static sentence => sentence.Words)], cancellation)).Figures("EWT dev", true).Select(static figure => $"{figure.Name} {figure.Value}")));
        var silver = SilverText.Read(options.Data, teachers.Words);
        progress.Report($"labelling {silver.Sentences.Count} sentences");
        return (ensemble.Label(silver.Sentences, cancellation), silver.Sources);
    }
}
