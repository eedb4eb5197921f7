using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Errors;
using NewsExtract.Formats;

namespace NewsExtract.Evaluation;

/// <summary>Checks what a schema cannot: that spans are where their text is, that ids are unique and references meet, that mentions do not cross.</summary>
internal sealed class AnnotationValidator
{
    private readonly AnnotatedArticle _article;
    private readonly OffsetMap _map;
    private readonly List<ErrorInfo> _faults = [];

    private AnnotationValidator(AnnotatedArticle article)
    {
        _article = article;
        _map = new OffsetMap(article.Text, article.OffsetUnit);
    }

    /// <summary>Every fault, in the order of the file; none when it is right.</summary>
    public static IReadOnlyList<ErrorInfo> Check(AnnotatedArticle article)
    {
        var validator = new AnnotationValidator(article);
        validator.Sentences();
        validator.Entities();
        validator.Quotes();
        validator.Stances();
        return validator._faults;
    }

    private void Sentences()
    {
        var sentences = _article.Sentences.OrEmpty();
        for (var i = 0; i < sentences.Length; i++)
        {
            Span($"sentences[{i}]", sentences[i], hasText: false);
        }

        Ordered("sentences", sentences);
    }

    private void Entities()
    {
        var entities = _article.Entities.OrEmpty();
        Ids("entities", entities.Select(static e => e.Id));
        var mentions = new List<(string Place, AnnotatedSpan Span, MentionKind Kind)>();
        for (var i = 0; i < entities.Length; i++)
        {
            Require(entities[i].Mentions.Length > 0, ErrorCatalog.EntityWithoutMention($"entities[{i}]"));
            for (var m = 0; m < entities[i].Mentions.Length; m++)
            {
                var mention = entities[i].Mentions[m];
                var place = $"entities[{i}].mentions[{m}]";
                Confidence(place, mention.Confidence);
                if (Span(place, mention.Span))
                {
                    mentions.Add((place, mention.Span, mention.Kind));
                }
            }
        }

        Overlaps(mentions);
    }

    private void Overlaps(List<(string Place, AnnotatedSpan Span, MentionKind Kind)> mentions)
    {
        mentions.Sort(static (a, b) => (a.Span.Start, -a.Span.End, a.Place.Length).CompareTo((b.Span.Start, -b.Span.End, b.Place.Length)));
        for (var i = 0; i < mentions.Count; i++)
        {
            for (var j = i + 1; j < mentions.Count && mentions[j].Span.Start < mentions[i].Span.End; j++)
            {
                var (outer, inner) = (mentions[i], mentions[j]);
                var isNested = inner.Span.End <= outer.Span.End && (inner.Span.Start, inner.Span.End) != (outer.Span.Start, outer.Span.End);
                var areNames = outer.Kind == MentionKind.Name && inner.Kind == MentionKind.Name;
                Require(isNested && !areNames, ErrorCatalog.MentionsOverlap(inner.Place, outer.Place));
            }
        }
    }

    private void Quotes()
    {
        var quotes = _article.Quotes.OrEmpty();
        Ids("quotes", quotes.Select(static q => q.Id));
        for (var i = 0; i < quotes.Length; i++)
        {
            var (quote, place) = (quotes[i], $"quotes[{i}]");
            Require(quote.Content.Length > 0, ErrorCatalog.QuoteWithoutContent(place));
            Confidence(place, quote.Confidence);
            for (var p = 0; p < quote.Content.Length; p++)
            {
                Span($"{place}.content[{p}]", quote.Content[p]);
            }

            Ordered($"{place}.content", quote.Content);
            foreach (var (part, span) in new[] { ("cue", quote.Cue), ("speaker", quote.Speaker) })
            {
                if (span is not null && Span($"{place}.{part}", span))
                {
                    Require(!quote.Content.Any(c => c.Start < span.End && span.Start < c.End), ErrorCatalog.ContentHoldsFrame(place, part));
                }
            }

            Reference($"{place}.speakerEntity", quote.SpeakerEntity, _article.Entities, static e => e.Id);
        }
    }

    private void Stances()
    {
        var stances = _article.Stances.OrEmpty();
        Ids("stances", stances.Select(static s => s.Id));
        for (var i = 0; i < stances.Length; i++)
        {
            var (stance, place) = (stances[i], $"stances[{i}]");
            Confidence(place, stance.Confidence);
            foreach (var (part, side) in new[] { ("holder", stance.Holder), ("target", stance.Target) })
            {
                Require(side.Name.Length > 0, ErrorCatalog.SideUnnamed($"{place}.{part}"));
                Reference($"{place}.{part}.entity", side.Entity, _article.Entities, static e => e.Id);
                if (side.Span is { } span)
                {
                    Span($"{place}.{part}", span);
                }
            }

            if (stance.Evidence is { } evidence)
            {
                Span($"{place}.evidence", evidence);
            }

            Reference($"{place}.quote", stance.Quote, _article.Quotes, static q => q.Id);
        }
    }

    private bool Span(string place, AnnotatedSpan span, bool hasText = true)
    {
        var (start, end) = (_map.ToUtf16(span.Start), _map.ToUtf16(span.End));
        var isInside = start >= 0 && end >= start && !Splits(start) && !Splits(end);
        if (!isInside)
        {
            _faults.Add(ErrorCatalog.SpanOutside(place, span.Start, span.End, _map.CodePointCount));
            return false;
        }

        var found = _article.Text[start..end];
        if (hasText && found != span.Text)
        {
            _faults.Add(ErrorCatalog.SpanText(place, span.Start, span.End, found, span.Text));
            return false;
        }

        return Require(found.Length > 0 && found.AsSpan().Trim().Length == found.Length, ErrorCatalog.SpanEdges(place, found));
    }

    private bool Splits(int offset) => offset > 0 && offset < _article.Text.Length && char.IsLowSurrogate(_article.Text[offset]) && char.IsHighSurrogate(_article.Text[offset - 1]);

    private void Ordered(string place, ImmutableArray<AnnotatedSpan> spans)
    {
        for (var i = 1; i < spans.Length; i++)
        {
            Require(spans[i].Start >= spans[i - 1].End, ErrorCatalog.OutOfOrder($"{place}[{i}]"));
        }
    }

    private void Ids(string layer, IEnumerable<string> ids)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            Require(seen.Add(id), ErrorCatalog.IdTwice(layer, id));
        }
    }

    private void Reference<T>(string place, string? id, ImmutableArray<T> layer, Func<T, string> idOf)
    {
        // A reference into a layer that was not labelled cannot be checked.
        if (id is not null && !layer.IsDefault)
        {
            Require(layer.Any(item => idOf(item) == id), ErrorCatalog.ReferenceUnknown(place, id));
        }
    }

    private void Confidence(string place, double? confidence)
    {
        if (confidence is { } given)
        {
            Require(given is >= 0 and <= 1, ErrorCatalog.ConfidenceOutside(place, given));
        }
    }

    private bool Require(bool holds, ErrorInfo fault)
    {
        if (!holds)
        {
            _faults.Add(fault);
        }

        return holds;
    }
}
