using NewsExtract.Entities.Gazetteers;
using NewsExtract.Learning;
using NewsExtract.Learning.Linear;

namespace NewsExtract.Entities.Recognition;

/// <summary>Everything of the model file <c>entities</c>: gazetteers, word facts, the models of both passes and the calibration of confidence.</summary>
internal sealed record NameModel(GazetteerTable Gazetteers, WordTable Words, SequenceModel First, SequenceModel? Second)
{
    /// <summary>The kind of the model file.</summary>
    public const string Kind = "entities";

    /// <summary>Divides the scores before they become probabilities.</summary>
    public float Temperature { get; init; } = 20;

    /// <summary>From the model's probabilities to those of being right.</summary>
    public ConfidenceScale Confidence { get; init; } = ConfidenceScale.Identity;

    /// <summary>The parts of a file.</summary>
    /// <exception cref="Errors.NewsExtractException">NX0306: a part is missing.</exception>
    public static NameModel Load(ModelFile file) =>
        new(GazetteerTable.Load(file, "gazetteers"), WordTable.Load(file, "words"), SequenceModel.Load(file, "first"), SequenceModel.Load(file, "second"))
        {
            Temperature = file.Values<float>("confidence")[0],
            Confidence = new ConfidenceScale(file.Values<float>("confidence")[1], file.Values<float>("confidence")[2..].ToArray()),
        };

    /// <summary>Adds the parts to a file.</summary>
    public void Save(ModelFileWriter writer)
    {
        Gazetteers.Save(writer, "gazetteers");
        Words.Save(writer, "words");
        First.Save(writer, "first");
        Second!.Save(writer, "second");
        writer.AddValues<float>("confidence", [Temperature, Confidence.Slope, .. Confidence.Shifts]);
    }
}
