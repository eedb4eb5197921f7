using CsCheck;
using NewsExtract.Evaluation;

namespace NewsExtract.Tests.Evaluation;

public class MatchingTests
{
    [Fact]
    public void No_other_matching_weighs_more() =>
        Gen.Int[0, 9].Array2D[4, 4].Sample(static weights =>
        {
            int[] all = [0, 1, 2, 3];
            var pairs = Matching.Best(all, all, (g, p) => weights[g, p] / 10.0, 0.3);
            pairs.Select(static m => m.Gold).Should().OnlyHaveUniqueItems();
            pairs.Select(static m => m.Predicted).Should().OnlyHaveUniqueItems();
            pairs.Sum(m => weights[m.Gold, m.Predicted]).Should().Be(Most(weights, 0, []));
        });

    private static int Most(int[,] weights, int gold, int[] taken)
    {
        if (gold == 4)
        {
            return 0;
        }

        var most = Most(weights, gold + 1, taken);
        for (var j = 0; j < 4; j++)
        {
            if (!taken.Contains(j) && weights[gold, j] >= 3)
            {
                most = Math.Max(most, weights[gold, j] + Most(weights, gold + 1, [.. taken, j]));
            }
        }

        return most;
    }
}
