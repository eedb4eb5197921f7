using NewsExtract.Learning;

namespace NewsExtract.Tests.Learning;

public sealed class ShippedVectorsTests
{
    [Theory]
    [InlineData("the")]
    [InlineData("said")]
    [InlineData("Minister")]
    public void The_shipped_vectors_know_common_words(string word) =>
        WordVectors.Load(ModelStore.Default).Find(word).Should().BeInRange(0, 5000);
}
