using NewsExtract.Documents;
using NewsExtract.Entities.Recognition.Network;
using NewsExtract.Learning.Neural;
using NewsExtract.Stances.Model;

namespace NewsExtract.Stances.Network;

/// <summary>Runs the networks on one pair at a time and averages their answers. Working memory: one for each thread.</summary>
internal sealed class PairPass
{
    // Of a longer window (a text without a full stop) only the words of the pair are worked out.
    private const int LongestWindow = 256;

    private readonly FoldedInput[] _networks;
    private readonly float[][] _words;
    private readonly ushort[] _own = new ushort[PairWords.OwnSlots];
    private readonly float[] _gates;
    private readonly float[] _cells;
    private readonly float[] _scores;
    private readonly float[] _sums = new float[PairReadout.Classes];
    private float[] _inputs = [];
    private float[] _below;
    private float[] _above;

    // Whose words are worked out; empty, as no pair's is, where those of none are.
    private TokenRange _window;

    /// <summary>A pass of networks of one shape.</summary>
    public PairPass(FoldedInput[] networks)
    {
        _networks = networks;
        var layers = networks[0].Layers;
        _words = new float[networks.Length][];
        Array.Fill(_words, []);
        _gates = new float[PairWords.Most * layers.Layers[0].GateWidth];
        _cells = new float[PairWords.Most * layers.Width];
        _below = new float[PairWords.Most * layers.Width];
        _above = new float[PairWords.Most * layers.Width];
        _scores = new float[PairWords.Most * layers.Output.Width];
    }

    /// <summary>Forgets the words of the document before.</summary>
    public void Begin() => _window = default;

    /// <summary>Log-odds of support, and of opposition, against neither, of a pair whose places are filled. What the words give by themselves is kept for the next pair of the window.</summary>
    public (float Support, float Oppose) Score(PairFeatures features, PairWords words, TokenRange window)
    {
        window = window.Length <= LongestWindow ? window : new TokenRange(words.Start, words.Start + words.Count);
        if (window != _window)
        {
            _window = window;
            for (var n = 0; n < _networks.Length; n++)
            {
                var inputs = Reserve(n, window.Length);
                for (var i = 0; i < window.Length; i++)
                {
                    features.Own(window.Start + i, _own);
                    _networks[n].Fill(features.VectorOf(window.Start + i), _own, inputs.Slice(i * _networks[n].Inputs, _networks[n].Inputs));
                }

                _networks[n].Words(inputs, window.Length, _words[n]);
            }
        }

        return Score(words.Start - window.Start, words.Rows, words.Count, words.Target, words.Holder);
    }

    /// <summary>The same of a kept case.</summary>
    public (float Support, float Oppose) Score(PairWords.Sample sample)
    {
        _window = default;
        var count = sample.Vectors.Length;
        for (var n = 0; n < _networks.Length; n++)
        {
            var inputs = Reserve(n, count);
            for (var i = 0; i < count; i++)
            {
                _networks[n].Fill(sample.Vectors[i], sample.Rows.AsSpan(i * PairWords.Slots, PairWords.OwnSlots), inputs.Slice(i * _networks[n].Inputs, _networks[n].Inputs));
            }

            _networks[n].Words(inputs, count, _words[n]);
        }

        return Score(0, sample.Rows, count, sample.Target, sample.Holder);
    }

    private (float Support, float Oppose) Score(int first, ReadOnlySpan<ushort> rows, int count, int target, int holder)
    {
        var (support, oppose) = (0f, 0f);
        for (var n = 0; n < _networks.Length; n++)
        {
            Run(_networks[n], _words[n].AsSpan(first * _networks[n].Width), rows, count, target, holder);
            support += _sums[1] - _sums[0];
            oppose += _sums[2] - _sums[0];
        }

        return (support / _networks.Length, oppose / _networks.Length);
    }

    private void Run(FoldedInput network, ReadOnlySpan<float> words, ReadOnlySpan<ushort> rows, int count, int target, int holder)
    {
        var (layers, width) = (network.Layers, network.Width);
        for (var i = 0; i < count; i++)
        {
            network.Place(words.Slice(i * width, width), rows.Slice((i * PairWords.Slots) + PairWords.OwnSlots, PairWords.Slots - PairWords.OwnSlots), _below.AsSpan(i * width, width));
        }

        ReadOnlySpan<int> starts = [0, count];
        for (var l = 0; l < layers.Layers.Length; l++)
        {
            if (l == layers.Layers.Length - 1 && GatedRecurrence.HasWholePanels(width))
            {
                // Only two words are asked for an answer.
                var other = holder < 0 ? target : holder;
                layers.Layers[l].ForwardAt(_below, count, Math.Min(target, other), Math.Max(target, other), _gates, _above);
            }
            else
            {
                layers.Layers[l].Forward(_below, _below, starts, _gates, _cells, _above);
            }

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

    private Span<float> Reserve(int network, int count)
    {
        if (_words[network].Length < count * _networks[network].Width)
        {
            _words[network] = new float[Math.Max(count, LongestWindow) * _networks[network].Width];
        }

        if (_inputs.Length < count * _networks[network].Inputs)
        {
            _inputs = new float[Math.Max(count, LongestWindow) * _networks[network].Inputs];
        }

        return _inputs;
    }
}
