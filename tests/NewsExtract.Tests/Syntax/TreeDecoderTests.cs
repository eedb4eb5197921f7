using CsCheck;
using NewsExtract.Syntax.Parsing;

namespace NewsExtract.Tests.Syntax;

public class TreeDecoderTests
{
    [Fact]
    public void Any_scores_give_a_tree_with_one_root() =>
        (from count in Gen.Int[1, 30]
         from scores in Gen.Float[-4, 4].Array[count * 32]
         select (count, scores)).Sample(static sample =>
         {
             var heads = new int[sample.count];
             new TreeDecoder().Decode(sample.scores, 32, sample.count, heads);
             return IsTree(heads);
         });

    [Fact]
    public void Equal_scores_give_a_tree_too()
    {
        var heads = new int[20];
        new TreeDecoder().Decode(new float[20 * 32], 32, 20, heads);
        IsTree(heads).Should().BeTrue();
    }

    [Fact]
    public void Best_heads_that_are_a_tree_are_kept()
    {
        // Word 1 is the root, words 0 and 2 hang on it, word 3 on word 2.
        var scores = new float[4 * 32];
        scores[(0 * 32) + 2] = 5;
        scores[(1 * 32) + 0] = 5;
        scores[(2 * 32) + 2] = 5;
        scores[(3 * 32) + 3] = 5;
        var heads = new int[4];

        new TreeDecoder().Decode(scores, 32, 4, heads);

        heads.Should().Equal(1, -1, 1, 2);
    }

    [Fact]
    public void A_cycle_is_broken_where_it_costs_least()
    {
        // Words 1 and 2 want each other; word 2 can go to the root word 0 for less.
        var scores = new float[3 * 32];
        scores[(0 * 32) + 0] = 9;
        scores[(1 * 32) + 3] = 5;
        scores[(1 * 32) + 1] = 1;
        scores[(2 * 32) + 2] = 5;
        scores[(2 * 32) + 1] = 4;
        var heads = new int[3];

        new TreeDecoder().Decode(scores, 32, 3, heads);

        heads.Should().Equal(-1, 2, 0);
    }

    private static bool IsTree(int[] heads)
    {
        if (heads.Count(static head => head == -1) != 1)
        {
            return false;
        }

        for (var word = 0; word < heads.Length; word++)
        {
            var at = word;
            for (var steps = 0; at >= 0; steps++)
            {
                if (steps > heads.Length)
                {
                    return false;
                }

                at = heads[at];
            }
        }

        return true;
    }
}
