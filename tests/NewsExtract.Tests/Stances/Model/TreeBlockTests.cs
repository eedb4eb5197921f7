using CsCheck;
using NewsExtract.Stances.Model;

namespace NewsExtract.Tests.Stances.Model;

public sealed class TreeBlockTests
{
    private const int Features = 6;

    [Fact]
    public void It_gives_the_sum_that_walking_down_each_tree_gives() =>
        Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 5], Gen.Int[1, 64]).Sample(static (seed, count, leaves) =>
        {
            var random = new Random(seed);
            var trees = Enumerable.Range(0, count).Select(_ => Tree(random, leaves)).ToList();
            var block = new TreeBlock(trees);
            var features = Enumerable.Range(0, Features).Select(_ => random.Next(-2, 3) / 2f).ToArray();
            block.Score(features).Should().Be(trees.Sum(tree => Walk(tree, features)));
        });

    [Fact]
    public void A_tree_of_one_leaf_is_that_leaf() => new TreeBlock([([], [0.25])]).Score([]).Should().Be(0.25);

    [Fact]
    public void Too_many_leaves_are_refused()
    {
        var act = static () => new TreeBlock([Tree(new Random(1), 65)]);
        act.Should().Throw<ArgumentException>();
    }

    private static double Walk((TreeNode[] Nodes, double[] Leaves) tree, float[] features)
    {
        var at = tree.Nodes.Length == 0 ? -1 : 0;
        while (at >= 0)
        {
            at = features[tree.Nodes[at].Feature] <= tree.Nodes[at].Threshold ? tree.Nodes[at].Left : tree.Nodes[at].Right;
        }

        return tree.Leaves[~at];
    }

    // Each step turns a leaf into a condition with two, as LightGBM grows its trees: the old number stays on the left.
    private static (TreeNode[] Nodes, double[] Leaves) Tree(Random random, int leaves)
    {
        var nodes = new List<TreeNode>();
        for (var next = 1; next < leaves; next++)
        {
            var (split, node) = (random.Next(next), nodes.Count);
            for (var n = 0; n < nodes.Count; n++)
            {
                nodes[n] = nodes[n] with { Left = nodes[n].Left == ~split ? (short)node : nodes[n].Left, Right = nodes[n].Right == ~split ? (short)node : nodes[n].Right };
            }

            nodes.Add(new TreeNode(random.Next(-2, 3) / 2f, (short)random.Next(Features), (short)~split, (short)~next, 0));
        }

        return ([.. nodes], [.. Enumerable.Range(0, leaves).Select(_ => (double)random.Next(-50, 50))]);
    }
}
