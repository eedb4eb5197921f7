using System.Runtime.InteropServices;
using NewsExtract.Learning;

namespace NewsExtract.Stances.Model;

/// <summary>Gradient-boosted trees (LightGBM's, Ke et al. 2017) from the model file, of which some may be asked first. Immutable.</summary>
internal sealed class BoostedTrees
{
    private readonly TreeBlock _glance;
    private readonly TreeBlock _rest;

    /// <summary>Reads the trees; the first <paramref name="glance"/> can be asked alone.</summary>
    public BoostedTrees(ModelFile file, string name, int glance = 0)
    {
        var trees = Read(file, name);
        _glance = new TreeBlock(trees.GetRange(0, Math.Min(glance, trees.Count)));
        _rest = new TreeBlock(trees.GetRange(Math.Min(glance, trees.Count), Math.Max(0, trees.Count - glance)));
    }

    /// <summary>Sum of the leaves that the numbers lead to.</summary>
    public double Score(ReadOnlySpan<float> features) => Glance(features) + Rest(features);

    /// <summary>The same of the first trees.</summary>
    public double Glance(ReadOnlySpan<float> features) => _glance.Score(features);

    /// <summary>The same of the others.</summary>
    public double Rest(ReadOnlySpan<float> features) => _rest.Score(features);

    private static List<(TreeNode[] Nodes, double[] Leaves)> Read(ModelFile file, string name)
    {
        var nodes = MemoryMarshal.Cast<byte, TreeNode>(file.Bytes(name + ".nodes").Span);
        var leaves = file.Values<double>(name + ".leaves");
        var nodeStarts = file.Values<int>(name + ".node-starts");
        var leafStarts = file.Values<int>(name + ".leaf-starts");
        var trees = new List<(TreeNode[], double[])>(nodeStarts.Length - 1);
        for (var t = 0; t + 1 < nodeStarts.Length; t++)
        {
            trees.Add((nodes[nodeStarts[t]..nodeStarts[t + 1]].ToArray(), leaves[leafStarts[t]..leafStarts[t + 1]].ToArray()));
        }

        return trees;
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
