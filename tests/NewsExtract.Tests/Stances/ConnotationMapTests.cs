using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Stances;
using NewsExtract.Tests.Stances.Articles;

namespace NewsExtract.Tests.Stances;

public sealed class ConnotationMapTests
{
    [Theory]
    [InlineData("The mayor praised the council.", "praised", 2)]
    [InlineData("The mayors were criticising the council.", "criticising", -2)]
    [InlineData("The mayor met the council.", "met", 0)]
    public void A_word_has_the_grades_of_its_lemma(string sentence, string word, int towards) => Towards(sentence, word).Should().Be(towards);

    [Fact]
    public void A_preposition_has_the_grade_that_it_has_behind_its_verb()
    {
        Towards("The senators voted against the bill.", "against").Should().BeNegative();
        Towards("The senators voted for the bill.", "for").Should().BePositive();
        Towards("The senators slept against the wall.", "against").Should().Be(0);
    }

    [Fact]
    public void A_clause_has_the_grade_of_a_complement_only_where_it_is_one()
    {
        Towards("The mayor refused to sign the bill.", "to").Should().BeNegative();
        Towards("The mayor hoped to sign the bill.", "to").Should().BePositive();
        Towards("The senators refused because nobody had read the bill.", "because").Should().Be(0);
    }

    [Theory]
    [InlineData(47)]
    [InlineData(48)]
    [InlineData(49)]
    public void Words_of_any_length_are_borne(int length)
    {
        var word = new string('x', length);
        Towards($"The senators {word}ed {word} the bill {word} up.", "bill").Should().Be(0);
    }

    [Fact]
    public void A_particle_counts_with_its_verb() => Towards("The committee turned down the plan.", "turned").Should().BeNegative();

    [Fact]
    public void Without_tags_nothing_is_known()
    {
        var document = new Document(new Article { Id = "a", Text = "They praised it." });
        foreach (var stage in DefaultPipeline.WithoutStances(ModelStore.Default).Stages.Take(1))
        {
            document = stage.Annotate(document, CancellationToken.None);
        }

        document.Find<TagLayer>().Should().BeNull();
        new StanceText(document.With(new SentenceLayer([new Sentence(new TextSpan(0, 16), new TokenRange(0, 4), 0, false)]))).Connotations[1].IsNeutral.Should().BeTrue();
    }

    private static int Towards(string sentence, string word)
    {
        var text = ReadArticle.Text(sentence);
        var start = sentence.IndexOf(word, StringComparison.Ordinal);
        return text.Connotations[text.Tokens.Covering(new TextSpan(start, start + word.Length)).Start].Towards;
    }
}
