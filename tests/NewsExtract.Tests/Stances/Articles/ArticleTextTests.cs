using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Stances;
using NewsExtract.Stances.Articles;

namespace NewsExtract.Tests.Stances.Articles;

public sealed class ArticleTextTests
{
    private static readonly Lazy<NewsPipeline> Pipeline = new(static () => DefaultPipeline.WithoutStances(ModelStore.Default));

    private const string Text = "Senator Okafor met Governor Lindqvist. She thanked him.\n\n“Lindqvist listened,” Okafor said. “It was a good day.”";

    [Fact]
    public void An_entity_stands_in_a_sentence_by_its_best_mention()
    {
        var article = Read(Text);
        var okafor = EntityOf(article, "Okafor");
        article.PresentIn(0)[article.IndexOf(0, okafor)].Kind.Should().Be(MentionKind.Name);
        article.PresentIn(1)[article.IndexOf(1, okafor)].Kind.Should().Be(MentionKind.Pronoun);
        article.FirstSentenceOf(okafor).Should().Be(0);
    }

    [Fact]
    public void Whoever_speaks_is_active_where_only_the_words_stand()
    {
        var article = Read(Text);
        var (okafor, lindqvist) = (EntityOf(article, "Okafor"), EntityOf(article, "Lindqvist"));
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
        var (fresh, used) = (Read(Text), new ArticleText());
        used.Begin(new StanceText(Annotate(string.Concat(Enumerable.Repeat("Mayor Brandt praised Ana Ferraz. Okafor left. Lindqvist and Tanaka stayed. ", 40)))));
        used.Begin(new StanceText(Annotate(Text)));
        var (okafor, lindqvist) = (EntityOf(fresh, "Okafor"), EntityOf(fresh, "Lindqvist"));
        used.Together(okafor, lindqvist).Should().Be(fresh.Together(okafor, lindqvist));
        used.SpeechesOf(okafor).Should().Be(fresh.SpeechesOf(okafor));
        used.Salient.ToArray().Should().Equal(fresh.Salient.ToArray());
        used.PresentIn(0).Should().Equal(fresh.PresentIn(0));
    }

    private static Document Annotate(string text) => Pipeline.Value.Annotate(new Article { Id = "test", Text = text });

    private static ArticleText Read(string text)
    {
        var article = new ArticleText();
        article.Begin(new StanceText(Annotate(text)));
        return article;
    }

    private static int EntityOf(ArticleText article, string word)
    {
        var at = Text.IndexOf(word, StringComparison.Ordinal);
        return article.Text.Mentions.All[article.Text.Mentions.Covering(article.Text.Tokens.Covering(new TextSpan(at, at + word.Length)).Start)].Entity;
    }
}
