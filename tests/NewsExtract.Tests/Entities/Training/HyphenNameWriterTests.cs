using NewsExtract.Entities.Recognition;
using NewsExtract.Entities.Training;

namespace NewsExtract.Tests.Entities.Training;

public class HyphenNameWriterTests
{
    [Fact]
    public void People_get_names_with_hyphens_and_keep_them_through_the_document()
    {
        var written = new HyphenNameWriter(["Kim", "Lee"], ["Min-jun", "Seo-yun", "Anna"], seed: 4).Rewrite(Document());

        var names = Names(written);
        names.Should().HaveCount(4);
        names[0].Should().MatchRegex("^((Kim|Lee) [A-Z][a-z]+ - [a-z]+|[A-Z][a-z]+ - [a-z]+ (Kim|Lee))$");
        names[2].Should().Be(names[0]);
        names[0].Should().Contain(names[1], "the surname alone goes on as the new surname");
        names[3].Should().Be("Verdin Foods", "other names stay");
        written.Sentences.Should().HaveCount(Document().Sentences.Length);
    }

    [Fact]
    public void A_seed_always_gives_the_same() =>
        new HyphenNameWriter(["Kim", "Lee"], ["Min-jun", "Seo-yun"], seed: 4).Rewrite(Document()).Text
            .Should().Be(new HyphenNameWriter(["Kim", "Lee"], ["Min-jun", "Seo-yun"], seed: 4).Rewrite(Document()).Text);

    private static List<string> Names(LabelledDocument document)
    {
        var names = new List<string>();
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            if (document.Labels[i] == NameTypes.Outside)
            {
                continue;
            }

            if (NameTypes.IsBegin(document.Labels[i]))
            {
                names.Add(document.Tokens[i].Of(document.Text));
            }
            else
            {
                names[^1] += " " + document.Tokens[i].Of(document.Text);
            }
        }

        return names;
    }

    private static LabelledDocument Document()
    {
        var builder = new DocumentBuilder("made up");
        Add("Ann Poe left .", 2, NameTypes.Person);
        Add("Poe had run the works .", 1, NameTypes.Person);
        Add("Ann Poe was tired .", 2, NameTypes.Person);
        Add("Verdin Foods sold it .", 2, NameTypes.Org);
        return builder.Build();

        void Add(string words, int length, int type)
        {
            foreach (var (i, word) in words.Split(' ').Index())
            {
                builder.Add(word, i == 0 ? NameTypes.Begin(type) : i < length ? NameTypes.Inside(type) : NameTypes.Outside);
            }

            builder.EndSentence();
        }
    }
}
