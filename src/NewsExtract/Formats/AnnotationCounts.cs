using System.Collections.Immutable;

namespace NewsExtract.Formats;

/// <summary>How much was found.</summary>
/// <param name="Words">Runs of characters between white space.</param>
/// <param name="Sentences">Sentences.</param>
/// <param name="Entities">Entities.</param>
/// <param name="Mentions">Mentions of entities.</param>
/// <param name="Quotes">Quotes.</param>
/// <param name="Stances">Stances.</param>
public readonly record struct AnnotationCounts(long Words, long Sentences, long Entities, long Mentions, long Quotes, long Stances)
{
    /// <summary>The counts of one article.</summary>
    public static AnnotationCounts Of(AnnotatedArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new AnnotationCounts(
            WordsIn(article.Text),
            Length(article.Sentences),
            Length(article.Entities),
            article.Entities.IsDefault ? 0 : article.Entities.Sum(static entity => entity.Mentions.Length),
            Length(article.Quotes),
            Length(article.Stances));
    }

    /// <summary>The sum.</summary>
    public AnnotationCounts Add(AnnotationCounts other) => new(
        Words + other.Words, Sentences + other.Sentences, Entities + other.Entities, Mentions + other.Mentions, Quotes + other.Quotes, Stances + other.Stances);

    private static long Length<T>(ImmutableArray<T> layer) => layer.IsDefault ? 0 : layer.Length;

    private static long WordsIn(string text)
    {
        long words = 0;
        var inside = false;
        foreach (var c in text)
        {
            var isSpace = char.IsWhiteSpace(c);
            words += !isSpace && !inside ? 1 : 0;
            inside = !isSpace;
        }

        return words;
    }
}
