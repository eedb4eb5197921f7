using CsCheck;
using NewsExtract.Documents;
using NewsExtract.Entities.Coreference;

namespace NewsExtract.Tests.Entities.Coreference;

public class UncrossingTests
{
    [Fact]
    public void The_later_of_two_that_cross_is_cut_on_the_side_without_its_head()
    {
        Mention[] mentions = [Nominal(0, 4, 1), Nominal(2, 6, 3), Nominal(8, 12, 9), Nominal(10, 14, 13)];

        Uncrossing.SortAndCut(mentions).Should().Be(4);

        mentions.Select(static m => (m.Start, m.End)).Should().Equal((0, 4), (2, 4), (8, 12), (12, 14));
    }

    [Fact]
    public void A_coordination_that_crosses_is_left_out()
    {
        Mention[] mentions = [Nominal(0, 4, 1), Nominal(2, 6, 3) with { IsCoordination = true }, Nominal(5, 6, 5)];

        Uncrossing.SortAndCut(mentions).Should().Be(2);

        mentions[1].Start.Should().Be(5);
    }

    [Fact]
    public void Afterwards_none_cross() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[1, 12], Gen.Int[0, 11]).Select(static (start, length, head) => Nominal(start, start + length, start + (head % length)))
            .Array[0, 12].Sample(static drawn =>
            {
                var kept = drawn[..Uncrossing.SortAndCut(drawn)].ToList();
                kept.Should().HaveCount(drawn.Length).And.NotContain(static m => m.Start > m.Head || m.Head >= m.End);
                kept.Should().NotContain(a => kept.Exists(b => a.Start < b.Start && b.Start < a.End && a.End < b.End));
            });

    private static Mention Nominal(int start, int end, int head) => new() { Kind = MentionKind.Nominal, Start = start, End = end, Head = head };
}
