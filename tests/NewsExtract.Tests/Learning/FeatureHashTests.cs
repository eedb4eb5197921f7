using NewsExtract.Learning;

namespace NewsExtract.Tests.Learning;

public class FeatureHashTests
{
    [Fact]
    public void Small_templates_and_values_do_not_collide()
    {
        var hashes = from template in Enumerable.Range(0, 64) from value in Enumerable.Range(0, 1024) select FeatureHash.Mix((ulong)template, (ulong)value);
        hashes.Distinct().Should().HaveCount(64 * 1024);
    }

    [Fact]
    public void Case_is_folded_only_when_asked()
    {
        FeatureHash.Of("Paris").Should().NotBe(FeatureHash.Of("paris"));
        FeatureHash.OfLower("PARIS").Should().Be(FeatureHash.Of("paris"));
    }
}
