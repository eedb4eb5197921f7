using NewsExtract.Learning;
using NewsExtract.Learning.Linear;

namespace NewsExtract.Tests.Learning.Linear;

public class WeightTableTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(500, 7)]
    [InlineData(5000, 15)]
    public void Sums_are_those_of_the_rows(int count, int width)
    {
        var random = new Random(5);
        var features = Enumerable.Range(0, count).Select(static i => FeatureHash.Mix(7, (ulong)i)).ToArray();
        var weights = Enumerable.Range(0, count * width).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray();
        const float Unit = 0.5f / (127 << 8);
        var table = WeightTable.Build(features, weights, width, Unit, floor: 0);

        for (var i = 0; i < count; i += 97)
        {
            var sum = new int[table.AccumulatorLength];
            table.AddTo([features[i]], sum);
            for (var k = 0; k < width; k++)
            {
                (sum[k] * Unit).Should().BeApproximately(weights[(i * width) + k], 0.005f);
            }
        }
    }

    [Fact]
    public void Unknown_features_hardly_ever_count()
    {
        var features = Enumerable.Range(0, 1000).Select(static i => FeatureHash.Mix(7, (ulong)i)).ToArray();
        var table = WeightTable.Build(features, Enumerable.Repeat(1f, 1000).ToArray(), 1, 1f / 127, floor: 0);
        var sum = new int[table.AccumulatorLength];
        var strangers = Enumerable.Range(0, 100_000).Select(static i => FeatureHash.Mix(8, (ulong)i)).ToArray();
        table.AddTo(strangers, sum);
        (sum[0] / 127).Should().BeLessThan(100);
    }
}
