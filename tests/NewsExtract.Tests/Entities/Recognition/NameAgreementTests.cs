using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Entities.Gazetteers;
using NewsExtract.Entities.Recognition;
using NewsExtract.Pipeline;
using NewsExtract.Syntax.Tokens;

namespace NewsExtract.Tests.Entities.Recognition;

/// <summary>What an article's other mentions do for a name; the mentions are given, no model is asked.</summary>
public class NameAgreementTests
{
    private static readonly NewsPipeline Tokens = new NewsPipelineBuilder().UseTokens().Build();

    [Fact]
    public void A_name_that_is_mostly_a_person_is_one_everywhere() =>
        Agree("Ann Varga spoke. Varga left. They accused Varga of haste.", ("Ann Varga", EntityType.Person), ("Varga", EntityType.Person), ("Varga", EntityType.Gpe))
            .Should().Equal("Person Ann Varga", "Person Varga", "Person Varga");

    [Fact]
    public void A_town_that_a_person_is_called_after_stays_a_town() =>
        Agree("In Paris it rained. Paris is wet. Paris Holm laughed in Paris.", ("Paris", EntityType.Gpe), ("Paris", EntityType.Gpe), ("Paris Holm", EntityType.Person), ("Paris", EntityType.Gpe))
            .Should().Equal("Gpe Paris", "Gpe Paris", "Person Paris Holm", "Gpe Paris");

    [Fact]
    public void A_company_keeps_its_type_without_its_suffix() =>
        Agree("They warned Calder Marine Ltd. about bids. Calder Marine said no.", ("Calder Marine Ltd.", EntityType.Org), ("Calder Marine", EntityType.Person))
            .Should().Equal("Org Calder Marine Ltd.", "Org Calder Marine");

    [Fact]
    public void A_company_goes_by_its_first_word() =>
        Agree("They warned Norvik Line about bids. Norvik said no.", ("Norvik Line", EntityType.Org), ("Norvik", EntityType.Gpe)).Should().Equal("Org Norvik Line", "Org Norvik");

    [Fact]
    public void A_known_place_stays_one_beside_what_is_called_after_it() =>
        Agree("They warned Norvik Line about bids. Norvik is wet.", Gazetteer("norvik", GazetteerKind.City), ("Norvik Line", EntityType.Org), ("Norvik", EntityType.Gpe)).Should().Equal("Org Norvik Line", "Gpe Norvik");

    [Fact]
    public void A_dateline_is_a_place() =>
        Agree("THORNBY (AP) - It rained.", ("THORNBY", EntityType.Org)).Should().Equal("Gpe THORNBY");

    [Fact]
    public void A_name_does_not_go_over_the_dash_of_a_dateline() =>
        Agree("THORNBY — Varga, a firm, grew.", ("THORNBY — Varga", EntityType.Org)).Should().Equal("Gpe THORNBY", "Org Varga");

    [Fact]
    public void A_clear_name_is_found_where_it_is_repeated() =>
        Agree("Ann Okon-Price spoke. The room liked Okon-Price a lot. Okon-Price left.", ("Ann Okon-Price", EntityType.Person))
            .Should().Equal("Person Ann Okon-Price", "Person Okon-Price", "Person Okon-Price");

    [Fact]
    public void A_repeat_inside_a_longer_run_of_capitals_is_another_name() =>
        Agree("Ann Varga spoke. The Varga Street School is shut.", ("Ann Varga", EntityType.Person)).Should().Equal("Person Ann Varga");

    [Fact]
    public void A_company_called_after_two_people_is_one_name() =>
        Agree("They own Poe & Holm here. Poe & Holm grew.", ("Poe & Holm", EntityType.Org), ("Holm", EntityType.Person)).Should().Equal("Org Poe & Holm", "Org Poe & Holm");

    [Theory]
    [InlineData("He met Gerald R . Fordham in May .", "Gerald R", "Person Gerald R . Fordham")]
    [InlineData("He met M . K . Stallan in May .", "Stallan", "Person M . K . Stallan")]
    public void Initials_set_apart_belong_to_the_person(string text, string found, string expected) => Agree(text, (found, EntityType.Person)).Should().Equal(expected);

    [Fact]
    public void Initials_set_apart_are_looked_up_as_they_are_written_otherwise() =>
        Agree("He left for the U . S . on Monday .", Gazetteer("u.s.", GazetteerKind.Country)).Should().Equal("Gpe U . S .");

