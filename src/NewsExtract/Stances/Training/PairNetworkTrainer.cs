using NewsExtract.Entities.Recognition.Network;
using NewsExtract.Entities.Training;
using NewsExtract.Learning;
using NewsExtract.Learning.Neural;
using NewsExtract.Stances.Network;

namespace NewsExtract.Stances.Training;

/// <summary>
/// Trains the network over the words around a pair: recurrent layers that answer at the last words of target and holder. What remains is the mean of the weights over the second half of the
/// lessons. Single-threaded, the same bytes each time.
/// </summary>
internal sealed class PairNetworkTrainer
{
    private const double AveragedFrom = 0.5;

    private readonly WordVectors _vectors;
    private readonly NetworkOptions _options;
    private readonly NameLayers _layers;
    private readonly LearnedTable _table;
    private readonly PairBackward _backward;
    private readonly WeightAverage _layerAverage;
    private readonly WeightAverage _tableAverage;
    private readonly float _factor;
    private readonly bool[] _kept = new bool[8192];

    private PairNetworkTrainer(WordVectors vectors, NetworkOptions options)
    {
        (_options, _vectors) = (options, vectors);
        _layers = new NameLayers(vectors.Dimensions, options.Width, options.Layers, PairReadout.Outputs);
        _layers.Initialise(options.Seed);
        _table = new LearnedTable(PairWords.Buckets, NameLayers.Side, new SplitMix(options.Seed + 1));
        _factor = vectors.UnitFactor();
        _backward = new PairBackward(_layers, options);
        (_layerAverage, _tableAverage) = (new WeightAverage(_layers.Parameters.Length), new WeightAverage(PairWords.Buckets * NameLayers.Side));
    }

    /// <summary>Trains on lessons.</summary>
    public static NameNetwork Train(WordVectors vectors, IReadOnlyList<Lesson> lessons, NetworkOptions options, CancellationToken cancellation)
    {
        var trainer = new PairNetworkTrainer(vectors, options);
        var random = new SplitMix(options.Seed + 2);
        var orders = Enumerable.Range(0, options.Epochs).Select(epoch => Enumerable.Range(0, lessons.Count).Where(i => lessons[i].Words.Vectors.Length > 0 && lessons[i].Epochs > epoch).ToArray()).ToArray();
        var total = (double)orders.Sum(static order => order.Length);
        var (done, step) = (0.0, 0);
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            var order = orders[epoch];
            random.Shuffle(order.AsSpan());
            for (var next = 0; next < order.Length;)
            {
                cancellation.ThrowIfCancellationRequested();
                var first = next;
                var words = 0;
                while (next < order.Length && words < options.BatchWords)
                {
                    words += lessons[order[next++]].Words.Vectors.Length;
                }

                done += next - first;
                step++;
                var rate = options.Rate * Math.Min(1f, (float)step / options.WarmUp) * MathF.Max(0.01f, (float)(1 - (done / total)));
                trainer.Step(lessons, order.AsSpan(first, next - first), words, step, rate, random);
                if (done >= total * AveragedFrom)
                {
                    trainer._layerAverage.Add(trainer._layers.Parameters.Values);
                    trainer._tableAverage.Add(trainer._table.Values);
                }
            }
        }

        var table = trainer._table.Values.ToArray();
        trainer._layerAverage.CopyTo(trainer._layers.Parameters.Values);
        trainer._tableAverage.CopyTo(table);
        return new NameNetwork(trainer._layers, table, trainer._factor);
    }

    private void Step(IReadOnlyList<Lesson> lessons, ReadOnlySpan<int> batch, int words, int step, float rate, SplitMix random)
    {
        _layers.Prepare();
        _backward.Reserve(words, batch.Length);
        Span<int> starts = stackalloc int[batch.Length + 1];
        _backward.Pairs.Clear();
        var at = 0;
        for (var s = 0; s < batch.Length; s++)
        {
            starts[s] = at;
            var (sample, sign, weight, _) = lessons[batch[s]];
            for (var i = 0; i < sample.Vectors.Length; i++, at++)
            {
                Embed(sample, i, _backward.Inputs.AsSpan(at * _layers.Inputs, _layers.Inputs), random, out _kept[at]);
            }

            _backward.Pairs.Add((sample.Target, sample.Holder, sign switch { > 0 => 1, < 0 => 2, _ => 0 }, weight));
        }

        starts[^1] = at;
        _backward.Run(starts, random);
        at = 0;
        foreach (var index in batch)
        {
            var sample = lessons[index].Words;
            for (var i = 0; i < sample.Vectors.Length; i++, at++)
            {
                var gradient = _backward.InputGradients.AsSpan(at * _layers.Inputs, _layers.Inputs);
                for (var r = _kept[at] ? 0 : 1; r < PairWords.Slots; r++)
                {
                    _table.AddGradient(sample.Rows[(i * PairWords.Slots) + r], gradient.Slice(_layers.Vector + (r < PairWords.OwnSlots ? 0 : NameLayers.Side), NameLayers.Side));
                }
            }
        }

        var factor = 1f / batch.Length;
        var norm = 0.0;
        foreach (var value in _backward.Gradients)
        {
            norm += value * value;
        }

        factor *= Math.Min(1, _options.Clip / (((float)Math.Sqrt(norm) * factor) + 1e-6f));
        _backward.Adam.Step(_layers.Parameters.Values, _backward.Gradients, 0, _backward.Gradients.Length, rate, step, factor, _options.Decay);
        _table.Step(rate, step, factor);
    }

    private void Embed(PairWords.Sample sample, int word, Span<float> input, SplitMix random, out bool kept)
    {
        input.Clear();
        kept = random.NextSingle() >= _options.WordDropout;
        if (sample.Vectors[word] >= 0 && random.NextSingle() >= _options.VectorDropout)
        {
            _vectors.Table.AddTo(sample.Vectors[word], input, _factor);
        }

        for (var r = kept ? 0 : 1; r < PairWords.Slots; r++)
        {
            _table.AddTo(sample.Rows[(word * PairWords.Slots) + r], input[(_layers.Vector + (r < PairWords.OwnSlots ? 0 : NameLayers.Side))..]);
        }
    }
}
