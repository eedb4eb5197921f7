namespace NewsExtract.Learning.Linear;

/// <summary>Labelled sequences, their features numbered in the order of first appearance.</summary>
internal sealed class SequenceDataset
{
    private readonly Dictionary<ulong, int> _nodeIndex = [];
    private readonly Dictionary<ulong, int> _edgeIndex = [];
    private readonly List<ulong> _nodeHashes = [];
    private readonly List<ulong> _edgeHashes = [];
    private readonly List<int> _nodeCounts = [];
    private readonly List<int> _edgeCounts = [];

    internal List<Sequence> Sequences { get; } = [];

    /// <summary>The number of sequences.</summary>
    public int Count => Sequences.Count;

    /// <summary>Adds a sequence with its right labels; <paramref name="weight"/> scales its updates.</summary>
    public void Add(FeatureRows rows, ReadOnlySpan<byte> labels, float weight = 1)
    {
        var n = rows.Count;
        var sequence = new Sequence(new int[n + 1], new int[n + 1], [], [], labels[..n].ToArray(), new ulong[n], weight);
        var nodes = new List<int>();
        var edges = new List<int>();
        for (var t = 0; t < n; t++)
        {
            foreach (var feature in rows.Features(t))
            {
                nodes.Add(Number(feature, _nodeIndex, _nodeHashes, _nodeCounts));
            }

            foreach (var feature in rows.Edges(t))
            {
                edges.Add(Number(feature, _edgeIndex, _edgeHashes, _edgeCounts));
            }

            sequence.NodeStarts[t + 1] = nodes.Count;
            sequence.EdgeStarts[t + 1] = edges.Count;
            sequence.Masks[t] = rows.Mask(t);
        }

        Sequences.Add(sequence with { Nodes = [.. nodes], Edges = [.. edges] });
    }

    /// <summary>Drops features seen fewer than <paramref name="minCount"/> times; returns the hashes that stay, in their new order.</summary>
    internal (ulong[] Nodes, ulong[] Edges) Prune(int minCount)
    {
        var nodeMap = Map(_nodeHashes, _nodeCounts, minCount, out var nodes);
        var edgeMap = Map(_edgeHashes, _edgeCounts, minCount, out var edges);
        for (var i = 0; i < Sequences.Count; i++)
        {
            var s = Sequences[i];
            Sequences[i] = s with { Nodes = Renumber(s.Nodes, s.NodeStarts, nodeMap), Edges = Renumber(s.Edges, s.EdgeStarts, edgeMap) };
        }

        Replace(_nodeIndex, _nodeHashes, _nodeCounts, nodes, nodeMap);
        Replace(_edgeIndex, _edgeHashes, _edgeCounts, edges, edgeMap);
        return (nodes, edges);
    }

    private static int Number(ulong feature, Dictionary<ulong, int> index, List<ulong> hashes, List<int> counts)
    {
        if (!index.TryGetValue(feature, out var number))
        {
            number = hashes.Count;
            index.Add(feature, number);
            hashes.Add(feature);
            counts.Add(0);
        }

        counts[number]++;
        return number;
    }

    private static int[] Map(List<ulong> hashes, List<int> counts, int minCount, out ulong[] kept)
    {
        var map = new int[hashes.Count];
        var list = new List<ulong>();
        for (var i = 0; i < map.Length; i++)
        {
            map[i] = -1;
            if (counts[i] >= minCount)
            {
                map[i] = list.Count;
                list.Add(hashes[i]);
            }
        }

        kept = [.. list];
        return map;
    }

    private static int[] Renumber(int[] features, int[] starts, int[] map)
    {
        var kept = new List<int>(features.Length);
        var from = 0;
        for (var t = 0; t + 1 < starts.Length; t++)
        {
            for (var i = from; i < starts[t + 1]; i++)
            {
                if (map[features[i]] >= 0)
                {
                    kept.Add(map[features[i]]);
                }
            }

            from = starts[t + 1];
            starts[t + 1] = kept.Count;
        }

        return [.. kept];
    }

    private static void Replace(Dictionary<ulong, int> index, List<ulong> hashes, List<int> counts, ulong[] kept, int[] map)
    {
        var newCounts = new int[kept.Length];
        for (var i = 0; i < map.Length; i++)
        {
            if (map[i] >= 0)
            {
                newCounts[map[i]] = counts[i];
            }
        }

        index.Clear();
        hashes.Clear();
        counts.Clear();
        for (var i = 0; i < kept.Length; i++)
        {
            index.Add(kept[i], i);
        }

        hashes.AddRange(kept);
        counts.AddRange(newCounts);
    }

    internal sealed record Sequence(int[] NodeStarts, int[] EdgeStarts, int[] Nodes, int[] Edges, byte[] Labels, ulong[] Masks, float Weight);
}
