namespace NewsExtract.Learning.Linear;

/// <summary>
/// Leaves out a random part of a sequence's features at each training step, so that the weights do not lean on few of them (Globerson and Roweis 2006,
/// Srivastava et al. 2014). At the end the weights are scaled by the part that was kept.
/// </summary>
internal sealed class FeatureDropout(float rate, Random random)
{
    private int[] _nodes = [];
    private int[] _edges = [];
    private int[] _nodeStarts = [];
    private int[] _edgeStarts = [];

    /// <summary>The sequence with what is left of its features; shares memory with the next call.</summary>
    public SequenceDataset.Sequence Apply(SequenceDataset.Sequence sequence)
    {
        Thin(sequence.Nodes, sequence.NodeStarts, ref _nodes, ref _nodeStarts);
        Thin(sequence.Edges, sequence.EdgeStarts, ref _edges, ref _edgeStarts);
        return sequence with { Nodes = _nodes, NodeStarts = _nodeStarts, Edges = _edges, EdgeStarts = _edgeStarts };
    }

    private void Thin(int[] features, int[] starts, ref int[] kept, ref int[] keptStarts)
    {
        SequenceScratch.Ensure(ref kept, features.Length);
        SequenceScratch.Ensure(ref keptStarts, starts.Length);
        var (count, limit) = (0, (int)(rate * (1 << 16)));
        var bits = 0L;
        for (var t = 0; t + 1 < starts.Length; t++)
        {
            keptStarts[t] = count;
            for (var i = starts[t]; i < starts[t + 1]; i++)
            {
                // Three choices from each draw.
                bits = (i % 3) == 0 || bits == 0 ? random.NextInt64() : bits >> 16;
                if ((bits & 0xFFFF) >= limit)
                {
                    kept[count++] = features[i];
                }
            }
        }

        keptStarts[starts.Length - 1] = count;
    }
}
