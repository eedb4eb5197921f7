using NewsExtract.Entities.Recognition.Network;
using NewsExtract.Learning;
using NewsExtract.Stances.Model;

namespace NewsExtract.Stances.Training;

/// <summary>What scores a pair before the trees do: the regressions over targets and over pairs, and the networks.</summary>
internal sealed record PairParts(
    (Learners.LinearWeights Good, Learners.LinearWeights Bad) Light, (Learners.LinearWeights Support, Learners.LinearWeights Oppose) Linear, NameNetwork[] Networks)
{
    /// <summary>Adds the parts to a file.</summary>
    public void Write(ModelFileWriter writer, WordVectors? vectors, ushort[] classes)
    {
        writer.AddLines("vectors", [vectors?.Hash ?? ""]);
        writer.AddValues<ushort>("classes", classes);
        for (var n = 0; n < Networks.Length; n++)
        {
            Networks[n].Save(writer, StanceModel.NetworkSection(n));
        }

        Write(writer, "target.support", Light.Good);
        Write(writer, "target.oppose", Light.Bad);
        Write(writer, "pair.support", Linear.Support);
        Write(writer, "pair.oppose", Linear.Oppose);
    }

    /// <summary>A model of these parts, with trees or without, as one reads it from a file.</summary>
    public StanceModel ToModel(WordVectors? vectors, ushort[] classes, (Learners.TreeWeights Support, Learners.TreeWeights Oppose)? trees = null, float[]? calibration = null)
    {
        var writer = new ModelFileWriter(new ModelProvenance(StanceModel.Kind, "0", "training", []));
        Write(writer, vectors, classes);
        if (trees is { } both)
        {
            Write(writer, both);
        }

        writer.AddValues<float>("calibration", calibration ?? [1, 0, 1, 0, 0.5f, 0.5f, 0.5f, 0.5f]);
        return new StanceModel(ModelFile.Read("training", writer.ToBytes(), StanceModel.Kind), vectors);
    }

    /// <summary>Adds trees to a file.</summary>
    public static void Write(ModelFileWriter writer, (Learners.TreeWeights Support, Learners.TreeWeights Oppose) trees)
    {
        BoostedTrees.Write(writer, "trees.support", trees.Support.Trees);
        BoostedTrees.Write(writer, "trees.oppose", trees.Oppose.Trees);
    }

    private static void Write(ModelFileWriter writer, string name, Learners.LinearWeights weights) =>
        LinearScorer.Write(writer, name, weights.Indicators, weights.Dense, weights.Bias);
}
