using NewsExtract.Evaluation;

namespace NewsExtract.Tests.Evaluation;

public class NameKeysTests
{
    [Theory]
    [InlineData("President Ann Teal", "ann teal")]
    [InlineData("Ann Teal's", "ann teal")]
    [InlineData("U.S.A.", "united states")]
    [InlineData("GOP", "republican party")]
    [InlineData("us", "us")]
    [InlineData("President", "president")]
    [InlineData("Jean-Luc d’Arc", "jean luc d arc")]
    [InlineData(null, "")]
    public void Names_are_compared_by_their_words(string? name, string key) => NameKeys.Key(name).Should().Be(key);

    [Fact]
    public void A_part_of_a_name_means_the_only_known_name_that_it_fits()
    {
        var known = new HashSet<string> { "ann teal", "bob reed", "cora reed" };
        NameKeys.Resolve([null, "Teal"], known).Should().Be("ann teal");
        NameKeys.Resolve(["Reed"], known).Should().Be("reed", "two have that name");
        NameKeys.Resolve(["Ms. Cora Reed"], known).Should().Be("cora reed");
    }

    [Theory]
    [InlineData("Teal", "Ambassador Teal", true)]
    [InlineData("Teal", "Ann Teal, the mayor of Oslo", true)]
    [InlineData("Oslo", "the mayor of Oslo", false)]
    [InlineData("Reed", "Ann Teal", false)]
    public void A_name_is_the_mention_or_its_end(string name, string mention, bool isIt) => NameKeys.NamesMention(name, mention).Should().Be(isIt);
}
