using NewsExtract.Entities.Recognition;
using NewsExtract.Entities.Training;

namespace NewsExtract.Tests.Entities.Training;

public class ConfidenceTests
{
    [Fact]
    public void A_fitted_scale_gives_the_share_of_right_mentions()
    {
        var mentions = Mentions(seed: 1);
        var scale = ConfidenceFitter.Fit(mentions);
        var (before, after) = (new Reliability(), new Reliability());
        foreach (var (probability, type, right) in Mentions(seed: 2))
        {
            before.Add(probability, right);
            after.Add(scale.Of(probability, type), right);
        }

        before.Error.Should().BeGreaterThan(0.08);
        after.Error.Should().BeLessThan(0.04);
    }

    [Fact]
    public void The_curve_counts_each_mention_in_its_step()
    {
        var curve = new Reliability();
        curve.Add(1, true);
        curve.Add(0.92, false);
        curve.Add(0.15, false);

        curve.Lines().Should().Equal("confidence 0.15: 0.00 right of 1", "confidence 0.96: 0.50 right of 2", "expected calibration error 0.357");
    }

    /// <summary>A model that is too sure of itself, more so with one type.</summary>
    private static List<(double Probability, int Type, bool Right)> Mentions(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 4000).Select(i =>
        {
            var odds = (random.NextDouble() * 6) - 1;
            var type = i % 2 == 0 ? NameTypes.Person : NameTypes.Org;
            var truth = 1 / (1 + Math.Exp(-((odds * 0.5) - (type == NameTypes.Org ? 0.7 : 0))));
            return (1 / (1 + Math.Exp(-odds)), type, random.NextDouble() < truth);
        })];
    }
}
