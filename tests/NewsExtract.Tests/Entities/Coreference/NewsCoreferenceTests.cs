using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Pipeline;

namespace NewsExtract.Tests.Entities.Coreference;

/// <summary>What the whole pipeline, as shipped, makes of the ways in which news refers to people and organisations.</summary>
public class NewsCoreferenceTests
{
    private static readonly NewsPipeline Pipeline = DefaultPipeline.Build(ModelStore.Default);

    // The entity that the words at their nth place belong to.
    private static string? NameOf(string text, string words, int nth = 1)
    {
        var at = -1;
        for (var count = 0; count < nth; count++)
        {
            at = text.IndexOf(words, at + 1, StringComparison.Ordinal);
        }

        at.Should().BeGreaterThanOrEqualTo(0);
        var span = new TextSpan(at, at + words.Length);
        return Pipeline.Annotate(new Article { Id = "a", Text = text }).Get<EntityLayer>().Entities
            .FirstOrDefault(entity => entity.Mentions.Any(mention => mention.Span == span))?.Name;
    }

    [Theory]
    [InlineData("David Carter criticised Susan Miller on Monday. She said the plan would fail.", "She", "Susan Miller")]
    [InlineData("David Carter criticised Susan Miller on Monday. He said the plan would fail.", "He", "David Carter")]
    [InlineData("Susan Miller resigned on Monday. Her husband, David Carter, said he was glad.", "Her", "Susan Miller")]
    [InlineData("Susan Miller resigned on Monday. Her husband, David Carter, said he was glad.", "he", "David Carter")]
    [InlineData("Susan Miller told the court that she was sorry.", "she", "Susan Miller")]
    [InlineData("President John Barlow praised himself on Friday.", "himself", "John Barlow")]
    [InlineData("Senator Susan Miller, who opposes the bill, said it would fail.", "who", "Susan Miller")]
    public void Pronouns_go_to_the_person_who_agrees(string text, string pronoun, string expected) => NameOf(text, pronoun).Should().Be(expected);

    [Theory]
    [InlineData("The mayor, Susan Miller, resigned on Monday. Voters cheered.", "The mayor", "Susan Miller")]
    [InlineData("Susan Miller, the mayor of Oxford, resigned on Monday.", "the mayor of Oxford", "Susan Miller")]
    [InlineData("Mayor Susan Miller resigned on Monday. Voters cheered. On Friday the mayor changed her mind.", "the mayor", "Susan Miller")]
    [InlineData("Susan Miller, a former banker, resigned on Monday.", "a former banker", "Susan Miller")]
    [InlineData("Chief Minister Susan Miller resigned on Monday. Voters cheered. The chief minister later changed her mind.", "The chief minister", "Susan Miller")]
    [InlineData("Mayor Susan Miller met Chief Minister David Carter. The mayor smiled.", "The mayor", "Susan Miller")]
    public void Descriptions_go_to_the_person_they_stand_beside(string text, string words, string expected) => NameOf(text, words).Should().Be(expected);

    [Theory]
    [InlineData("The European Central Bank raised its main rate on Thursday.", "its", "European Central Bank")]
    [InlineData("The European Central Bank raised rates in March. The ECB said on Thursday that it would wait.", "it", "European Central Bank")]
    [InlineData("The European Central Bank raised rates on Thursday. The bank said inflation was high.", "The bank", "European Central Bank")]
    public void Organisations_are_it_and_go_by_their_noun(string text, string words, string expected) => NameOf(text, words).Should().Be(expected);

    [Theory]
    [InlineData("The wife of Mr. Carter resigned. She was glad.", "The wife", "Carter")]
    [InlineData("David Carter thanked his successful father on Monday.", "his successful father", "David Carter")]
    [InlineData("David Carter wants to be president. Voters like him.", "president", "David Carter")]
    [InlineData("David Carter is not the mayor of Oxford. Voters like him.", "the mayor of Oxford", "David Carter")]
    public void Descriptions_of_others_are_not_the_one_beside_them(string text, string words, string name) => NameOf(text, words).Should().NotBe(name);

    [Theory]
    [InlineData("Susan Miller, the shadow chancellor, spoke first. The chancellor left.", "The chancellor", "Susan Miller")]
    [InlineData("The former mayor, Susan Miller, blamed the mayor.", "the mayor", "Susan Miller")]
    [InlineData("Susan Miller and David Carter are the most stubborn people here. They left.", "the most stubborn people here", "Susan Miller")]
    [InlineData("Susan Miller likes David Carter; her husband, Paul Brown, does not.", "her husband", "David Carter")]
    [InlineData("The plan was praised by Susan Miller. The museum is of great importance, and it is popular.", "great importance", "museum")]
    public void Another_office_or_clause_is_about_somebody_else(string text, string words, string name) => NameOf(text, words).Should().NotBe(name);