    [Theory]
    [InlineData("He left for Sana ’ a on Monday .", "Sana", EntityType.Gpe, "Gpe Sana ’ a")]
    [InlineData("It is Ann ’ s hat .", "Ann", EntityType.Person, "Person Ann")]
    [InlineData("It is 'Ann' a lot.", "Ann", EntityType.Person, "Person Ann")]
    public void An_apostrophe_set_apart_stands_inside_the_name(string text, string found, EntityType type, string expected) => Agree(text, (found, type)).Should().Equal(expected);

    [Theory]
    [InlineData("The Ministry of Climate and Forests said no.", "Ministry of Climate", "Org Ministry of Climate and Forests")]
    [InlineData("The Ministry of Climate, Forests and Mines said no.", "Ministry of Climate", "Org Ministry of Climate, Forests and Mines")]
    [InlineData("The Ministry of Climate and Poe said no.", "Ministry of Climate", "Org Ministry of Climate")]
    [InlineData("The Ministry of Climate and Ministry of Forests said no.", "Ministry of Climate", "Org Ministry of Climate")]
    [InlineData("The Ministry of Climate, Forests, mines said no.", "Ministry of Climate", "Org Ministry of Climate")]
    [InlineData("The Friends of Climate and Forests said no.", "Friends of Climate", "Org Friends of Climate")]
    public void An_office_for_several_fields_is_one_name(string text, string found, string expected) =>
        Agree(text, Gazetteer("ministry", GazetteerKind.OrgWord), Fields("climate", "forests", "mines"), (found, EntityType.Org)).Should().Equal(expected);

    [Fact]
    public void Initials_before_a_turn_are_the_person_they_stand_for() =>
        Agree("Jane Novak runs it.\n\nJN: It is hard.\n\nXY: Why?", ("Jane Novak", EntityType.Person)).Should().Equal("Person Jane Novak", "Person JN");

    private static WordTable Fields(params string[] words) => WordTable.Build([.. words.Select(static word => KeyValuePair.Create(WordNormalizer.LowerHash(word), new WordFacts(0, 0, 2)))]);

    private static GazetteerTable Gazetteer(string word, GazetteerKind kind) =>
        GazetteerTable.Build([new(GazetteerTable.Extend(0, WordNormalizer.LowerHash(word)), GazetteerKinds.Bit(kind))]);

    private static IEnumerable<string> Agree(string text, params (string Name, EntityType Type)[] found) => Agree(text, GazetteerTable.Build([]), found);

    private static IEnumerable<string> Agree(string text, GazetteerTable gazetteers, params (string Name, EntityType Type)[] found) => Agree(text, gazetteers, WordTable.Build([]), found);

    private static IEnumerable<string> Agree(string text, GazetteerTable gazetteers, WordTable words, params (string Name, EntityType Type)[] found)
    {
        var document = Tokens.Annotate(new Article { Id = "a", Text = text });
        var (tokens, sentences) = (document.Get<TokenLayer>(), document.Get<SentenceLayer>());
        var mentions = ImmutableArray.CreateBuilder<NamedMention>();
        var at = 0;
        foreach (var (name, type) in found)
        {
            at = text.IndexOf(name, at, StringComparison.Ordinal);
            var span = new TextSpan(at, at + name.Length);
            var range = tokens.Covering(span);
            mentions.Add(new NamedMention(span, range, type, 0.8));
            at = span.End;
        }

        var forms = new WordForms(gazetteers, words);
        forms.Fill(text, tokens.Tokens, sentences.Sentences.Select(static s => s.Tokens).ToArray());
        var agreement = new TypeAgreement();
        TypeAgreement.Split(text, tokens, sentences, mentions);
        SpacedInitials.Join(text, tokens, gazetteers, mentions);
        new JoinedNames(gazetteers).Join(text, tokens, forms, mentions);
        agreement.Apply(text, tokens, forms, gazetteers, mentions);
        NameRepeats.Add(text, tokens, forms, agreement.Support, mentions);
        SpeakerInitials.Add(text, tokens, sentences, mentions);
        TypeAgreement.Place(text, tokens, sentences, mentions);
        return mentions.Select(mention => $"{mention.Type} {mention.Span.Of(text)}");
    }
}
