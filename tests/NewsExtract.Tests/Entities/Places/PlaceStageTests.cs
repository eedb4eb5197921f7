using NewsExtract.Documents;
using NewsExtract.Entities.Places;
using NewsExtract.Entities.Values;
using NewsExtract.Pipeline;
using NewsExtract.Syntax.Tokens;

namespace NewsExtract.Tests.Entities.Places;

public class PlaceStageTests
{
    private static readonly NewsPipeline Tokens = new NewsPipelineBuilder().UseTokens().Build();

    /// <summary>The countries of the places that stand in square brackets.</summary>
    private static string Countries(string marked)
    {
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var document = Tokens.Annotate(new Article { Id = "a", Text = text });
        var tokens = document.Get<TokenLayer>();
        var mentions = new List<NamedMention>();
        var removed = 0;
        for (var open = marked.IndexOf('['); open >= 0; open = marked.IndexOf('[', open + 1))
        {
            var span = new TextSpan(open - removed, marked.IndexOf(']', open) - removed - 1);
            mentions.Add(new NamedMention(span, tokens.Covering(span), EntityType.Gpe, 1));
            removed += 2;
        }

        var placed = new PlaceStage().Annotate(document.With(new MentionLayer([.. mentions])), default);
        return string.Join(' ', placed.Get<MentionLayer>().Mentions.Select(m => m.Country ?? "-"));
    }

    [Theory]
    [InlineData("[France], [Britain], the [U.S.], [South Korea] and [Côte d’Ivoire]", "FR GB US KR CI")]
    [InlineData("[Nairobi], [São Paulo], [Kyiv], [Munich] and [Ohio]", "KE BR UA DE US")]
    [InlineData("from [Paris] to [Paris], [Texas]", "FR US US")]
    [InlineData("[Georgia] and [Russia] met in [Tbilisi].", "GE RU GE")]
    [InlineData("Voters in [Georgia] and [Alabama]", "US US")]
    [InlineData("[northern Iraq], [Washington state], [downtown Chicago]", "IQ US US")]
    [InlineData("in [Nowhereville]", "-")]
    [InlineData("[Zwolle] and ['S-Hertogenbosch]", "NL -")]
    public void Places_get_their_country(string marked, string expected) => Countries(marked).Should().Be(expected);

    [Fact]
    public void Every_line_of_the_table_is_found()
    {
        var lines = File.ReadLines(Path.Combine(Repository.Root, "seeds", "places", "cities.txt")).Skip(1).Select(static l => l.Split('\t')).ToList();

        lines.Should().HaveCountGreaterThan(20_000);
        lines.Select(static l => l[0]).Should().BeInAscendingOrder(StringComparer.Ordinal);
        lines.Where(static (_, i) => i % 37 == 0).Should().OnlyContain(static l => PlaceTable.Instance.Find(l[0]).Codes == l[1]);
        lines.Should().OnlyContain(static l => System.Text.RegularExpressions.Regex.IsMatch(l[1], "^[+*]?[A-Z]{2}( [A-Z]{2})*$"));
    }

    [Fact]
    public void Values_and_names_are_merged_without_overlap()
    {
        const string Text = "Channel 4 aired it on Monday for 2 hours in May.";
        var document = Tokens.Annotate(new Article { Id = "a", Text = Text });
        var names = new MentionLayer([
            new NamedMention(new TextSpan(0, 9), new TokenRange(0, 2), EntityType.Org, 0.9),
            new NamedMention(new TextSpan(22, 28), new TokenRange(5, 6), EntityType.Misc, 0.4)]);

        var merged = new ValueStage().Annotate(document.With(names), default).Get<MentionLayer>().Mentions;

        merged.Select(m => m.Span.Of(Text)).Should().Equal("Channel 4", "Monday", "2 hours", "May");
        merged.Select(static m => m.Type).Should().Equal(EntityType.Org, EntityType.Date, EntityType.Time, EntityType.Date);
    }
}
