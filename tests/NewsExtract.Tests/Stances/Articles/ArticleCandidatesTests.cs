using NewsExtract.Documents;
using NewsExtract.Stances.Articles;

namespace NewsExtract.Tests.Stances.Articles;

public sealed class ArticleCandidatesTests
{
    private const string Text =
        "Governor Lindqvist met Mayor Brandt and signed the port bill on Monday.\n\n“Senator Okafor fought for this bill,” Lindqvist said. “She never gave up. That is rare.”\n\nMeridian Shipping closed its office in Oslo on Friday.";

    [Fact]
    public void A_speaker_is_asked_about_whoever_the_sentences_before_name()
    {
        var article = ReadArticle.Of(Text);
        var (lindqvist, okafor) = (ReadArticle.EntityOf(article, "Lindqvist"), ReadArticle.EntityOf(article, "Okafor"));
        Pairs(article, "That is rare").Should().Contain((lindqvist, okafor));
    }

    [Fact]
    public void Everybody_in_a_sentence_is_asked_about_everybody_else_there()
    {
        var article = ReadArticle.Of(Text);
        var (lindqvist, okafor) = (ReadArticle.EntityOf(article, "Lindqvist"), ReadArticle.EntityOf(article, "Okafor"));
        Pairs(article, "fought for").Should().Contain((lindqvist, okafor)).And.NotContain(static p => p.Holder == p.Target);
    }

    [Fact]
    public void Whoever_only_acts_is_not_asked_about_what_is_named_in_passing_further_back()
    {
        var article = ReadArticle.Of(Text);
        var (shipping, brandt) = (ReadArticle.EntityOf(article, "Meridian"), ReadArticle.EntityOf(article, "Brandt"));
        Pairs(article, "Meridian Shipping").Should().NotContain((shipping, brandt));
    }

    [Fact]
    public void No_pair_is_asked_about_twice()
    {
        var article = ReadArticle.Of(Text);
        for (var s = 0; s < article.Text.Sentences.Count; s++)
        {
            var candidates = new List<ArticleCandidates.Candidate>();
            ArticleCandidates.Collect(article, s, candidates);
            candidates.Select(static c => (c.Holder, c.Target)).Should().OnlyHaveUniqueItems();
        }
    }

    private static List<(int Holder, int Target)> Pairs(ArticleText article, string words)
    {
        var at = article.Text.Tokens.Covering(new TextSpan(Text.IndexOf(words, StringComparison.Ordinal), Text.IndexOf(words, StringComparison.Ordinal) + 1));
        var candidates = new List<ArticleCandidates.Candidate>();
        ArticleCandidates.Collect(article, article.Text.Sentences.IndexOfToken(at.Start), candidates);
        return [.. candidates.Select(static c => (c.Holder, c.Target))];
    }
}
