using System.Numerics.Tensors;

namespace NewsExtract.Learning.Linear;

/// <summary>
/// A linear-chain model over hashed features: averaged structured perceptron (Collins 2002) or conditional random field (Lafferty, McCallum and
/// Pereira 2001), the same at run time. Immutable, safe on many threads; scores are whole numbers of <see cref="Unit"/>.
/// </summary>
internal sealed class SequenceModel
{
    private readonly WeightTable _nodes;
    private readonly WeightTable _edges;
    private readonly int[] _transitions;
    private readonly int[] _barred;

    internal SequenceModel(SequenceLabels labels, WeightTable nodes, WeightTable edges, int[] transitions, float unit)
    {
        Labels = labels;
        _nodes = nodes;
        _edges = edges;
        _transitions = transitions;
        _barred = WideDecoder.Bar(labels, transitions);
        Unit = unit;
    }

    /// <summary>The labels.</summary>
    public SequenceLabels Labels { get; }

    /// <summary>The real size of a score of 1.</summary>
    public float Unit { get; }

    /// <summary>The model in the sections of a file whose names start with <paramref name="name"/>.</summary>
    public static SequenceModel Load(ModelFile file, string name)
    {
        var labels = SequenceLabels.Load(file, name);
        var pairs = (labels.Count + 1) * labels.Count;
        return new SequenceModel(
            labels,
            WeightTable.Load(file, name + ".nodes", labels.Count),
            WeightTable.Load(file, name + ".edges", pairs),
            file.Values<int>(name + ".transitions").ToArray(),
            file.Values<float>(name + ".unit")[0]);
    }

    /// <summary>Adds the model to a file.</summary>
    public void Save(ModelFileWriter writer, string name)
    {
        Labels.Save(writer, name);
        _nodes.Save(writer, name + ".nodes");
        _edges.Save(writer, name + ".edges");
        writer.AddValues<int>(name + ".transitions", _transitions).AddValues<float>(name + ".unit", [Unit]);
    }

    /// <summary>The best sequence of labels (Viterbi).</summary>
    /// <param name="rows">The features.</param>
    /// <param name="labels">Receives a label for each position.</param>
    /// <param name="scratch">Memory to work in.</param>
    /// <param name="required">When not 0: labels (as bits) of which at least one must appear, if the restrictions allow it.</param>
    /// <param name="priors">Scores of another model to add.</param>
    /// <param name="before">What <see cref="AddNodes"/> gave for other features of the same positions; may be empty.</param>
    /// <returns>The score of the sequence, in units.</returns>
    public int Decode(FeatureRows rows, Span<byte> labels, SequenceScratch scratch, ulong required = 0, NodePriors priors = default, ReadOnlySpan<int> before = default)
    {
        if (rows.Count == 0)
        {
            return 0;
        }

        Score(rows, scratch, priors, before);
        return Viterbi(rows, labels, scratch, required);
    }

    /// <summary>Values of a row of node scores, padding included.</summary>
    public int NodeStride => _nodes.AccumulatorLength;

    /// <summary>The node scores of features, to be handed to <see cref="Decode"/> later together with further features: <see cref="NodeStride"/> values a position.</summary>
    public void AddNodes(FeatureRows rows, Span<int> scores)
    {
        var stride = NodeStride;
        scores[..(rows.Count * stride)].Clear();
        for (var t = 0; t < rows.Count; t++)
        {
            Fetch(rows, t + 1);
            _nodes.AddTo(rows.Features(t), scores.Slice(t * stride, stride));
        }
    }

    /// <summary>The best sequence, and for each position the probability of each label (forward–backward).</summary>
    /// <param name="rows">The features.</param>
    /// <param name="labels">Receives a label for each position.</param>
    /// <param name="marginals">Receives <c>positions × labels</c> probabilities.</param>
    /// <param name="scratch">Memory to work in.</param>
    /// <param name="temperature">Scores are divided by it first; a perceptron's margin has no scale of its own.</param>
    /// <param name="required">As in <see cref="Decode"/>; the probabilities do not regard it.</param>
    /// <param name="priors">Scores of another model to add.</param>
    public int DecodeWithMarginals(
        FeatureRows rows, Span<byte> labels, Span<float> marginals, SequenceScratch scratch, float temperature = 1, ulong required = 0, NodePriors priors = default)
    {
        var score = Decode(rows, labels, scratch, required, priors);
        AddMarginals(rows, marginals, scratch, temperature);
        return score;
    }

    /// <summary>The probabilities of the rows of the last call of <see cref="Decode"/>.</summary>
    /// <param name="rows">The same rows.</param>
    /// <param name="marginals">Receives <c>positions × labels</c> probabilities.</param>
    /// <param name="scratch">The same memory, untouched in between.</param>
    /// <param name="temperature">Scores are divided by it first.</param>
    public void AddMarginals(FeatureRows rows, Span<float> marginals, SequenceScratch scratch, float temperature)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var (n, count) = (rows.Count, Labels.Count);
        if (count <= WideDecoder.Lanes)
        {
            WideInference.Marginals(count, rows, _nodes.AccumulatorLength, Unit / temperature, scratch, marginals);
            return;
        }

