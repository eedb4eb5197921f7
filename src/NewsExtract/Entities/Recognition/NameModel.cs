using NewsExtract.Entities.Gazetteers;
using NewsExtract.Entities.Recognition.Network;
using NewsExtract.Errors;
using NewsExtract.Learning;
using NewsExtract.Learning.Linear;

namespace NewsExtract.Entities.Recognition;

/// <summary>Everything of the model file <c>entities</c>: gazetteers, word facts, the models of both passes and the calibration of confidence.</summary>
internal sealed record NameModel(GazetteerTable Gazetteers, WordTable Words, SequenceModel First, SequenceModel? Second)
{
    /// <summary>The kind of the model file.</summary>
    public const string Kind = "entities";

    /// <summary>Networks that decide together with both passes: several in a teacher, one in what ships.</summary>
    public NameNetwork[] Networks { get; init; } = [];

    /// <summary>The word vectors that the networks see.</summary>
    public WordVectors? Vectors { get; init; }

    /// <summary>Brings the mean of the networks' scores to the scale of the passes' own.</summary>
    public float NetworkWeight { get; init; }

    /// <summary>Divides the scores before they become probabilities.</summary>
    public float Temperature { get; init; } = 20;

    /// <summary>From the model's probabilities to those of being right.</summary>
    public ConfidenceScale Confidence { get; init; } = ConfidenceScale.Identity;

    /// <summary>The parts of a file.</summary>
    /// <exception cref="NewsExtractException">NX0306: a part is missing; NX0308: it was trained with other word vectors.</exception>
    public static NameModel Load(ModelFile file, WordVectors vectors)
    {
        if (file.Lines("vectors") is not [var trainedWith] || trainedWith != vectors.Hash)
        {
            throw new NewsExtractException(ErrorCatalog.ModelVectors(file.Provenance.Kind));
        }

        var confidence = file.Values<float>("confidence");
        var weights = file.Values<float>("network.weight");
        return new NameModel(GazetteerTable.Load(file, "gazetteers"), WordTable.Load(file, "words"), SequenceModel.Load(file, "first"), SequenceModel.Load(file, "second"))
        {
            Networks = [.. Enumerable.Range(0, (int)weights[1]).Select(n => NameNetwork.Load(file, NetworkSection(n)))],
            Vectors = vectors,
            NetworkWeight = weights[0],
            Temperature = confidence[0],
            Confidence = new ConfidenceScale(confidence[1], confidence[2..].ToArray()),
        };
    }

    /// <summary>Adds the parts to a file.</summary>
    public void Save(ModelFileWriter writer)
    {
        Gazetteers.Save(writer, "gazetteers");
        Words.Save(writer, "words");
        First.Save(writer, "first");
        Second!.Save(writer, "second");
        for (var n = 0; n < Networks.Length; n++)
        {
            Networks[n].Save(writer, NetworkSection(n));
        }

        writer.AddValues<float>("network.weight", [NetworkWeight, Networks.Length]).AddLines("vectors", [Vectors!.Hash]);
        writer.AddValues<float>("confidence", [Temperature, Confidence.Slope, .. Confidence.Shifts]);
    }

    private static string NetworkSection(int number) => $"network{number}";
}
