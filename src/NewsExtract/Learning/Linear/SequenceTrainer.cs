using System.Numerics.Tensors;

namespace NewsExtract.Learning.Linear;

/// <summary>
/// Trains a <see cref="SequenceModel"/>: an averaged structured perceptron (Collins 2002) or a conditional random field by AdaGrad (Duchi et al. 2011).
/// One thread, a fixed order from the seed: the same data gives the same model.
/// </summary>
internal sealed class SequenceTrainer
{
    private readonly SequenceLabels _labels;
    private readonly SequenceTrainingOptions _options;
    private readonly SequenceDataset _data;
    private readonly ulong[] _nodeHashes;
    private readonly ulong[] _edgeHashes;
    private readonly ParameterBlock _nodes;
    private readonly ParameterBlock _edges;
    private readonly FeatureRows _shape = new();
    private readonly SequenceScratch _scratch = new();
    private float[] _nodeScores = [];
    private float[] _edgeScores = [];
    private float[] _best = [];
    private byte[] _predicted = [];
    private float[] _marginals = [];

    private SequenceTrainer(SequenceLabels labels, SequenceDataset data, SequenceTrainingOptions options)
    {
        (_labels, _data, _options) = (labels, data, options);
        (_nodeHashes, _edgeHashes) = data.Prune(options.MinCount);
        _nodes = new ParameterBlock(_nodeHashes.Length, labels.Count);

        // The last row holds the plain transitions, which stand at every position.
        _edges = new ParameterBlock(_edgeHashes.Length + 1, (labels.Count + 1) * labels.Count);
    }

    /// <summary>Trains a model.</summary>
    /// <param name="labels">The labels of the data.</param>
    /// <param name="data">The sequences; features below <see cref="SequenceTrainingOptions.MinCount"/> are dropped from them.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Receives a line for each pass; may be null.</param>
    /// <param name="cancellation">Ends the training.</param>
    public static SequenceModel Train(
        SequenceLabels labels, SequenceDataset data, SequenceTrainingOptions options, IProgress<string>? progress, CancellationToken cancellation)
    {
        var trainer = new SequenceTrainer(labels, data, options);
        for (var restart = 0; restart < options.Restarts; restart++)
        {
            trainer.Run(options.Seed + restart, progress, cancellation);
        }

        return trainer.Finish();
    }

    private void Run(int seed, IProgress<string>? progress, CancellationToken cancellation)
    {
        var random = new Random(seed);
        var dropout = _options.Dropout > 0 ? new FeatureDropout(_options.Dropout, random) : null;
        var order = Enumerable.Range(0, _data.Count).ToArray();
        for (var epoch = 1; epoch <= _options.Epochs; epoch++)
        {
            random.Shuffle(order);
            var loss = 0.0;
            var positions = 0;
            foreach (var index in order)
            {
                cancellation.ThrowIfCancellationRequested();
                var sequence = _data.Sequences[index];
                loss += Step(dropout is null ? sequence : dropout.Apply(sequence));
                positions += sequence.Labels.Length;
            }

            progress?.Report(FormattableString.Invariant($"pass {epoch} of {_options.Epochs}: {(_options.IsCrf ? "loss" : "wrong labels")} {loss / Math.Max(positions, 1):F5} a position"));
        }

        if (!_options.IsCrf)
        {
            _nodes.Average();
            _edges.Average();
        }

        if (_options.Restarts > 1)
        {
            _nodes.Bank();
            _edges.Bank();
        }
    }

    private double Step(SequenceDataset.Sequence sequence)
    {
        var (n, count) = (sequence.Labels.Length, _labels.Count);
        if (n == 0)
        {
            return 0;
        }

        Score(sequence);
        return _options.IsCrf ? CrfStep(sequence, n, count) : PerceptronStep(sequence, n, count);
    }

