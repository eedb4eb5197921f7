using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Syntax.Parsing;
using NewsExtract.Syntax.Sentences;
using NewsExtract.Syntax.Tokens;

namespace NewsExtract.Tests.Syntax.Sentences;

public class DatelineTests
{
    private static readonly NewsPipeline Tokens = new NewsPipelineBuilder().UseTokens().Build();
    private static readonly NewsPipeline Trees = new NewsPipelineBuilder().UseTokens().UseParse(ModelStore.Default).Build();

    [Theory]
    [InlineData("LONDON, Nov. 25 (Wire) - The court ruled.", "The")]
    [InlineData("KYIV, Ukraine (Wire) — Rain fell.", "Rain")]
    [InlineData("CHICAGO—The mayor left.", "The")]
    [InlineData("London (Wire) - The court ruled.", "The")]
    [InlineData("(WIRE) -- Ms. Poe left.", "Ms.")]
    [InlineData("14:32 The mayor left.", "The")]
    [InlineData("Poe (Labour) left.", "Poe")]
    [InlineData("Poe - The Musical opens on Friday.", "Poe")]
    [InlineData("POE left - The end.", "POE")]
    [InlineData("MI5-Chief Ann Poe left.", "MI5")]
    public void A_dateline_ends_at_its_dash(string text, string first)
    {
        var document = Tokens.Annotate(text);
        var tokens = document.Get<TokenLayer>();
        var after = Dateline.Skip(text, tokens, document.Get<SentenceLayer>(), 0);
        tokens[after].In(text).ToString().Should().Be(first);
    }

    [Fact]
    public void Only_the_first_sentence_of_a_paragraph_has_one()
    {
        const string Text = "It rained. LONDON (Wire) - The court ruled.";
        var document = Tokens.Annotate(Text);
        Dateline.Skip(Text, document.Get<TokenLayer>(), document.Get<SentenceLayer>(), 1).Should().Be(document.Get<SentenceLayer>()[1].Tokens.Start);
    }

    [Fact]
    public void The_sentence_behind_a_dateline_has_a_tree_of_its_own()
    {
        const string Text = "OSLO (Wire) - Marten Corp. criticised the order.";
        var document = Trees.Annotate(Text);
        var parse = document.Get<ParseLayer>();
        var words = document.Get<TokenLayer>();
        var verb = parse.Heads.IndexOf(-1);
        words[verb].In(Text).ToString().Should().Be("criticised");
        parse.Heads.Count(static head => head < 0).Should().Be(1);
        parse.Heads[0].Should().Be(verb);
        parse.Relations[0].Should().Be(Relation.Dep);
    }
}
