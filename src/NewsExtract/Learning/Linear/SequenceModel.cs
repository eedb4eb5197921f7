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

    internal SequenceModel(SequenceLabels labels, WeightTable nodes, WeightTable edges, int[] transitions, float unit)
    {
        Labels = labels;
        _nodes = nodes;
        _edges = edges;
        _transitions = transitions;
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
    /// <returns>The score of the sequence, in units.</returns>
    public int Decode(FeatureRows rows, Span<byte> labels, SequenceScratch scratch, ulong required = 0, NodePriors priors = default)
    {
        if (rows.Count == 0)
        {
            return 0;
        }

        Score(rows, scratch, priors);
        return Viterbi(rows, labels, scratch, required);
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
        var pairs = (count + 1) * count;
        SequenceScratch.Ensure(ref scratch.NodeWeights, n * count);
        SequenceScratch.Ensure(ref scratch.EdgeWeights, n * pairs);
        var scale = Unit / temperature;
        scratch.ForgetAlike();
        var (nodeStride, edgeStride) = (_nodes.AccumulatorLength, _edges.AccumulatorLength);
        for (var t = 0; t < n; t++)
        {
            for (var y = 0; y < count; y++)
            {
                scratch.NodeWeights[(t * count) + y] = scratch.Nodes[(t * nodeStride) + y] * scale;
            }

            // Exponentiating the pairs is most of the work; positions with the same edge features, or none, share it.
            var edges = scratch.EdgeWeights.AsSpan(t * pairs, pairs);
            if (t > 0 && scratch.Alike(rows.Edges(t), t) is > 0 and var alike)
            {
                scratch.EdgeWeights.AsSpan(alike * pairs, pairs).CopyTo(edges);
                continue;
            }

            for (var p = 0; p < pairs; p++)
            {
                edges[p] = scratch.Edges[(t * edgeStride) + p] * scale;
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

    /// <summary>Fills the scratch with node scores (position × label) and edge scores (position × pair), transitions included.</summary>
    private void Score(FeatureRows rows, SequenceScratch scratch, NodePriors priors)
    {
        var (nodeStride, edgeStride) = (_nodes.AccumulatorLength, _edges.AccumulatorLength);
        SequenceScratch.Ensure(ref scratch.Nodes, rows.Count * nodeStride);
        SequenceScratch.Ensure(ref scratch.Edges, rows.Count * edgeStride);
        scratch.Nodes.AsSpan(0, rows.Count * nodeStride).Clear();
        for (var t = 0; t < rows.Count; t++)
        {
            if (!priors.IsEmpty)
            {
                priors.CopyTo(t, scratch.Nodes.AsSpan(t * nodeStride, nodeStride), Labels.Count, Unit);
            }

            _nodes.AddTo(rows.Features(t), scratch.Nodes.AsSpan(t * nodeStride, nodeStride));
            var edges = scratch.Edges.AsSpan(t * edgeStride, edgeStride);
            _transitions.CopyTo(edges);
            var features = rows.Edges(t);
            if (features.Length > 0)
            {
                _edges.AddTo(features, edges);
            }
        }
    }

    private int Viterbi(FeatureRows rows, Span<byte> labels, SequenceScratch scratch, ulong required)
    {
        var states = rows.Count * Labels.Count * 2;
        SequenceScratch.Ensure(ref scratch.Best, states);
        SequenceScratch.Ensure(ref scratch.Back, states);
        return ChainDecoder.Viterbi<int>(
            Labels, rows, scratch.Nodes, _nodes.AccumulatorLength, scratch.Edges, _edges.AccumulatorLength, scratch.Best, scratch.Back, labels, required);
    }
}
