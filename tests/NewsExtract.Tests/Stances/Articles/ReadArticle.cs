using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Stances;
using NewsExtract.Stances.Articles;

namespace NewsExtract.Tests.Stances.Articles;

/// <summary>Texts as the stances see them, for the tests of articles.</summary>
internal static class ReadArticle
{
    private static readonly Lazy<NewsPipeline> Pipeline = new(static () => DefaultPipeline.WithoutStances(ModelStore.Default));

    /// <summary>A text with what stands before the stances.</summary>
    public static StanceText Text(string text) => new(Pipeline.Value.Annotate(new Article { Id = "test", Text = text }));

    /// <summary>The same as an article.</summary>
    public static ArticleText Of(string text)
    {
        var article = new ArticleText();
        article.Begin(Text(text));
        return article;
    }

    /// <summary>The entity whose mention the first occurrence of a word stands in.</summary>
    public static int EntityOf(ArticleText article, string word)
    {
        var at = article.Text.Text.IndexOf(word, StringComparison.Ordinal);
        return article.Text.Mentions.SideOf(article.Text.Mentions.Covering(article.Text.Tokens.Covering(new TextSpan(at, at + word.Length)).Start)).Entity;
    }
}
