using NewsExtract.Learning.Linear;

namespace NewsExtract.Tests.Learning.Linear;

public class FeatureRowsTests
{
    [Fact]
    public void Rows_grow_with_the_longest_sentence()
    {
        const int Positions = 3000;
        var rows = new FeatureRows();

        for (var i = 0; i < Positions; i++)
        {
            rows.Next();
            rows.Add((ulong)i);
        }

        rows.Count.Should().Be(Positions);
        rows.Features(Positions - 1).ToArray().Should().Equal((ulong)Positions - 1);
        rows.Mask(512).Should().Be(ulong.MaxValue);
    }
}
