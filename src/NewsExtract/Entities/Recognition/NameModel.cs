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

    /// <summary>The network that decides together with both passes, and the word vectors that it sees; null for none.</summary>
    public NameNetwork? Network { get; init; }

    /// <inheritdoc cref="Network"/>
    public WordVectors? Vectors { get; init; }

    /// <summary>Brings the network's scores to the scale of the passes' own.</summary>
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
        return new NameModel(GazetteerTable.Load(file, "gazetteers"), WordTable.Load(file, "words"), SequenceModel.Load(file, "first"), SequenceModel.Load(file, "second"))
        {
            Network = NameNetwork.Load(file, "network"),
            Vectors = vectors,
            NetworkWeight = file.Values<float>("network.weight")[0],
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
        Network!.Save(writer, "network");
        writer.AddValues<float>("network.weight", [NetworkWeight]).AddLines("vectors", [Vectors!.Hash]);
        writer.AddValues<float>("confidence", [Temperature, Confidence.Slope, .. Confidence.Shifts]);
    }
}
