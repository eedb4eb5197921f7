using NewsExtract.Stances.Training;

namespace NewsExtract.Tests.Stances.Training;

public sealed class ThresholdGridTests
{
    [Fact]
    public void A_plateau_is_better_than_a_peak() =>
        ThresholdGrid.Middle(20, 1, static (s, o) => (s, o) == (2, 2) ? 5 : s is >= 10 and <= 14 && o is >= 8 and <= 12 ? 3 : 0)
            .Should().Match<(int Support, int Oppose)>(static at => at.Support >= 11 && at.Support <= 13 && at.Oppose >= 9 && at.Oppose <= 11);

    [Fact]
    public void Without_a_difference_the_first_point_stands() => ThresholdGrid.Middle(5, 2, static (_, _) => 1).Should().Be((0, 0));
}
