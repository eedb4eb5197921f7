using NewsExtract.Learning;
using NewsExtract.Lexicons;
using NewsExtract.Stances.Lexicon;

namespace NewsExtract.Tests.Stances.Lexicon;

public sealed class StanceLexiconTests
{
    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("ed")]
    [InlineData("ing")]
    public void Endings_are_no_words(string word) => StanceLexicon.Instance.Find(FeatureHash.OfLower(word)).Should().BeNull();

    [Theory]
    [InlineData("verbs")]
    [InlineData("nouns")]
    [InlineData("adjectives")]
    [InlineData("valence")]
    [InlineData("cues")]
    [InlineData("connotations")]
    public void No_list_has_an_empty_word(string list) =>
        SeedLexicon.Rows($"stances/{list}").Should().OnlyContain(static row => !row.Last().Split(' ', StringSplitOptions.None).Contains(""));
}
