using NewsExtract.Entities.Recognition.Network;
using NewsExtract.Learning;

namespace NewsExtract.Stances.Network;

/// <summary>Runs the networks on one pair at a time and averages their answers. Working memory: one for each thread.</summary>
internal sealed class PairPass(NameNetwork[] networks, WordVectors vectors)
{
    private readonly float[] _inputs = new float[PairWords.Most * networks[0].Layers.Inputs];
    private readonly float[] _gates = new float[PairWords.Most * networks[0].Layers.Layers[0].GateWidth];
    private readonly float[] _cells = new float[PairWords.Most * networks[0].Layers.Width];
    private readonly float[] _scores = new float[PairWords.Most * networks[0].Layers.Output.Width];
    private readonly float[] _sums = new float[PairReadout.Classes];
    private float[] _below = new float[PairWords.Most * networks[0].Layers.Width];
    private float[] _above = new float[PairWords.Most * networks[0].Layers.Width];

    /// <summary>Log-odds of support, and of opposition, against neither.</summary>
    public (float Support, float Oppose) Score(ReadOnlySpan<int> vectorRows, ReadOnlySpan<ushort> rows, int target, int holder)
    {
        var (support, oppose) = (0f, 0f);
        foreach (var network in networks)
        {
            Run(network, vectorRows, rows, target, holder);
            support += _sums[1] - _sums[0];
            oppose += _sums[2] - _sums[0];
        }

        return (support / networks.Length, oppose / networks.Length);
    }

    private void Run(NameNetwork network, ReadOnlySpan<int> vectorRows, ReadOnlySpan<ushort> rows, int target, int holder)
    {
        var layers = network.Layers;
        var count = vectorRows.Length;
        for (var i = 0; i < count; i++)
        {
            var input = _inputs.AsSpan(i * layers.Inputs, layers.Inputs);
            input.Clear();
            if (vectorRows[i] >= 0)
            {
                vectors.Table.AddTo(vectorRows[i], input, network.VectorFactor);
            }

            for (var r = 0; r < PairWords.Slots; r++)
            {
                network.AddTo(rows[(i * PairWords.Slots) + r], input[(layers.Vector + (r < PairWords.OwnSlots ? 0 : NameLayers.Side))..]);
            }
        }

        ReadOnlySpan<int> starts = [0, count];
        layers.Input.Forward(_inputs, layers.Inputs, count, _below, layers.Width);
        foreach (var layer in layers.Layers)
        {
            layer.Forward(_below, _below, starts, _gates, _cells, _above);
            (_below, _above) = (_above, _below);
        }

        Answer(layers, target);
        if (holder >= 0)
        {
            Answer(layers, holder);
        }

        PairReadout.Read(_scores, layers.Output.Width, target, holder, _sums);
    }

    private void Answer(NameLayers layers, int word) =>
        layers.Output.Forward(_below.AsSpan(word * layers.Width), layers.Width, 1, _scores.AsSpan(word * layers.Output.Width), layers.Output.Width);
}
