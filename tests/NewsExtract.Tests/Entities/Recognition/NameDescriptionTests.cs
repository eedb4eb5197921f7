using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Entities.Gazetteers;
using NewsExtract.Entities.Recognition;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Syntax.Parsing;
using NewsExtract.Syntax.Tokens;

namespace NewsExtract.Tests.Entities.Recognition;

/// <summary>What phrases that say what a name is do for its type; the mentions are given with the wrong one.</summary>
public class NameDescriptionTests
{
    private static readonly NewsPipeline Pipeline = new NewsPipelineBuilder().UseTokens().UseParse(ModelStore.Default).Build();

    [Theory]
    [InlineData("Vandorio is a company that sells boats.", "Vandorio", EntityType.Person, EntityType.Org)]
    [InlineData("They invested in Vandorio, a firm from the north.", "Vandorio", EntityType.Gpe, EntityType.Org)]
    [InlineData("She writes for the newspaper Vandorio every week.", "Vandorio", EntityType.Person, EntityType.Org)]
    [InlineData("The founder of Vandorio sold his shares.", "Vandorio", EntityType.Person, EntityType.Org)]
    [InlineData("Jane Poe, a lawyer at Vandorio, agreed.", "Vandorio", EntityType.Person, EntityType.Org)]
    [InlineData("Vandorio is a town in the hills.", "Vandorio", EntityType.Person, EntityType.Gpe)]
    [InlineData("The festival was held in Vandorio, where it rained.", "Vandorio", EntityType.Person, EntityType.Gpe)]
    [InlineData("Vandorio is a carpenter from the north.", "Vandorio", EntityType.Org, EntityType.Person)]
    public void A_phrase_says_what_a_name_is(string text, string name, EntityType found, EntityType expected) =>
        Described(text, 0.7, (name, found)).Should().Equal(expected);

    [Theory]
    [InlineData("Vandorio is a rival of the firm.", EntityType.Org)]
    [InlineData("Vandorio is not a company.", EntityType.Person)]
    [InlineData("They have faith in Vandorio.", EntityType.Person)]
    [InlineData("Her role in Vandorio's dismissal was small.", EntityType.Person)]
    [InlineData("The friends of Vandorio sold his shares.", EntityType.Person)]
    public void Other_phrases_say_nothing(string text, EntityType found) => Described(text, 0.7, ("Vandorio", found)).Should().Equal(found);

    [Fact]
    public void One_phrase_counts_for_the_whole_article() =>
        Described("Vandorio grew fast. Vandorio is a company that sells boats. Vandorio has plans.", 0.7, ("Vandorio", EntityType.Person), ("Vandorio", EntityType.Person), ("Vandorio", EntityType.Gpe))
            .Should().Equal(EntityType.Org, EntityType.Org, EntityType.Org);

    [Fact]
    public void What_the_recogniser_is_sure_of_stays() =>
        Described("Vandorio is a company that sells boats.", 0.95, ("Vandorio", EntityType.Person)).Should().Equal(EntityType.Person);

    [Fact]
    public void Two_phrases_that_disagree_say_nothing() =>
        Described("Vandorio is a company. Vandorio is a town.", 0.7, ("Vandorio", EntityType.Person), ("Vandorio", EntityType.Person)).Should().Equal(EntityType.Person, EntityType.Person);

    private static IEnumerable<EntityType> Described(string text, double confidence, params (string Name, EntityType Type)[] found)
    {
        var document = Pipeline.Annotate(new Article { Id = "a", Text = text });
        var tokens = document.Get<TokenLayer>();
        var mentions = ImmutableArray.CreateBuilder<NamedMention>();
        var at = 0;
        foreach (var (name, type) in found)
        {
            at = text.IndexOf(name, at, StringComparison.Ordinal);
            var span = new TextSpan(at, at + name.Length);
            mentions.Add(new NamedMention(span, tokens.Covering(span), type, confidence));
            at = span.End;
        }

        var gazetteers = GazetteerTable.Build([]);
        var forms = new WordForms(gazetteers, WordTable.Build([]));
        forms.Fill(text, tokens.Tokens, document.Get<SentenceLayer>().Sentences.Select(static s => s.Tokens).ToArray());
        new NameDescriptions(new PlaceTyper(gazetteers)).Apply(text, tokens, document.Get<TagLayer>(), document.Get<ParseLayer>(), forms, mentions);
        return mentions.Select(static mention => mention.Type);
    }
}
