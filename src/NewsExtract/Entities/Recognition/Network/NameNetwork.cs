using NewsExtract.Learning;

namespace NewsExtract.Entities.Recognition.Network;

/// <summary>A trained network with its embeddings as a model file holds it: parameters in half precision, embeddings as bytes. Immutable.</summary>
internal sealed class NameNetwork
{
    private readonly Half[] _halves;
    private readonly EmbeddingTable _table;
    private readonly byte[] _values;
    private readonly byte[] _scales;

    /// <summary>A network as training leaves it, rounded as in a file.</summary>
    public NameNetwork(NameLayers layers, ReadOnlySpan<float> table, float vectorFactor)
        : this(layers, Array.ConvertAll(layers.Parameters.Values, static v => (Half)v), EmbeddingTable.Quantise(table, NameLayers.Side), vectorFactor)
    {
    }

    private NameNetwork(NameLayers layers, Half[] halves, (sbyte[] Values, float[] Scales) table, float vectorFactor)
        : this(new NameLayers(layers.Vector, layers.Width, layers.Layers.Length, layers.Output.Outputs), halves, ToBytes<sbyte>(table.Values), ToBytes<float>(table.Scales), vectorFactor)
    {
    }

    private NameNetwork(NameLayers layers, Half[] halves, byte[] values, byte[] scales, float vectorFactor)
    {
        (Layers, _halves, _values, _scales, VectorFactor) = (layers, halves, values, scales, vectorFactor);
        for (var i = 0; i < halves.Length; i++)
        {
            layers.Parameters.Values[i] = (float)halves[i];
        }

        layers.Prepare();
        _table = new EmbeddingTable(values, scales, NameLayers.Side);
    }

    public NameLayers Layers { get; }

    /// <summary>Brings the word vectors to the size of the other inputs.</summary>
    public float VectorFactor { get; }

    /// <summary>Adds an embedding to a side of the inputs.</summary>
    public void AddTo(int row, Span<float> side) => _table.AddTo(row, side);

    /// <summary>The network in the sections of a file whose names start with <paramref name="name"/>.</summary>
    public static NameNetwork Load(ModelFile file, string name)
    {
        var shape = file.Values<int>(name + ".shape");
        return new NameNetwork(
            new NameLayers(shape[0], shape[1], shape[2], shape.Length > 3 ? shape[3] : null), file.Values<Half>(name + ".parameters").ToArray(),
            file.Bytes(name + ".values").ToArray(), file.Bytes(name + ".scales").ToArray(), file.Values<float>(name + ".factor")[0]);
    }

    /// <summary>Adds the network to a file.</summary>
    public void Save(ModelFileWriter writer, string name) =>
        writer.AddValues<int>(name + ".shape", Layers.Output.Outputs == NameTypes.Labels.Count ? [Layers.Vector, Layers.Width, Layers.Layers.Length] : [Layers.Vector, Layers.Width, Layers.Layers.Length, Layers.Output.Outputs])
            .AddValues<Half>(name + ".parameters", _halves).Add(name + ".values", _values).Add(name + ".scales", _scales)
            .AddValues<float>(name + ".factor", [VectorFactor]);

    private static byte[] ToBytes<T>(T[] values)
        where T : unmanaged => System.Runtime.InteropServices.MemoryMarshal.AsBytes<T>(values).ToArray();
}
