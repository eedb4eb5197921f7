using NewsExtract.Learning;
using NewsExtract.Learning.Linear;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Cascade;

/// <summary>
/// The models of the cascade: cues, extents, acceptance, and the word classes they go by. A layer that was not there in training is not looked at.
/// </summary>
internal sealed record CascadeModel(WordClasses Classes, SequenceModel Cues, SequenceModel Extents, SequenceModel Accept, SheetLayers Layers)
{
    /// <summary>The kind of the model file.</summary>
    public const string Kind = "quotes";

    /// <summary>The model in a file, in place.</summary>
    public static CascadeModel Load(ModelFile file) => new(
        WordClasses.Load(file), SequenceModel.Load(file, "cues"), SequenceModel.Load(file, "extents"), SequenceModel.Load(file, "accept"), (SheetLayers)file.Values<byte>("layers")[0]);

    /// <summary>Adds the model to a file.</summary>
    public void Save(ModelFileWriter writer)
    {
        writer.AddValues<byte>("layers", [(byte)Layers]);
        Classes.Save(writer);
        Cues.Save(writer, "cues");
        Extents.Save(writer, "extents");
        Accept.Save(writer, "accept");
    }
}
