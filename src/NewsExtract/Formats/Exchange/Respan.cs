using System.Collections.Immutable;
using NewsExtract.Errors;

namespace NewsExtract.Formats.Exchange;

/// <summary>Gives an article's spans in another unit.</summary>
internal static class Respan
{
    /// <summary>The article itself, when every span lies in its text.</summary>
    /// <exception cref="NewsExtractException">NX0511.</exception>
    public static AnnotatedArticle Checked(this AnnotatedArticle article, string place)
    {
        var map = new OffsetMap(article.Text, article.OffsetUnit);
        var length = article.OffsetUnit == OffsetUnit.CodePoint ? map.CodePointCount : article.Text.Length;
        bool IsEdge(int offset) => offset >= 0 && offset <= length && (article.OffsetUnit == OffsetUnit.CodePoint || !IsInsidePair(article.Text, offset));
        foreach (var span in Spans(article))
        {
            if (span.Start > span.End || !IsEdge(span.Start) || !IsEdge(span.End))
            {
                throw new NewsExtractException(ErrorCatalog.SpanOutside(place, span.Start, span.End, length));
            }
        }

        return article;
    }

    private static bool IsInsidePair(string text, int offset) => offset > 0 && offset < text.Length && char.IsSurrogatePair(text[offset - 1], text[offset]);

    private static IEnumerable<AnnotatedSpan> Spans(AnnotatedArticle article) => article.Sentences.OrEmpty()
        .Concat(article.Entities.OrEmpty().SelectMany(static e => e.Mentions).Select(static m => m.Span))
        .Concat(article.Quotes.OrEmpty().SelectMany(static q => q.Content.Append(q.Cue).Append(q.Speaker)).OfType<AnnotatedSpan>())
        .Concat(article.Stances.OrEmpty().SelectMany(static s => new[] { s.Holder.Span, s.Target.Span, s.Evidence }).OfType<AnnotatedSpan>());

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
