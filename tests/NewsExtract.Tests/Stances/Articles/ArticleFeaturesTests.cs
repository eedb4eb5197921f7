using NewsExtract.Stances.Articles;
using NewsExtract.Stances.Rules;
using L = NewsExtract.Stances.Articles.ArticleLayout;

namespace NewsExtract.Tests.Stances.Articles;

public sealed class ArticleFeaturesTests
{
    private const string Text = "Senator Amara Okafor criticized Governor Erik Lindqvist. Mayor Petra Brandt stayed. “Okafor is wrong,” Brandt said.";

    private readonly ArticleText _article = ReadArticle.Of(Text);
    private readonly ArticleScores _scores = new();
    private readonly int _okafor;
    private readonly int _lindqvist;
    private readonly int _brandt;

    public ArticleFeaturesTests()
    {
        (_okafor, _lindqvist, _brandt) = (ReadArticle.EntityOf(_article, "Okafor"), ReadArticle.EntityOf(_article, "Lindqvist"), ReadArticle.EntityOf(_article, "Brandt"));
        _scores.Begin(_article.Text, RuleEngine.Run(_article.Text).All);
    }

    [Fact]
    public void It_knows_the_pair_here_back_and_elsewhere()
    {
        _scores.Add(0, _okafor, _lindqvist, new ArticleScores.Judgement(-3, 2, -1, 1));
        _scores.Add(0, _lindqvist, _okafor, new ArticleScores.Judgement(-4, -2, -2, -1));
        _scores.Add(2, _okafor, _lindqvist, new ArticleScores.Judgement(-5, 0, -1, 1));

        var row = Row(0, new ArticleCandidates.Candidate(_okafor, _lindqvist, 0));

        row[L.HasPair].Should().Be(1);
        row[L.PairOppose].Should().Be(2);
        row[L.BackOppose].Should().Be(-2);
        row[L.OtherOppose].Should().BeApproximately(0.5f, 1e-5f);
        row[L.RuleOppose].Should().BeGreaterThan(0);
        row[L.RuleSupport].Should().Be(0);
        row[L.Order].Should().Be(1);
        row[L.Holder + L.Subject].Should().Be(1);
        row[L.Target + L.Object].Should().Be(1);
    }

    [Fact]
    public void Of_a_speaker_it_knows_the_share_of_the_sentence_and_that_the_target_stands_in_its_words()
    {
        var row = Row(2, new ArticleCandidates.Candidate(_brandt, _okafor, 2));

        row[L.HasPair].Should().Be(0);
        row[L.SpeaksShare].Should().BeGreaterThan(0);
        row[L.Target + L.InHoldersQuote].Should().Be(1);
        row[L.Away].Should().Be(0);
    }

    [Fact]
    public void A_target_before_is_so_many_sentences_away_and_a_row_knows_nothing_of_the_last()
    {
        Row(2, new ArticleCandidates.Candidate(_brandt, _okafor, 2));

        var row = Row(2, new ArticleCandidates.Candidate(_brandt, _lindqvist, 0));

        row[L.Away].Should().Be(2);
        row[L.Target + L.InHoldersQuote].Should().Be(0);
    }

    private float[] Row(int sentence, ArticleCandidates.Candidate candidate)
    {
        var features = new ArticleFeatures(_article, _scores);
        features.Begin(sentence);
        features.Fill(sentence, candidate);
        return features.Row;
    }
}