    private void Score(SequenceDataset.Sequence sequence)
    {
        var (n, count) = (sequence.Labels.Length, _labels.Count);
        var pairs = (count + 1) * count;
        SequenceScratch.Ensure(ref _nodeScores, n * count);
        SequenceScratch.Ensure(ref _edgeScores, n * pairs);
        SequenceScratch.Ensure(ref _scratch.EdgeAt, n);
        _nodeScores.AsSpan(0, n * count).Clear();
        _shape.Clear();
        for (var t = 0; t < n; t++)
        {
            _shape.Next();
            _shape.Restrict(sequence.Masks[t]);
            var node = _nodeScores.AsSpan(t * count, count);
            foreach (var feature in sequence.Nodes.AsSpan(sequence.NodeStarts[t]..sequence.NodeStarts[t + 1]))
            {
                _nodes.AddTo(feature, node);
            }

            if (_options.Costs is { } costs)
            {
                for (var y = 0; y < count; y++)
                {
                    node[y] += costs[(sequence.Labels[t] * count) + y];
                }
            }

            _scratch.EdgeAt[t] = t * pairs;
            var edge = _edgeScores.AsSpan(t * pairs, pairs);
            edge.Clear();
            _edges.AddTo(_edgeHashes.Length, edge);
            foreach (var feature in sequence.Edges.AsSpan(sequence.EdgeStarts[t]..sequence.EdgeStarts[t + 1]))
            {
                _edges.AddTo(feature, edge);
            }
        }
    }

    private double PerceptronStep(SequenceDataset.Sequence sequence, int n, int count)
    {
        SequenceScratch.Ensure(ref _best, n * count * 2);
        SequenceScratch.Ensure(ref _scratch.Back, n * count * 2);
        SequenceScratch.Ensure(ref _predicted, n);
        ChainDecoder.Viterbi<float>(
            _labels, _shape, _nodeScores, count, _edgeScores, _scratch.EdgeAt.AsSpan(0, n), _best, _scratch.Back, _predicted, required: 0);
        _nodes.Tick();
        _edges.Tick();
        var wrong = 0;
        for (var t = 0; t < n; t++)
        {
            var (gold, predicted) = (sequence.Labels[t], _predicted[t]);
            var (goldPair, pair) = t == 0
                ? ((count * count) + gold, (count * count) + predicted)
                : ((sequence.Labels[t - 1] * count) + gold, (_predicted[t - 1] * count) + predicted);
            if (gold != predicted)
            {
                wrong++;
                foreach (var feature in sequence.Nodes.AsSpan(sequence.NodeStarts[t]..sequence.NodeStarts[t + 1]))
                {
                    _nodes.Move(feature, gold, sequence.Weight);
                    _nodes.Move(feature, predicted, -sequence.Weight);
                }
            }

            if (goldPair != pair)
            {
                _edges.Move(_edgeHashes.Length, goldPair, sequence.Weight);
                _edges.Move(_edgeHashes.Length, pair, -sequence.Weight);
                foreach (var feature in sequence.Edges.AsSpan(sequence.EdgeStarts[t]..sequence.EdgeStarts[t + 1]))
                {
                    _edges.Move(feature, goldPair, sequence.Weight);
                    _edges.Move(feature, pair, -sequence.Weight);
                }
            }
        }

        return wrong;
    }

