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
        Dropout = new SyntaxDropout(Input: 0.15f, Layer: 0.2f, Sides: 0.25f),
        BatchWords = 500,
        TagWeight = 0.7f,
        Epochs = 12,
        MinimumCount = 3,
    };

    internal static readonly SyntaxTeachers Teachers = new(
        Settings with
        {
            Shape = Settings.Shape with { Width = 192, Word = 64 },
            Dropout = new SyntaxDropout(Input: 0.25f, Layer: 0.33f, Sides: 0.33f),
            Epochs = 16,
            MinimumCount = 2,
        },
        Count: 3,
        Words: 1_200_000,
        GoldRepeats: 2);

    public string Kind => ParseStage.ModelKind;

    public string Data => SyntaxTrainer.TaughtData;

    public TrainingReport Train(TrainingOptions options, IProgress<string> progress, CancellationToken cancellation) =>
        SyntaxTrainer.Train(Kind, Settings, Teachers, options, progress, cancellation);
}
