using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Entities.Coreference;

namespace NewsExtract.Tests.Entities.Coreference;

public class NameClusterTests
{
    private static List<string> Names(string marked) =>
        [.. Entities(marked).Select(static entity => $"{entity.Name}×{entity.Mentions.Count(static mention => mention.Kind == MentionKind.Name)}")];

    private static ImmutableArray<Entity> Entities(string marked) =>
        new CoreferenceStage(CoreferenceModel.Empty).Annotate(MarkedText.Read(marked), CancellationToken.None).Get<EntityLayer>().Entities;

    [Fact]
    public void Variants_of_a_person_s_name_are_one_person_with_the_fullest_name()
    {
        Names("[PERSON|Orla Quennell] spoke first. [PERSON|Quennell] spoke last, and Mrs. [PERSON|Quennell] wept. [PERSON|Orla] left.")
            .Should().Equal("Orla Quennell×4");
    }

    [Fact]
    public void A_surname_in_the_headline_belongs_to_the_full_name_that_follows() =>
        Names("[PERSON|Quennell] resigns\n\n[PERSON|Orla Quennell] resigned on Monday.").Should().Equal("Orla Quennell×2");

    [Theory]
    [InlineData("[PERSON|Bill Tarrow] ran. [PERSON|William Tarrow] won.", "William Tarrow×2")]
    [InlineData("[PERSON|Joseph P. Dunmore Jr.] ran. [PERSON|Joe Dunmore] won.", "Joseph P. Dunmore Jr.×2")]
    [InlineData("[PERSON|Maria Lopez Obregon] ran. [PERSON|Lopez Obregon] won.", "Maria Lopez Obregon×2")]
    [InlineData("[PERSON|H. Dunmore] ran. [PERSON|Helga Dunmore] won.", "Helga Dunmore×2")]
    [InlineData("[PERSON|Wen Zhaoxing] ran. [PERSON|Wen] won.", "Wen Zhaoxing×2")]
    public void First_names_may_be_short_and_names_cut(string marked, string expected) => Names(marked).Should().Equal(expected);

    [Theory]
    [InlineData("[NORP|Democratic] leaders met. [NORP|Democrats] cheered.", "Democrats×2")]
    [InlineData("A [NORP|Republican] left. [NORP|Republicans] cheered.", "Republicans×2")]
    [InlineData("A [NORP|Conservative] minister left. [NORP|Tories] cheered.", "Tories×2")]
    [InlineData("[NORP|British] fans left. [NORP|Brits] cheered. One [NORP|Briton] slept.", "Brits×3")]
    [InlineData("[NORP|French] fans left. Two [NORP|Frenchmen] slept.", "Frenchmen×2")]
    public void A_group_is_one_by_noun_and_adjective_and_goes_by_its_people(string marked, string expected) => Names(marked).Should().Equal(expected);

    [Fact]
    public void Two_people_of_one_surname_are_kept_apart_by_their_first_names() =>
        Names("[PERSON|Carl Tarrow] met [PERSON|Anna Tarrow].").Should().Equal("Carl Tarrow×1", "Anna Tarrow×1");

    [Theory]
    [InlineData("[PERSON|Carl Tarrow] met his son, [PERSON|Carl Tarrow Jr.] [PERSON|Tarrow] smiled.", "Carl Tarrow×2", "Carl Tarrow Jr.×1")]
    [InlineData("[PERSON|Carl Tarrow Jr.] ran. [PERSON|Carl Tarrow] won.", "Carl Tarrow Jr.×2")]
    public void Father_and_son_are_told_apart_where_the_son_is_named_second(string marked, params string[] expected) => Names(marked).Should().Equal(expected);

    [Fact]
    public void Two_people_taken_for_one_name_do_not_swallow_each() =>
        Names("[PERSON|Carl Tarrow and Anna Poe] met. [PERSON|Carl Tarrow] left. [PERSON|Anna] stayed.")
            .Should().Equal("Carl Tarrow and Anna Poe×1", "Carl Tarrow×1", "Anna×1");

    [Fact]
    public void A_title_tells_which_of_two_people_a_bare_surname_means() =>
        Names("Mr. [PERSON|Carl Tarrow] and Mrs. [PERSON|Anna Tarrow] voted. Mr. [PERSON|Tarrow] lost. Mrs. [PERSON|Tarrow] won. Mrs. [PERSON|Tarrow] smiled.")
            .Should().Equal("Carl Tarrow×2", "Anna Tarrow×3");

    [Fact]
    public void A_bare_surname_means_the_one_who_was_named_most() =>
        Names("[PERSON|Anna Tarrow] ran. [PERSON|Tarrow] won. Her brother [PERSON|Carl Tarrow] lost. He was sad. He went home. [PERSON|Tarrow] was glad.")
            .Should().Equal("Anna Tarrow×3", "Carl Tarrow×1");

