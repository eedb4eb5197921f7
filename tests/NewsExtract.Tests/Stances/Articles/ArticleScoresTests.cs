using NewsExtract.Documents;
using NewsExtract.Stances;
using NewsExtract.Stances.Articles;
using NewsExtract.Stances.Rules;

namespace NewsExtract.Tests.Stances.Articles;

public sealed class ArticleScoresTests
{
    private static readonly StanceText Text = ReadArticle.Text("Okafor praised Lindqvist. Brandt left.");

    [Fact]
    public void Of_several_mentions_the_surest_counts_and_the_sums_go_with_it()
    {
        var scores = Begin([]);
        scores.Add(0, 1, 2, new ArticleScores.Judgement(-2, -4, -1, -1));
        scores.Add(0, 1, 2, new ArticleScores.Judgement(1, -4, 0, -1));
        scores.Add(0, 1, 2, new ArticleScores.Judgement(0, -4, 3, 3));
        scores.Add(1, 1, 2, new ArticleScores.Judgement(-1, -9, 0, 0));

        scores.TryPair(0, 1, 2, out var kept).Should().BeTrue();
        kept.Support.Should().Be(1);
        scores.SumOf(1, 2).Support.Should().BeApproximately(Sigmoid(1) + Sigmoid(-1), 1e-5f);
        scores.TryPair(0, 2, 1, out _).Should().BeFalse();
        scores.SumOf(2, 1).Most.Should().Be(0);
    }

    [Fact]
    public void A_light_is_the_strongest_of_its_sentence_and_their_mean_that_of_the_article()
    {
        var scores = Begin([]);
        scores.AddLight(0, 3, (-1, -3));
        scores.AddLight(0, 3, (-2, -1));
        scores.AddLight(1, 3, (1, -5));

        scores.TryLight(0, 3, out var light).Should().BeTrue();
        light.Should().Be((-1, -1));
        scores.LightOf(3).Should().Be((0, -3));
        scores.LightOf(4).Should().Be((ArticleScores.NoLight, ArticleScores.NoLight));
    }

    [Fact]
    public void Rules_stand_in_the_sentence_of_their_evidence_and_the_next_document_has_none_of_it()
    {
        var last = Text.Sentences[1].Tokens.Start;
        var scores = Begin([new Finding(Side.Author, Side.Author, 1, new TokenRange(last, last + 1), "verb:leave", 1)]);
        scores.Add(0, 1, 2, default);

        scores.RulesIn(0).Should().BeEmpty();
        scores.RulesIn(1).Should().ContainSingle();
        scores.Begin(Text, []);
        scores.RulesIn(1).Should().BeEmpty();
        scores.TryPair(0, 1, 2, out _).Should().BeFalse();
    }

    [Fact]
    public void What_is_no_entity_is_passed_over()
    {
        var scores = Begin([]);
        scores.Add(0, -1, 2, new ArticleScores.Judgement(5, 5, 5, 5));
        scores.AddLight(0, -1, (5, 5));

        scores.SumOf(-1, 2).Most.Should().Be(0);
        scores.LightOf(-1).Good.Should().Be(ArticleScores.NoLight);
    }

    private static ArticleScores Begin(List<Finding> rules)
    {
        var scores = new ArticleScores();
        scores.Begin(Text, rules);
        return scores;
    }

    private static float Sigmoid(float x) => 1 / (1 + MathF.Exp(-x));
}
