using NewsExtract.Stances.Training;

namespace NewsExtract.Tests.Stances.Training;

public sealed class ArticleCalibrationTests
{
    [Fact]
    public void It_finds_thresholds_that_tell_the_labelled_apart_and_counts_what_no_candidate_reaches()
    {
        var (cases, scores) = Cases(static i => i % 10 == 0 ? 1 : i % 10 == 1 ? -1 : 0);

        var calibration = ArticleCalibration.Fit(cases, scores, missed: 40);

        calibration.Precision.Should().Be(100);
        calibration.Recall.Should().Be(50);
        calibration.F1.Should().BeApproximately(66.67, 0.01);
        calibration.Decide((4, -4)).Should().Be(1);
        calibration.Decide((-4, 4)).Should().Be(-1);
        calibration.Decide((-4, -4)).Should().Be(0);
    }

    [Fact]
    public void Scores_that_say_nothing_have_a_greater_loss()
    {
        var (cases, scores) = Cases(static i => i % 10 == 0 ? 1 : i % 10 == 1 ? -1 : 0);

        var told = ArticleCalibration.Fit(cases, scores, 0);
        var untold = ArticleCalibration.Fit(cases, [.. scores.Select(static (_, i) => (i % 3 - 1.0, i % 4 - 1.5))], 0);

        untold.Loss.Should().BeGreaterThan(told.Loss);
        untold.F1.Should().BeLessThan(told.F1);
    }

    private static (List<Case> Cases, (double Support, double Oppose)[] Scores) Cases(Func<int, int> signOf)
    {
        var cases = Enumerable.Range(0, 200).Select(i => new Case([], [], signOf(i), i % 4, null)).ToList();
        return (cases, [.. cases.Select(static (c, i) => ((c.Sign > 0 ? 4.0 : -4) + (i % 7 * 0.1), (c.Sign < 0 ? 4.0 : -4) + (i % 5 * 0.1)))]);
    }
}
