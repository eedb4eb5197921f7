using NewsExtract.Learning;
using NewsExtract.Syntax.Network;
using NewsExtract.Syntax.Training;

namespace NewsExtract.Syntax.Parsing;

/// <summary>Trains the parser, which tags as well: one encoder, its lower layers for the tags, all of them for the trees.</summary>
internal sealed class ParserTrainer : IModelTrainer
{
    internal static readonly SyntaxSettings Settings = new()
    {
        Shape = new SyntaxShape(Vector: 64, Word: 48, Affix: 48, AffixRows: 8192, Width: 128, Layers: 4, TagLayers: 2, Arc: 64, Relation: 64),
        Dropout = new SyntaxDropout(Input: 0.2f, Layer: 0.25f, Sides: 0.33f),
        BatchWords = 500,
        TagWeight = 0.7f,
        Epochs = 24,
    };

    public string Kind => ParseStage.ModelKind;

    public string Data => SyntaxTrainer.Data;

    public TrainingReport Train(TrainingOptions options, IProgress<string> progress, CancellationToken cancellation) =>
        SyntaxTrainer.Train(Kind, Settings, options, progress, cancellation);
}
