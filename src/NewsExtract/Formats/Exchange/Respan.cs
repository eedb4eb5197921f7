using System.Collections.Immutable;

namespace NewsExtract.Formats.Exchange;

/// <summary>Gives an article's spans in another unit.</summary>
internal static class Respan
{
    /// <summary>The article with offsets of the given unit.</summary>
    public static AnnotatedArticle To(this AnnotatedArticle article, OffsetUnit unit)
    {
        if (article.OffsetUnit == unit)
        {
            return article;
        }

        var (from, to) = (new OffsetMap(article.Text, article.OffsetUnit), new OffsetMap(article.Text, unit));
        AnnotatedSpan Span(AnnotatedSpan span) => span with { Start = to.FromUtf16(from.ToUtf16(span.Start)), End = to.FromUtf16(from.ToUtf16(span.End)) };
        AnnotatedSpan? Optional(AnnotatedSpan? span) => span is null ? null : Span(span);
        AnnotatedSide Side(AnnotatedSide side) => side with { Span = Optional(side.Span) };
        ImmutableArray<T> Each<T>(ImmutableArray<T> items, Func<T, T> change) => items.IsDefault ? default : [.. items.Select(change)];
        return article with
        {
            OffsetUnit = unit,
            Sentences = Each(article.Sentences, Span),
            Entities = Each(article.Entities, entity => entity with { Mentions = Each(entity.Mentions, mention => mention with { Span = Span(mention.Span) }) }),
            Quotes = Each(article.Quotes, quote => quote with { Content = Each(quote.Content, Span), Cue = Optional(quote.Cue), Speaker = Optional(quote.Speaker) }),
            Stances = Each(article.Stances, stance => stance with { Holder = Side(stance.Holder), Target = Side(stance.Target), Evidence = Optional(stance.Evidence) }),
        };
    }
}
