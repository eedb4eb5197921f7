using NewsExtract.Learning;
using NewsExtract.Syntax.Network;
using NewsExtract.Syntax.Training;

namespace NewsExtract.Syntax.Tagging;

/// <summary>Trains the tagger: the parser's network without its upper half, for those who need no trees.</summary>
internal sealed class TaggerTrainer : IModelTrainer
{
    private static readonly SyntaxSettings Settings = new()
    {
        Shape = new SyntaxShape(Vector: 64, Word: 32, Affix: 32, AffixRows: 8192, Width: 128, Layers: 2, TagLayers: 2, Arc: 0, Relation: 0),
        Epochs = 12,
        TagWeight = 1,
    };

    public string Kind => TagStage.ModelKind;

    public string Data => SyntaxTrainer.Data;

    public TrainingReport Train(TrainingOptions options, IProgress<string> progress, CancellationToken cancellation) =>
        SyntaxTrainer.Train(Kind, Settings, null, options, progress, cancellation);
}