    [Theory]
    [InlineData("The leader of the rebels, the Oxford MP David Carter, praised the vote.", "The leader of the rebels", "David Carter")]
    [InlineData("The museum was bought by its founder, the sugar merchant David Carter, in 1890.", "its founder", "David Carter")]
    public void A_second_description_may_stand_before_the_name(string text, string words, string expected) => NameOf(text, words).Should().Be(expected);

    [Theory]
    [InlineData("Tarrow Foods named a new chief on Monday. Shares fell. The company said it was ready.", "The company", "Tarrow Foods")]
    [InlineData("Tarrow Foods named a new chief on Monday. Shares fell. The company said it was ready.", "it", "Tarrow Foods")]
    [InlineData("The Ministry of Health named a new chief. The company said it was ready.", "The company", "The company")]
    [InlineData("Analysts at Norvik Bank said so. Residents blamed the council. The council denied it.", "The council", "the council")]
    public void The_company_is_the_one_named_last(string text, string words, string expected) => NameOf(text, words).Should().Be(expected);

    [Fact]
    public void Which_after_the_last_word_of_a_sentence_is_not_about_a_person()
    {
        const string Text = "Terry Holt won in May. Others carry his message to Holt, which may be wise. Holt smiled.";
        NameOf(Text, "Holt", 2).Should().Be("Terry Holt");
    }

    [Fact]
    public void The_second_part_of_a_quotation_is_its_speaker_s_as_well() =>
        NameOf("\"I have nothing to say about Peter Miller,\" David Carter said, \"except that he is a liar.\"", "he").Should().Be("Peter Miller");

    [Theory]
    [InlineData("Carter lost. David Carter was calm. The 27-year-old said he would be back.", "The 27-year-old", "David Carter")]
    [InlineData("Peter Miller was furious. Coach David Carter disagreed with Miller. \"No question,\" the Italian said.", "the Italian", "David Carter")]
    [InlineData("Peter Miller spoke on Monday. David Carter backed the union. He said it was right.", "He", "David Carter")]
    [InlineData("Peter Miller won. But senator David Carter, a former judge, said while he respects the law, the vote was wrong.", "he", "David Carter")]
    public void The_person_spoken_of_just_now_is_meant(string text, string words, string expected) => NameOf(text, words).Should().Be(expected);

    [Fact]
    public void Whoever_does_something_is_quoted_next() =>
        NameOf("Peter Miller spoke. Miller won. Miller smiled. David Carter has repeatedly attacked Miller for refusing to act. \"We have a bad mayor now,\" he told reporters.", "he").Should().Be("David Carter");

    [Fact]
    public void A_verb_of_speaking_goes_on_with_its_speaker() =>
        NameOf("Peter Miller spoke. Miller won. A spokesman for Susan Miller said the plan was good. He said it would pass.", "He").Should().Be("A spokesman for Susan Miller");

    [Fact]
    public void Two_people_together_are_neither_whoever_was_named_before() =>
        NameOf("Susan Miller wept. Peter Miller and David Carter said the vote was wrong. They left.", "Peter Miller and David Carter").Should().NotBe("Susan Miller");

    [Fact]
    public void A_warning_is_no_name() =>
        NameOf("The store will close. Its founder praised the store. But it is a warning shot, he said.", "it").Should().NotBe("a warning shot");

    [Fact]
    public void Nobody_calls_himself_he_in_his_own_quotation()
    {
        const string Text = "David Carter attacked Peter Miller on Monday. \"He has no plan,\" Carter said.";
        NameOf(Text, "He").Should().Be("Peter Miller");
    }

    [Fact]
    public void An_unnamed_speaker_is_kept_under_the_fullest_description_and_an_idle_noun_is_not()
    {
        const string Text = "A senior official said the road was closed. The driver stood near a tree.";
        NameOf(Text, "A senior official").Should().Be("A senior official");
        NameOf(Text, "a tree").Should().BeNull();
        NameOf(Text, "The driver").Should().BeNull();
    }

    [Fact]
    public void Empty_it_and_first_and_second_person_are_left_alone()
    {
        const string Text = "The European Central Bank met on Thursday. It is likely that rates will rise. \"We think you know,\" Susan Miller said.";
        NameOf(Text, "We").Should().BeNull();
        NameOf(Text, "you").Should().BeNull();
        NameOf(Text, "It").Should().NotBe("Susan Miller");
    }

    [Fact]
    public void Genders_come_from_names_titles_and_pronouns()
    {
        var entities = Pipeline.Annotate(new Article { Id = "a", Text = "Susan Miller met David Carter on Monday. The European Central Bank said nothing." }).Get<EntityLayer>().Entities;
        entities.Single(static entity => entity.Name == "Susan Miller").Gender.Should().Be(Gender.Feminine);
        entities.Single(static entity => entity.Name == "David Carter").Gender.Should().Be(Gender.Masculine);
        entities.Single(static entity => entity.Name == "European Central Bank").Gender.Should().Be(Gender.Neuter);
    }
}
