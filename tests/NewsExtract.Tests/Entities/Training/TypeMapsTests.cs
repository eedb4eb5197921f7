using NewsExtract.Entities.Gazetteers;
using NewsExtract.Entities.Recognition;
using NewsExtract.Entities.Training;

namespace NewsExtract.Tests.Entities.Training;

public class TypeMapsTests
{
    private static readonly TypeMaps Maps = new(Gazetteers());

    [Theory]
    [InlineData("gpe", "Norlandish", NameTypes.Norp)]
    [InlineData("gpe", "Norland", NameTypes.Place)]
    [InlineData("geo", "Norland", NameTypes.Place)]
    [InlineData("geo", "Norlandish", NameTypes.Norp)]
    [InlineData("org", "Norland Rail", NameTypes.Org)]
    [InlineData("tim", "Monday", -1)]
    [InlineData("nat", "Flu", -1)]
    public void Gmb_nationalities_are_told_from_countries(string type, string words, int expected) => Maps.Gmb(type, words.Split(' ')).Should().Be(expected);

    [Theory]
    [InlineData("PER", "Ada Quill", NameTypes.Person)]
    [InlineData("politician", "Ada Quill", NameTypes.Person)]
    [InlineData("politicalparty", "Quill League", NameTypes.Org)]
    [InlineData("country", "Norland", NameTypes.Place)]
    [InlineData("OTH", "Norlandish", NameTypes.Norp)]
    [InlineData("MISC", "Norlandish", NameTypes.Norp)]
    [InlineData("MISC", "Norland Cup", NameTypes.Event)]
    [InlineData("MISC", "Quill Quarterly", NameTypes.Misc)]
    [InlineData("TIME", "1999", -1)]
    public void Other_sources_come_to_the_same_types(string type, string words, int expected) => Maps.Common(type, words.Split(' ')).Should().Be(expected);

    [Fact]
    public void Titles_articles_and_possessives_stay_outside()
    {
        Marked("the|Vice|President|Ada|Quill|'s", NameTypes.Person).Should().Be("O O O B I O");
        Marked("The|Quill|League", NameTypes.Org).Should().Be("O B I");
        Marked("Sir", NameTypes.Person).Should().Be("B", "a title alone is all there is to mark");
    }

    [Fact]
    public void A_country_that_owns_an_organisation_is_a_name_of_its_own()
    {
        Marked("Norland|'s|Supreme|Court", NameTypes.Org).Should().Be("B O B I");
        Marked("Quill|'s|Bakery", NameTypes.Org).Should().Be("B I I", "only places are cut off");
    }

    [Fact]
    public void Groups_that_a_source_left_out_are_marked()
    {
        var builder = new DocumentBuilder("made up");
        foreach (var word in new[] { "Norlandish", "farmers", "like", "Norland" })
        {
            builder.Add(word, NameTypes.Outside);
        }

        Maps.WithGroups(builder.Build()).Labels.Should().Equal(NameTypes.Begin(NameTypes.Norp), 0, 0, 0);
    }

    [Fact]
    public void Hyphenated_words_are_cut_with_their_labels()
    {
        var builder = new DocumentBuilder("made up");
        CorpusReader.Emit(builder, ["Norland-based", "Anne-Lise", "e-mail", "@a-b"], [NameTypes.Begin(NameTypes.Place), NameTypes.Begin(NameTypes.Person), 0, 0]);
        var document = builder.Build();

        document.Tokens.Select(t => t.Of(document.Text)).Should().Equal("Norland", "-", "based", "Anne", "-", "Lise", "e", "-", "mail", "@a-b");
        document.Labels.Should().Equal(5, 0, 0, 1, 2, 2, 0, 0, 0, 0);
    }

    private static string Marked(string words, int type)
    {
        var list = words.Split('|');
        var labels = new byte[list.Length];
        SpanRules.Mark(list, 0, list.Length, type, labels, Maps.IsPlace);
        return string.Join(' ', labels.Select(static l => l == NameTypes.Outside ? "O" : NameTypes.IsBegin(l) ? "B" : "I"));
    }

    private static GazetteerTable Gazetteers()
    {
        var builder = new GazetteerBuilder(WordTable.Build([]));
        builder.Add("Norland", GazetteerKind.Country);
        builder.Add("Norlandish", GazetteerKind.Group);
        return builder.Build();
    }
}
