using NewsExtract.Stances.Model;

namespace NewsExtract.Tests.Stances.Model;

public sealed class FeatureRowTests
{
    [Fact]
    public void A_bucket_is_on_once_and_a_copy_is_in_order()
    {
        var row = new FeatureRow();
        foreach (var bucket in (int[])[7, 200_000, 7, 3, 64, 200_000])
        {
            row.Add(Hash(bucket));
        }

        row.Indicators.ToArray().Should().Equal(7, 200_000, 3, 64);
        row.Copy().Indicators.Should().Equal(3, 7, 64, 200_000);
    }

    [Fact]
    public void Cleared_it_knows_nothing_of_before()
    {
        var row = new FeatureRow();
        for (var bucket = 0; bucket < 1000; bucket++)
        {
            row.Add(Hash(bucket * 17));
        }

        row.Dense[3] = 1;
        row.Clear();
        row.Add(Hash(17));

        row.Dense[3].Should().Be(0);
        row.Indicators.ToArray().Should().Equal(17);
    }

    private static ulong Hash(int bucket) => (ulong)bucket << (64 - FeatureRow.HashBits);
}
