using NewsExtract.Documents;
using NewsExtract.Entities;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Syntax.Tokens;

namespace NewsExtract.Tests.Entities.Recognition;

/// <summary>What the shipped recogniser makes of the ways in which news writes names.</summary>
public class ShippedNamesTests
{
    private static readonly NewsPipeline Pipeline = new NewsPipelineBuilder().UseTokens().UseMentions(ModelStore.Default).Build();

    private static IEnumerable<string> Names(string text) =>
        Pipeline.Annotate(new Article { Id = "a", Text = text }).Get<MentionLayer>().Mentions
            .Select(mention => (mention.Type is EntityType.Gpe or EntityType.Loc ? "PLACE" : mention.Type.ToString().ToUpperInvariant()) + " " + mention.Span.Of(text));

    [Theory]
    [InlineData("President Michael Tanner met Mr. Robert Hale in Paris on Friday.", "PERSON Michael Tanner", "PERSON Robert Hale", "PLACE Paris")]
    [InlineData("Senator Elizabeth Crane, a Democrat, criticised the European Commission.", "PERSON Elizabeth Crane", "ORG European Commission")]
    [InlineData("Prime Minister Keiko Tanaka will visit Germany next week, Reuters reported.", "PERSON Keiko Tanaka", "PLACE Germany", "ORG Reuters")]
    [InlineData("The World Bank and the Red Cross sent help to Kenya.", "ORG World Bank", "ORG Red Cross", "PLACE Kenya")]
    public void Titles_and_articles_stay_outside_of_names(string text, params string[] names) => Names(text).Should().Contain(names);

    [Theory]
    [InlineData("LONDON (AP) - The court will sit on Monday.", "PLACE LONDON", "ORG AP")]
    [InlineData("WASHINGTON - Officials in Canada welcomed the decision.", "PLACE WASHINGTON", "PLACE Canada")]
    [InlineData("BEIJING, March 3 (Reuters) - China said on Thursday it would talk.", "PLACE BEIJING", "ORG Reuters", "PLACE China")]
    public void Datelines_in_capitals_are_places(string text, params string[] names) => Names(text).Should().Contain(names);

    [Theory]
    [InlineData("MINISTER SAYS FRANCE WILL SIGN TREATY IN BERLIN", "PLACE FRANCE", "PLACE BERLIN")]
    [InlineData("Minister Says France Will Sign New Treaty In Berlin", "PLACE France", "PLACE Berlin")]
    public void Headlines_have_names_whatever_their_capitals(string text, params string[] names) => Names(text).Should().Contain(names);

    [Fact]
    public void A_surname_that_is_a_town_is_the_person_unless_a_preposition_stands_before_it() =>
        Names("\"It is a hunger gap of four months,\" says Thandi Moyo, country director of the charity. Moyo praises district officers but not the ministry.").Should().Contain("PERSON Moyo");

    [Theory]
    [InlineData("Senator Ruth Abelman, Democrat of Oregon, left.", "PERSON Ruth Abelman", "NORP Democrat", "PLACE Oregon")]
    [InlineData("Observers from the African Union praised the vote.", "ORG African Union")]
    [InlineData("The U. S. government and the U. K. embassy agreed.", "PLACE U. S.", "PLACE U. K.")]
    public void Names_are_what_their_words_say(string text, params string[] names) => Names(text).Should().Contain(names);

    [Fact]
    public void A_surname_is_the_person_named_in_full() =>
        Names("Opposition leader Amos Wekesa lost. Wekesa told a rally in Kisumu that he would fight. It won 51 percent against Wekesa's 47. Church leaders urged Wekesa to concede.")
            .Where(static name => name.EndsWith("Wekesa", StringComparison.Ordinal)).Should().OnlyContain(static name => name.StartsWith("PERSON", StringComparison.Ordinal));

    [Theory]
    [InlineData("Taiwan's Tsai Ing-wen spoke after Ban Ki-moon had left.", "PERSON Tsai Ing-wen", "PERSON Ban Ki-moon")]
    [InlineData("Lawyer Kim Seo-yun and the Nairobi-based charity met Jean-Paul Moreau.", "PERSON Kim Seo-yun", "PLACE Nairobi", "PERSON Jean-Paul Moreau")]
    public void Given_names_with_hyphens_are_whole(string text, params string[] names) => Names(text).Should().Contain(names);

    [Fact]
    public void A_nationality_is_a_group_and_its_country_a_place() =>
        Names("Brazilian officials said that Brazil would help.").Should().Equal("NORP Brazilian", "PLACE Brazil");

    [Fact]
    public void A_country_before_a_possessive_is_a_name_of_its_own() =>
        Names("Judges of Kenya's Supreme Court met in Nairobi.").Should().Contain(["PLACE Kenya", "ORG Supreme Court", "PLACE Nairobi"]);

    [Fact]
    public void Confidence_is_a_probability_and_differs()
    {
        var mentions = Pipeline.Annotate(new Article { Id = "a", Text = "Barack Obama spoke in Chicago. Marn Tolvik of Oskelund also did." }).Get<MentionLayer>().Mentions;

        mentions.Should().OnlyContain(mention => mention.Confidence > 0 && mention.Confidence < 1);
        mentions[0].Confidence.Should().BeGreaterThan(0.8);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("…")]
    [InlineData("...")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Texts_without_names_have_none(string text) => Names(text).Should().BeEmpty();
}
