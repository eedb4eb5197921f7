using System.Numerics;

namespace NewsExtract.Stances.Model;

/// <summary>
/// Trees scored together, feature by feature (QuickScorer: Lucchese et al., SIGIR 2015). Each tree has a bit for each leaf, from left to right; every condition that does not hold takes away
/// the leaves under its left branch, and the first that remains is the one the tree leads to. No branch depends on a tree's shape, which a processor cannot foretell.
/// </summary>
internal sealed class TreeBlock
{
    private const int MostLeaves = 64;
    private const int OnStack = 512;

    private readonly int[] _starts;
    private readonly float[] _thresholds;
    private readonly ushort[] _trees;
    private readonly ulong[] _masks;
    private readonly int[] _leafStarts;
    private readonly double[] _leaves;

    /// <summary>Trees as nodes and leaves.</summary>
    /// <exception cref="ArgumentException">A tree has more than 64 leaves.</exception>
    public TreeBlock(IReadOnlyList<(TreeNode[] Nodes, double[] Leaves)> trees)
    {
        var conditions = new List<(int Feature, float Threshold, int Tree, ulong Mask)>();
        var leaves = new List<double>();
        _leafStarts = new int[trees.Count];
        for (var t = 0; t < trees.Count; t++)
        {
            if (trees[t].Leaves.Length > MostLeaves)
            {
                throw new ArgumentException("Too many leaves.", nameof(trees));
            }

            _leafStarts[t] = leaves.Count;
            Place(trees[t], trees[t].Nodes.Length == 0 ? -1 : 0, t, conditions, leaves);
        }

        conditions.Sort(static (a, b) => (a.Feature, a.Threshold, a.Tree, a.Mask).CompareTo((b.Feature, b.Threshold, b.Tree, b.Mask)));
        _leaves = [.. leaves];
        _thresholds = [.. conditions.Select(static c => c.Threshold)];
        _trees = [.. conditions.Select(static c => (ushort)c.Tree)];
        _masks = [.. conditions.Select(static c => c.Mask)];
        _starts = new int[conditions.Count == 0 ? 1 : conditions[^1].Feature + 2];
        foreach (var condition in conditions)
        {
            _starts[condition.Feature + 1]++;
        }

        for (var f = 1; f < _starts.Length; f++)
        {
            _starts[f] += _starts[f - 1];
        }
    }

    /// <summary>Sum of the leaves that the numbers lead to, in the order of the trees.</summary>
    public double Score(ReadOnlySpan<float> features)
    {
        var count = _leafStarts.Length;
        var left = count <= OnStack ? stackalloc ulong[count] : new ulong[count];
        left.Fill(ulong.MaxValue);
        for (var f = 0; f + 1 < _starts.Length; f++)
        {
            var value = features[f];
            var end = _starts[f + 1];
            for (var i = _starts[f]; i < end && value > _thresholds[i]; i++)
            {
                left[_trees[i]] &= _masks[i];
            }
        }

        var sum = 0.0;
        for (var t = 0; t < count; t++)
        {
            sum += _leaves[_leafStarts[t] + BitOperations.TrailingZeroCount(left[t])];
        }

        return sum;
    }

    /// <summary>Places the leaves under a node from left to right; gives their bits.</summary>
    private static ulong Place((TreeNode[] Nodes, double[] Leaves) tree, int at, int number, List<(int Feature, float Threshold, int Tree, ulong Mask)> conditions, List<double> leaves)
    {
        var first = leaves.Count;
        return Under(at);

        ulong Under(int node)
        {
            if (node < 0)
            {
                leaves.Add(tree.Leaves[~node]);
                return 1UL << (leaves.Count - 1 - first);
            }

            var left = Under(tree.Nodes[node].Left);
            conditions.Add((tree.Nodes[node].Feature, tree.Nodes[node].Threshold, number, ~left));
            return left | Under(tree.Nodes[node].Right);
        }
    }
}