    [Fact]
    public void Two_bare_surnames_with_titles_of_two_genders_are_two_people() =>
        Names("Mr. [PERSON|Tarrow] spoke. Mrs. [PERSON|Tarrow] did not.").Should().Equal("Tarrow×1", "Tarrow×1");

    [Theory]
    [InlineData("[PERSON|Jane Novak] ran. [PERSON|JN] won.", "Jane Novak×2")]
    [InlineData("[PERSON|Jane Novak] ran. [PERSON|Josef Nagy] won. [PERSON|JN] smiled.", "Jane Novak×1", "Josef Nagy×1", "JN×1")]
    [InlineData("[PERSON|Laura Ellen Ember] ran. [PERSON|Kim LEE] won. [PERSON|LEE] smiled.", "Laura Ellen Ember×1", "Kim LEE×2")]
    public void Initials_are_those_of_the_only_person_that_has_them(string marked, params string[] expected) => Names(marked).Should().Equal(expected);

    [Fact]
    public void A_title_that_was_taken_into_a_name_does_not_make_it_fuller() =>
        Names("[PERSON|S.K. Menon] sat. [PERSON|Justice Menon] spoke.").Should().Equal("S.K. Menon×2");

    [Fact]
    public void A_founder_is_not_his_company() =>
        Names("[PERSON|Magnus Ferrant] founded [ORG|Ferrant] in a shed. [ORG|Ferrant Inc.] now has plants; [PERSON|Ferrant] has left.")
            .Should().Equal("Magnus Ferrant×2", "Ferrant Inc.×2");

    [Fact]
    public void A_surname_taken_for_a_person_s_is_the_company_where_the_words_say_so() =>
        Names("[PERSON|Magnus Ferrant] left. [PERSON|Ferrant], which makes pens, paid [PERSON|Ferrant] nothing. [PERSON|Ferrant] smiled.")
            .Should().Equal("Magnus Ferrant×3", "Ferrant×1");

    [Theory]
    [InlineData("The [ORG|Northern Harbour Board] met. The [ORG|NHB] adjourned.", "Northern Harbour Board×2")]
    [InlineData("The [ORG|Bureau of Coastal Affairs] ([ORG|BCA]) met. The [ORG|B.C.A.] adjourned.", "Bureau of Coastal Affairs×3")]
    [InlineData("[ORG|Halden Brick Co.] grew. [ORG|Halden Brick] shrank.", "Halden Brick Co.×2")]
    [InlineData("The [ORG|Ruritanian Foreign Ministry] spoke. The [ORG|Foreign Ministry] denied it.", "Ruritanian Foreign Ministry×2")]
    public void Organisations_go_by_initials_and_shorter_names(string marked, string expected) => Names(marked).Should().Equal(expected);

    [Theory]
    [InlineData("The [GPE|U.S.] agreed. The [GPE|United States] signed. [GPE|America] cheered. The [GPE|US] paid.", "United States×4")]
    [InlineData("The [GPE|UK] agreed, but [GPE|Britain] did not.", "Britain×2")]
    public void Countries_go_by_their_other_names(string marked, string expected) => Names(marked).Should().Equal(expected);

    [Fact]
    public void A_country_a_part_of_its_name_and_its_people_are_three_things() =>
        Names("[GPE|France] and the [NORP|French]; [GPE|New York] and [GPE|York]; [NORP|Germans] and a [NORP|German].")
            .Should().Equal("France×1", "French×1", "New York×1", "York×1", "Germans×2");

    [Fact]
    public void Equal_values_are_one_entity_each()
    {
        var entities = Entities("On [DATE|Monday|2025-03-03] and [DATE|March 3|2025-03-03] it paid [MONEY|$5|USD 5], not [MONEY|$6|USD 6].");
        entities.Select(static entity => (entity.Type, entity.Mentions.Length)).Should().Equal((EntityType.Date, 2), (EntityType.Money, 1), (EntityType.Money, 1));
        entities[0].Mentions[0].Value.Should().Be("2025-03-03");
    }

    [Fact]
    public void Ids_follow_the_text_and_every_name_has_its_span()
    {
        var document = new CoreferenceStage(CoreferenceModel.Empty).Annotate(MarkedText.Read("[GPE|Oslo] greeted [PERSON|Ada Quill]. [PERSON|Quill] left [GPE|Oslo]."), CancellationToken.None);
        var entities = document.Get<EntityLayer>().Entities;
        entities.Select(static entity => entity.Id).Should().Equal("e1", "e2");
        entities.SelectMany(static entity => entity.Mentions).Select(mention => mention.Span.Of(document.Text)).Should().Equal("Oslo", "Oslo", "Ada Quill", "Quill");
    }
}
