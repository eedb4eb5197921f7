using NewsExtract.Documents;
using NewsExtract.Stances.Articles;

namespace NewsExtract.Tests.Stances.Articles;

public sealed class ArticleTextTests
{
    private const string Text = "Senator Okafor met Governor Lindqvist. She thanked him.\n\n“Lindqvist listened,” Okafor said. “It was a good day.”";

    [Fact]
    public void An_entity_stands_in_a_sentence_by_its_best_mention()
    {
        var article = ReadArticle.Of(Text);
        var okafor = ReadArticle.EntityOf(article, "Okafor");
        article.PresentIn(0)[article.IndexOf(0, okafor)].Kind.Should().Be(MentionKind.Name);
        article.PresentIn(1)[article.IndexOf(1, okafor)].Kind.Should().Be(MentionKind.Pronoun);
        article.FirstSentenceOf(okafor).Should().Be(0);
    }

    [Fact]
    public void Whoever_speaks_is_active_where_only_the_words_stand()
    {
        var article = ReadArticle.Of(Text);
        var (okafor, lindqvist) = (ReadArticle.EntityOf(article, "Okafor"), ReadArticle.EntityOf(article, "Lindqvist"));
        var last = article.Text.Sentences.Count - 1;
        article.IndexOf(last, okafor).Should().Be(-1);
        article.Speaks(last, okafor).Should().BeTrue();
        article.Speaks(last, lindqvist).Should().BeFalse();
        article.Text.Tokens.SpanOf(article.WordsOf(okafor, last)).Of(Text).Should().Contain("good day");
        article.Together(okafor, lindqvist).Should().Be(3);
    }

    [Fact]
    public void The_memory_of_a_longer_article_leaves_nothing_behind()
    {
        var (fresh, used) = (ReadArticle.Of(Text), new ArticleText());
        used.Begin(ReadArticle.Text(string.Concat(Enumerable.Repeat("Mayor Brandt praised Ana Ferraz. Okafor left. Lindqvist and Tanaka stayed. ", 40))));
        used.Begin(ReadArticle.Text(Text));
        var (okafor, lindqvist) = (ReadArticle.EntityOf(fresh, "Okafor"), ReadArticle.EntityOf(fresh, "Lindqvist"));
        used.Together(okafor, lindqvist).Should().Be(fresh.Together(okafor, lindqvist));
        used.SpeechesOf(okafor).Should().Be(fresh.SpeechesOf(okafor));
        used.Salient.ToArray().Should().Equal(fresh.Salient.ToArray());
        used.PresentIn(0).Should().Equal(fresh.PresentIn(0));
    }
}