    private double CrfStep(SequenceDataset.Sequence sequence, int n, int count)
    {
        var pairs = (count + 1) * count;
        SequenceScratch.Ensure(ref _scratch.NodeWeights, n * count);
        SequenceScratch.Ensure(ref _scratch.EdgeWeights, n * pairs);
        SequenceScratch.Ensure(ref _marginals, n * count);
        var nodes = _scratch.NodeWeights.AsSpan(0, n * count);
        var edges = _scratch.EdgeWeights.AsSpan(0, n * pairs);
        var loss = 0.0;
        for (var t = 0; t < n; t++)
        {
            for (var y = 0; y < count; y++)
            {
                nodes[(t * count) + y] = _nodeScores[(t * count) + y];
            }

            var gold = sequence.Labels[t];
            var goldPair = t == 0 ? (count * count) + gold : (sequence.Labels[t - 1] * count) + gold;
            loss -= _nodeScores[(t * count) + gold] + _edgeScores[(t * pairs) + goldPair];
            for (var p = 0; p < pairs; p++)
            {
                edges[(t * pairs) + p] = _edgeScores[(t * pairs) + p];
            }

            loss += ChainInference.ExponentiateEdges(_labels, edges.Slice(t * pairs, pairs), first: t == 0);
        }

        loss += ChainInference.Marginals(_labels, _shape, nodes, edges, _scratch, _marginals);
        Span<float> nodeGradient = stackalloc float[count];
        Span<float> pairGradient = pairs <= 1024 ? stackalloc float[pairs] : new float[pairs];
        for (var t = 0; t < n; t++)
        {
            for (var y = 0; y < count; y++)
            {
                nodeGradient[y] = _marginals[(t * count) + y] * sequence.Weight;
            }

            nodeGradient[sequence.Labels[t]] -= sequence.Weight;
            if (_options.GradientFloor > 0 && Math.Abs(TensorPrimitives.MaxMagnitude<float>(nodeGradient)) <= _options.GradientFloor)
            {
                continue;
            }

            foreach (var feature in sequence.Nodes.AsSpan(sequence.NodeStarts[t]..sequence.NodeStarts[t + 1]))
            {
                _nodes.Descend(feature, nodeGradient, _options.LearningRate, _options.L2);
            }

            PairGradient(sequence, t, nodes, edges, pairGradient);
            _edges.Descend(_edgeHashes.Length, pairGradient, _options.LearningRate, _options.L2);
            foreach (var feature in sequence.Edges.AsSpan(sequence.EdgeStarts[t]..sequence.EdgeStarts[t + 1]))
            {
                _edges.Descend(feature, pairGradient, _options.LearningRate, _options.L2);
            }
        }

        return loss;
    }

    /// <summary>Expected minus observed counts of the label pairs at a position.</summary>
    private void PairGradient(SequenceDataset.Sequence sequence, int t, ReadOnlySpan<double> nodes, ReadOnlySpan<double> edges, Span<float> gradient)
    {
        var count = _labels.Count;
        var pairs = (count + 1) * count;
        gradient.Clear();
        if (t == 0)
        {
            for (var y = 0; y < count; y++)
            {
                gradient[(count * count) + y] = _marginals[y] * sequence.Weight;
            }

            gradient[(count * count) + sequence.Labels[0]] -= sequence.Weight;
            return;
        }

        var total = 0.0;
        for (var pass = 0; pass < 2; pass++)
        {
            for (var x = 0; x < count; x++)
            {
                var forward = _scratch.Forward[((t - 1) * count) + x];
                for (var y = 0; y < count; y++)
                {
                    var joint = forward * edges[(t * pairs) + (x * count) + y] * nodes[(t * count) + y] * _scratch.Backward[(t * count) + y];
                    if (pass == 0)
                    {
                        total += joint;
                    }
                    else if (total > 0)
                    {
                        gradient[(x * count) + y] = (float)(joint / total) * sequence.Weight;
                    }
                }
            }
        }

        gradient[(sequence.Labels[t - 1] * count) + sequence.Labels[t]] -= sequence.Weight;
    }

    private SequenceModel Finish()
    {
        if (_options.Restarts > 1)
        {
            _nodes.TakeBanked(_options.Restarts);
            _edges.TakeBanked(_options.Restarts);
        }

        if (_options.Dropout > 0)
        {
            _nodes.Scale(_nodeHashes.Length, 1 - _options.Dropout);
            _edges.Scale(_edgeHashes.Length, 1 - _options.Dropout);
        }

        var width = _edges.Width;
        var transitions = _edges.Weights.AsSpan(_edgeHashes.Length * width, width);
        var edgeWeights = _edges.Weights.AsSpan(0, _edgeHashes.Length * width);
        var unit = Math.Max(Math.Max(_nodes.Largest(), _edges.Largest()), 1e-6f) / (127 << 8);
        var floor = WeightFloor.Of(_nodes.Weights, _labels.Count, _options.Floor, _options.MostRows);
        var nodes = WeightTable.Build(_nodeHashes, _nodes.Weights, _labels.Count, unit, floor);
        var edges = WeightTable.Build(_edgeHashes, edgeWeights, width, unit, floor);
        var whole = new int[transitions.Length];
        for (var i = 0; i < whole.Length; i++)
        {
            whole[i] = (int)MathF.Round(transitions[i] / unit);
        }

        // Accumulators are whole vectors long; the tail of the transitions stays 0.
        return new SequenceModel(_labels, nodes, edges, whole, unit);
    }
}
