using NewsExtract.Learning;
using NewsExtract.Stances.Model;
using NewsExtract.Stances.Training;

namespace NewsExtract.Tests.Stances;

public sealed class LearnersTests
{
    [Fact]
    public void Our_trees_score_as_ML_NET_does()
    {
        var cases = Cases();
        var trees = Learners.Trees(cases, static c => c.Sign > 0, 30, 6, 0.1, out var theirs);
        var expected = theirs();
        var writer = new ModelFileWriter(new ModelProvenance("stances", "0", "test", []));
        BoostedTrees.Write(writer, "t", trees.Trees);
        var read = new BoostedTrees(ModelFile.Read("memory", writer.ToBytes(), "stances"), "t", 7);
        for (var i = 0; i < cases.Count; i++)
        {
            trees.Score(cases[i].Dense).Should().BeApproximately(expected[i], 1e-4);
            read.Score(cases[i].Dense).Should().BeApproximately(expected[i], 1e-4);
            (read.Glance(cases[i].Dense) + read.Rest(cases[i].Dense)).Should().BeApproximately(expected[i], 1e-4);
            trees.Score(cases[i].Dense, 7).Should().BeApproximately(read.Glance(cases[i].Dense), 1e-4);
        }

        var few = new BoostedTrees(ModelFile.Read("memory", writer.ToBytes(), "stances"), "t", 99);
        few.Glance(cases[0].Dense).Should().BeApproximately(expected[0], 1e-4);
        few.Rest(cases[0].Dense).Should().Be(0);
        expected.Distinct().Count().Should().BeGreaterThan(10);
    }

    [Fact]
    public void Our_linear_scores_are_ML_NETs_up_to_rounding()
    {
        var cases = Cases();
        var scales = new float[FeatureLayout.Count];
        Array.Fill(scales, 0.5f);
        var weights = Learners.Linear(cases, static c => c.Sign > 0, 2, 1, scales, out var theirs);
        var expected = theirs();
        var writer = new ModelFileWriter(new ModelProvenance("stances", "0", "test", []));
        LinearScorer.Write(writer, "l", weights.Indicators, weights.Dense, weights.Bias);
        var read = new LinearScorer(ModelFile.Read("memory", writer.ToBytes(), "stances"), "l");
        var row = new FeatureRow();
        for (var i = 0; i < cases.Count; i++)
        {
            weights.Score(cases[i].Dense, cases[i].Indicators).Should().BeApproximately(expected[i], 1e-3f);
            row.Clear();
            cases[i].Dense.CopyTo(row.Dense, 0);
            foreach (var indicator in cases[i].Indicators)
            {
                row.Add((ulong)indicator << (64 - FeatureRow.HashBits));
            }

            read.Score(row).Should().BeApproximately(expected[i], 0.05f);
        }
    }

    private static List<Case> Cases()
    {
        var state = 12345u;
        uint Next() => state = (state * 1664525u) + 1013904223u;
        var cases = new List<Case>();
        for (var i = 0; i < 400; i++)
        {
            var dense = new float[FeatureLayout.Count];
            for (var d = 0; d < 12; d++)
            {
                dense[d] = (Next() >> 8) % 100 / 25f;
            }

            var indicator = (int)((Next() >> 8) % 50);
            var sign = dense[2] + dense[5] > 4 || indicator < 10 ? 1 : 0;
            cases.Add(new Case(dense, [indicator, indicator + 100], sign, i % 4));
        }

        return cases;
    }
}
