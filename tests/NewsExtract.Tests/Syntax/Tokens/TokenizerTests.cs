using NewsExtract.Documents;
using NewsExtract.Pipeline;
using NewsExtract.Syntax.Tokens;

namespace NewsExtract.Tests.Syntax.Tokens;

public class TokenizerTests
{
    private static readonly NewsPipeline Pipeline = new NewsPipelineBuilder().UseTokens().Build();

    private static string Cut(string text)
    {
        var document = Pipeline.Annotate(new Article { Id = "a", Text = text });
        return string.Join('|', document.Get<TokenLayer>().Tokens.Select(span => span.Of(text)));
    }

    [Theory]
    // Contractions and possessives.
    [InlineData("They don't, can't and won't.", "They|do|n't|,|ca|n't|and|wo|n't|.")]
    [InlineData("She’s sure the senators’ aides couldn’t’ve known.", "She|’s|sure|the|senators|’|aides|could|n’t|’ve|known|.")]
    [InlineData("I cannot; we're gonna try Smith's.", "I|can|not|;|we|'re|gon|na|try|Smith|'s|.")]
    [InlineData("O'Brien met D’Souza at ten o'clock", "O'Brien|met|D’Souza|at|ten|o'clock")]
    [InlineData("the '90s, the 1990s, the 1980's", "the|'90s|,|the|1990s|,|the|1980's")]
    [InlineData("Get 'em, says 'Jim'.", "Get|'em|,|says|'|Jim|'|.")]
    // Hyphens and dashes.
    [InlineData("A well-known non-profit co-founder", "A|well|-|known|non-profit|co-founder")]
    [InlineData("a 20-year-old ex-minister won 3-2", "a|20|-|year|-|old|ex-minister|won|3|-|2")]
    [InlineData("a year-over-year rise", "a|year|-|over|-|year|rise")]
    [InlineData("Call 555-0199 -- or wait—now", "Call|555-0199|--|or|wait|—|now")]
    [InlineData("from 2019–21", "from|2019|–|21")]
    // Numbers and amounts.
    [InlineData("$1.2bn, 3.5%, €40m and US$5", "$|1.2|bn|,|3.5|%|,|€|40|m|and|US$|5")]
    [InlineData("1,250,000 people at 10:30am on 11/28/2016", "1,250,000|people|at|10:30|am|on|11/28/2016")]
    [InlineData("35mm, 90km, the 21st", "35|mm|,|90|km|,|the|21st")]
    [InlineData("a .300 average", "a|.300|average")]
    // Abbreviations and initials.
    [InlineData("Mr. Lee of the U.S. met Dr. J.K. Roe, Ph.D., at 5 p.m.", "Mr.|Lee|of|the|U.S.|met|Dr.|J.K.|Roe|,|Ph.D.|,|at|5|p.m.")]
    [InlineData("No. 10 said no. It did.", "No.|10|said|no|.|It|did|.")]
    [InlineData("On Jan. 5 the U.S.-led force", "On|Jan.|5|the|U.S.|-|led|force")]
    [InlineData("Acme Inc., George W. Poe", "Acme|Inc.|,|George|W.|Poe")]
    [InlineData("He and I. We left.", "He|and|I|.|We|left|.")]
    // Addresses.
    [InlineData("See https://example.org/a/b?c=1. Or www.example.com, (news@example.co.uk).", "See|https://example.org/a/b?c=1|.|Or|www.example.com|,|(|news@example.co.uk|)|.")]
    [InlineData("example.com's @desk wrote #now", "example.com|'s|@desk|wrote|#now")]
    // Quotation marks.
    [InlineData("\"No,\" he said. ``Never,'' she said.", "\"|No|,|\"|he|said|.|``|Never|,|''|she|said|.")]
    [InlineData("“It’s ‘fine’,” «oui»", "“|It|’s|‘|fine|’|,|”|«|oui|»")]
    // Ellipses and end marks, emoticons, emoji.
    [InlineData("Well... what?! No…", "Well|...|what|?!|No|…")]
    [InlineData("Great :) thanks", "Great|:)|thanks")]
    [InlineData("Go 👩‍🚀🇫🇷 👍🏽!", "Go|👩‍🚀|🇫🇷|👍🏽|!")]
    [InlineData("and/or AT&T", "and|/|or|AT&T")]
    // A lost space between sentences.
    [InlineData("It ended.Then it began.", "It|ended|.|Then|it|began|.")]
    public void Tokens_follow_the_conventions_of_universal_dependencies(string text, string expected) => Cut(text).Should().Be(expected);

    [Fact]
    public void Characters_without_width_are_never_tokens_or_edges()
    {
        const string Text = "\uFEFFOne\u200B two\u00ADfold \u200Ethree\u200F \0 four\uD800";

        Cut(Text).Should().Be("One|two\u00ADfold|three|four");
    }
}