        var pairs = (count + 1) * count;
        SequenceScratch.Ensure(ref scratch.NodeWeights, n * count);
        SequenceScratch.Ensure(ref scratch.EdgeWeights, n * pairs);
        var scale = Unit / temperature;
        var nodeStride = _nodes.AccumulatorLength;
        for (var t = 0; t < n; t++)
        {
            for (var y = 0; y < count; y++)
            {
                scratch.NodeWeights[(t * count) + y] = scratch.Nodes[(t * nodeStride) + y] * scale;
            }

            // Exponentiating the pairs is most of the work; positions with the same edge features, or none, share it.
            var at = scratch.EdgeAt[t];
            var edges = scratch.EdgeWeights.AsSpan(t * pairs, pairs);
            if (scratch.EdgeHome[t] is var home && home != t)
            {
                scratch.EdgeWeights.AsSpan(home * pairs, pairs).CopyTo(edges);
                continue;
            }

            for (var p = 0; p < pairs; p++)
            {
                edges[p] = scratch.Edges[at + p] * scale;
            }

            ChainInference.ExponentiateEdges(Labels, edges, first: t == 0);
        }

        ChainInference.Marginals(Labels, rows, scratch.NodeWeights, scratch.EdgeWeights, scratch, marginals);
    }

    /// <summary>
    /// Decodes the rows of the last call once more, with the score of one label changed everywhere: lowering that of <c>O</c> brings out what was nearly found.
    /// </summary>
    /// <param name="rows">The same rows.</param>
    /// <param name="labels">Receives a label for each position.</param>
    /// <param name="scratch">The same memory, untouched in between.</param>
    /// <param name="label">The label.</param>
    /// <param name="change">What is added to its score, in real numbers.</param>
    public void DecodeAgain(FeatureRows rows, Span<byte> labels, SequenceScratch scratch, int label, float change)
    {
        var units = (int)MathF.Round(change / Unit);
        for (var t = 0; t < rows.Count; t++)
        {
            scratch.Nodes[(t * _nodes.AccumulatorLength) + label] += units;
        }

        Viterbi(rows, labels, scratch, required: 0);
    }

    /// <summary>Fills the scratch with node scores (position × label) and edge scores (kind of position × pair), transitions included.</summary>
    private void Score(FeatureRows rows, SequenceScratch scratch, NodePriors priors, ReadOnlySpan<int> before)
    {
        var (nodeStride, edgeStride) = (_nodes.AccumulatorLength, _edges.AccumulatorLength);
        SequenceScratch.Ensure(ref scratch.Nodes, rows.Count * nodeStride);
        SequenceScratch.Ensure(ref scratch.Edges, (rows.Count * edgeStride) + WideDecoder.Lanes);
        SequenceScratch.Ensure(ref scratch.EdgeAt, rows.Count);
        SequenceScratch.Ensure(ref scratch.EdgeHome, rows.Count);
        scratch.Nodes.AsSpan(0, rows.Count * nodeStride).Clear();
        scratch.ForgetAlike();
        for (var t = 0; t < rows.Count; t++)
        {
            var nodes = scratch.Nodes.AsSpan(t * nodeStride, nodeStride);
            if (!priors.IsEmpty)
            {
                priors.CopyTo(t, nodes, Labels.Count, Unit);
            }

            if (!before.IsEmpty)
            {
                TensorPrimitives.Add(nodes, before.Slice(t * nodeStride, nodeStride), nodes);
            }

            Fetch(rows, t + 1);
            _nodes.AddTo(rows.Features(t), nodes);

            // Few positions differ in their edge features: the others share their scores. The first stands alone, its transitions are those of the start.
            var features = rows.Edges(t);
            if (t > 0 && scratch.Alike(features, t) is > 0 and var alike)
            {
                (scratch.EdgeAt[t], scratch.EdgeHome[t]) = (scratch.EdgeAt[alike], alike);
                continue;
            }

            (scratch.EdgeAt[t], scratch.EdgeHome[t]) = (t * edgeStride, t);
            var edges = scratch.Edges.AsSpan(t * edgeStride, edgeStride);
            _barred.CopyTo(edges);
            if (features.Length > 0)
            {
                _edges.AddTo(features, edges);
            }
        }
    }

    private void Fetch(FeatureRows rows, int position)
    {
        if (position < rows.Count)
        {
            _nodes.Fetch(rows.Features(position));
        }
    }

    private int Viterbi(FeatureRows rows, Span<byte> labels, SequenceScratch scratch, ulong required)
    {
        var states = rows.Count * Labels.Count * 2;
        if (required == 0 && Labels.Count <= WideDecoder.Lanes)
        {
            SequenceScratch.Ensure(ref scratch.WideBack, rows.Count * WideDecoder.Lanes);
            return WideDecoder.Viterbi(Labels.Count, rows, scratch.Nodes, _nodes.AccumulatorLength, scratch.Edges, scratch.EdgeAt, scratch.WideBack, labels);
        }

        SequenceScratch.Ensure(ref scratch.Best, states);
        SequenceScratch.Ensure(ref scratch.Back, states);
        return ChainDecoder.Viterbi<int>(Labels, rows, scratch.Nodes, _nodes.AccumulatorLength, scratch.Edges, scratch.EdgeAt, scratch.Best, scratch.Back, labels, required);
    }
}
