using NewsExtract.Learning.Neural;

namespace NewsExtract.Entities.Recognition.Network;

/// <summary>The layers above the embeddings: a projection, bidirectional recurrent layers, scores of the labels.</summary>
internal sealed class NameLayers
{
    /// <summary>Dimensions of an embedding of <see cref="NetworkFeatures"/>; each group has its side.</summary>
    public const int Side = 64;

    /// <summary>Layers with random parameters still to come.</summary>
    /// <param name="vector">Dimensions of the word vectors.</param>
    /// <param name="width">Channels of the recurrent layers.</param>
    /// <param name="layers">How many of them.</param>
    /// <param name="outputs">Scores of a word; by default those of the labels of names.</param>
    public NameLayers(int vector, int width, int layers, int? outputs = null)
    {
        Vector = vector;
        Inputs = vector + (2 * Side);
        Input = new DenseLayer(Parameters, "input", Inputs, width);
        Layers = new GatedRecurrence[layers];
        for (var i = 0; i < layers; i++)
        {
            Layers[i] = new GatedRecurrence(Parameters, $"layer{i}", width);
        }

        Output = new DenseLayer(Parameters, "output", width, outputs ?? NameTypes.Labels.Count);
        Parameters.Seal();
        Width = width;
    }

    public ParameterSet Parameters { get; } = new();

    /// <summary>Dimensions of the word vectors.</summary>
    public int Vector { get; }

    /// <summary>Floats of a row of inputs.</summary>
    public int Inputs { get; }

    /// <summary>Channels of the recurrent layers.</summary>
    public int Width { get; }

    public DenseLayer Input { get; }

    public GatedRecurrence[] Layers { get; }

    public DenseLayer Output { get; }

    public void Initialise(ulong seed)
    {
        var random = new SplitMix(seed);
        Input.Initialise(Parameters, random);
        foreach (var layer in Layers)
        {
            layer.Initialise(Parameters, random);
        }

        Output.Initialise(Parameters, random);
    }

    /// <summary>Makes the layers use the parameters as they are now.</summary>
    public void Prepare()
    {
        Input.Prepare(Parameters);
        foreach (var layer in Layers)
        {
            layer.Prepare(Parameters);
        }

        Output.Prepare(Parameters);
    }
}
