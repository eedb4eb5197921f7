using NewsExtract.Entities.Recognition.Network;
using NewsExtract.Learning;
using NewsExtract.Learning.Neural;

namespace NewsExtract.Stances.Network;

/// <summary>
/// The first layer of a network over pairs, multiplied out as far as it does not depend on the text: it is linear, so that what a word's place towards the sides gives is a row of a table,
/// and what the word itself gives is the same for all pairs of its sentence. Immutable.
/// </summary>
internal sealed class FoldedInput
{
    private readonly NameNetwork _network;
    private readonly WordVectors _vectors;
    private readonly float[] _places;

    public FoldedInput(NameNetwork network, WordVectors vectors)
    {
        (_network, _vectors) = (network, vectors);
        var layers = network.Layers;
        var rows = PairWords.Buckets - PairWords.WordBuckets;
        var inputs = new float[rows * layers.Inputs];
        for (var r = 0; r < rows; r++)
        {
            network.AddTo(PairWords.WordBuckets + r, inputs.AsSpan((r * layers.Inputs) + layers.Vector + NameLayers.Side));
        }

        _places = new float[rows * Width];
        layers.Input.ForwardLinear(inputs, layers.Inputs, rows, _places, Width);
    }

    /// <summary>The layers of the network.</summary>
    public NameLayers Layers => _network.Layers;

    /// <summary>Floats of a word.</summary>
    public int Width => _network.Layers.Width;

    /// <summary>Floats of a row of <see cref="Fill"/>.</summary>
    public int Inputs => _network.Layers.Inputs;

    /// <summary>Fills the inputs of a word that are its own; those of its place are 0.</summary>
    public void Fill(int vector, ReadOnlySpan<ushort> own, Span<float> input)
    {
        input.Clear();
        if (vector >= 0)
        {
            _vectors.Table.AddTo(vector, input, _network.VectorFactor);
        }

        foreach (var row in own)
        {
            _network.AddTo(row, input[_network.Layers.Vector..]);
        }
    }

    /// <summary>What words give by themselves, from inputs of <see cref="Fill"/>.</summary>
    public void Words(ReadOnlySpan<float> inputs, int count, Span<float> words) => _network.Layers.Input.Forward(inputs, Inputs, count, words, Width);

    /// <summary>A word in its place: <paramref name="word"/> and what the rows of its place give.</summary>
    public void Place(ReadOnlySpan<float> word, ReadOnlySpan<ushort> places, Span<float> result)
    {
        word.CopyTo(result);
        foreach (var row in places)
        {
            ElementKernels.AddScaled(result, _places.AsSpan((row - PairWords.WordBuckets) * Width, Width), 1);
        }
    }
}
