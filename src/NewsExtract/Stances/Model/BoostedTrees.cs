using System.Runtime.InteropServices;
using NewsExtract.Learning;

namespace NewsExtract.Stances.Model;

/// <summary>Gradient-boosted trees (LightGBM's, Ke et al. 2017) read in place from the model file.</summary>
internal sealed class BoostedTrees
{
    private readonly ReadOnlyMemory<byte> _nodes;
    private readonly ReadOnlyMemory<byte> _leaves;
    private readonly int[] _nodeStarts;
    private readonly int[] _leafStarts;

    public BoostedTrees(ModelFile file, string name)
    {
        _nodes = file.Bytes(name + ".nodes");
        _leaves = file.Bytes(name + ".leaves");
        _nodeStarts = file.Values<int>(name + ".node-starts").ToArray();
        _leafStarts = file.Values<int>(name + ".leaf-starts").ToArray();
    }

    /// <summary>How many trees there are.</summary>
    public int Count => _nodeStarts.Length - 1;

    /// <summary>Sum of the leaves that the numbers lead to.</summary>
    public double Score(ReadOnlySpan<float> features) => Score(features, 0, Count);

    /// <summary>The same of some of the trees.</summary>
    public double Score(ReadOnlySpan<float> features, int from, int to)
    {
        var nodes = MemoryMarshal.Cast<byte, TreeNode>(_nodes.Span);
        var leaves = MemoryMarshal.Cast<byte, double>(_leaves.Span);
        double sum = 0;
        for (var tree = from; tree < to; tree++)
        {
            var start = _nodeStarts[tree];
            var at = start == _nodeStarts[tree + 1] ? -1 : 0;
            while (at >= 0)
            {
                ref readonly var node = ref nodes[start + at];
                at = features[node.Feature] <= node.Threshold ? node.Left : node.Right;
            }

            sum += leaves[_leafStarts[tree] + ~at];
        }

        return sum;
    }

    /// <summary>Writes trees given as nodes and leaf values.</summary>
    public static void Write(ModelFileWriter writer, string name, IReadOnlyList<(TreeNode[] Nodes, double[] Leaves)> trees)
    {
        int[] nodeStarts = new int[trees.Count + 1], leafStarts = new int[trees.Count + 1];
        for (var i = 0; i < trees.Count; i++)
        {
            nodeStarts[i + 1] = nodeStarts[i] + trees[i].Nodes.Length;
            leafStarts[i + 1] = leafStarts[i] + trees[i].Leaves.Length;
        }

        writer.AddValues<TreeNode>(name + ".nodes", trees.SelectMany(static t => t.Nodes).ToArray())
            .AddValues<double>(name + ".leaves", trees.SelectMany(static t => t.Leaves).ToArray())
            .AddValues<int>(name + ".node-starts", nodeStarts).AddValues<int>(name + ".leaf-starts", leafStarts);
    }
}
