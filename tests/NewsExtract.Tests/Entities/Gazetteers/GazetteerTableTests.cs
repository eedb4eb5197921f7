using NewsExtract.Entities.Gazetteers;
using NewsExtract.Entities.Recognition;
using NewsExtract.Learning;

namespace NewsExtract.Tests.Entities.Gazetteers;

public class GazetteerTableTests
{
    private static readonly WordTable NoWords = WordTable.Build([]);

    [Fact]
    public void A_phrase_is_found_by_its_words_whatever_their_case_and_accents()
    {
        var table = Table(b =>
        {
            b.Add("Republic of Zamorá", GazetteerKind.Country);
            b.Add("Zamora", GazetteerKind.City);
        });

        Find(table, "republic", "of", "zamora").Should().Be(GazetteerKinds.Bit(GazetteerKind.Country));
        Find(table, "ZAMORÁ").Should().Be(GazetteerKinds.Bit(GazetteerKind.City));
        Find(table, "Republic").Should().Be(GazetteerTable.Continues);
        Find(table, "Republic", "of").Should().Be(GazetteerTable.Continues);
        Find(table, "of", "Zamora").Should().Be(0);
    }

    [Fact]
    public void A_phrase_of_two_kinds_has_both()
    {
        var table = Table(b =>
        {
            b.Add("Lorne", GazetteerKind.FirstName);
            b.Add("Lorne", GazetteerKind.City);
            b.Add("Lorne Valley", GazetteerKind.Region);
        });

        Find(table, "Lorne").Should().Be(GazetteerKinds.Bit(GazetteerKind.FirstName) | GazetteerKinds.Bit(GazetteerKind.City) | GazetteerTable.Continues);
    }

    [Fact]
    public void Words_are_cut_at_hyphens_as_the_tokenizer_cuts_them_and_a_leading_article_goes()
    {
        var table = Table(static b => b.Add("The Vell-Ostrow Courier", GazetteerKind.Media));

        Find(table, "Vell", "-", "Ostrow", "Courier").Should().Be(GazetteerKinds.Bit(GazetteerKind.Media));
    }

    [Fact]
    public void A_word_that_texts_write_in_lower_case_is_no_name_by_itself()
    {
        var words = WordTable.Build([new(WordNormalizer.LowerHash("reading"), new WordFacts(0, 0, 1)), new(WordNormalizer.LowerHash("leeds"), new WordFacts(0, 0, 8))]);
        var builder = new GazetteerBuilder(words);
        builder.Add("Reading", GazetteerKind.City);
        builder.Add("Reading West", GazetteerKind.City);
        builder.Add("Leeds", GazetteerKind.City);
        builder.Add("reading", GazetteerKind.Title);
        var table = builder.Build();

        (Find(table, "Reading") & GazetteerKinds.Bit(GazetteerKind.City)).Should().Be(0);
        (Find(table, "Reading") & GazetteerKinds.Bit(GazetteerKind.Title)).Should().NotBe(0, "titles are in lower case anyway");
        Find(table, "Reading", "West").Should().Be(GazetteerKinds.Bit(GazetteerKind.City));
        Find(table, "Leeds").Should().Be(GazetteerKinds.Bit(GazetteerKind.City));
    }

    [Fact]
    public void Every_one_of_many_phrases_is_found_after_saving_and_loading()
    {
        var builder = new GazetteerBuilder(NoWords);
        for (var i = 0; i < 5000; i++)
        {
            builder.Add($"Qu{(char)('a' + (i % 26))}x{(char)('a' + (i / 26 % 26))}{(char)('a' + (i / 676))} Dorn", (GazetteerKind)(i % GazetteerKinds.Count));
        }

        var writer = new ModelFileWriter(new ModelProvenance("entities", "0", "test", []));
        builder.Build().Save(writer, "g");
        var table = GazetteerTable.Load(ModelFile.Read("test", writer.ToBytes(), "entities"), "g");

        for (var i = 0; i < 5000; i++)
        {
            Find(table, $"Qu{(char)('a' + (i % 26))}x{(char)('a' + (i / 26 % 26))}{(char)('a' + (i / 676))}", "Dorn").Should().Be(1u << (i % GazetteerKinds.Count));
        }

        Find(table, "Quux", "Dorn").Should().Be(0);
    }

    [Fact]
    public void Words_keep_their_facts()
    {
        var writer = new ModelFileWriter(new ModelProvenance("entities", "0", "test", []));
        WordTable.Build([.. Enumerable.Range(1, 300).Select(static i => new KeyValuePair<ulong, WordFacts>(FeatureHash.Mix(7, (ulong)i), new WordFacts((ushort)i, (byte)(i % 100), (byte)(i % 9))))]).Save(writer, "w");
        var table = WordTable.Load(ModelFile.Read("test", writer.ToBytes(), "entities"), "w");

        for (var i = 1; i <= 300; i++)
        {
            table.Find(FeatureHash.Mix(7, (ulong)i)).Should().Be(new WordFacts((ushort)i, (byte)(i % 100), (byte)(i % 9)));
        }

        table.Find(FeatureHash.Mix(8, 1)).Should().Be(default(WordFacts));
    }

    private static GazetteerTable Table(Action<GazetteerBuilder> fill)
    {
        var builder = new GazetteerBuilder(NoWords);
        fill(builder);
        return builder.Build();
    }

    private static uint Find(GazetteerTable table, params string[] words) =>
        table.Find(words.Aggregate(0UL, static (hash, word) => GazetteerTable.Extend(hash, WordNormalizer.LowerHash(word))));
}
