using NewsExtract.Learning;
using NewsExtract.Syntax.Network;
using NewsExtract.Syntax.Treebanks;

namespace NewsExtract.Syntax.Training;

/// <summary>What the trainers of tagger and parser have in common: the treebanks, the learner, the figures.</summary>
internal static class SyntaxTrainer
{
    public const string Data = "syntax/ewt/*.conllu, syntax/gum/*.conllu and splits.md; builds on the model \"vectors\"";

    /// <summary>Trains a network of those settings, writes it and measures it.</summary>
    public static TrainingReport Train(string kind, SyntaxSettings settings, TrainingOptions options, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        var treebanks = TreebankSplits.Read(options.Data);
        var vectors = WordVectors.Load(options.Models);
        var learner = new SyntaxLearner(settings, vectors, treebanks.Train);
        learner.Train(treebanks.Train, options.Threads, progress, null, cancellation);
        var bytes = learner.ToModel(kind, treebanks.Sources.Append($"models/vectors {vectors.Hash}"));
        ModelFileWriter.Write(options.Output, bytes);
        var model = new SyntaxModel(ModelFile.Read(options.Output, kind), vectors);
        var parsed = settings.Shape.Arc > 0;
        return new TrainingReport(
        [
            ("train sentences", $"{treebanks.Train.Length}"),
            ("size", $"{bytes.Length}"),
            .. SyntaxScores.Of(model, treebanks.EwtDev).Figures("EWT dev", parsed),
            .. SyntaxScores.Of(model, treebanks.EwtTest).Figures("EWT test", parsed),
            .. SyntaxScores.Of(model, treebanks.GumDev).Figures("GUM dev", parsed),
        ]);
    }
}
