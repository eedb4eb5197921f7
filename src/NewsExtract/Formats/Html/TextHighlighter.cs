using System.Net;
using System.Text;
using NewsExtract.Documents;
using NewsExtract.Formats.Json;

namespace NewsExtract.Formats.Html;

/// <summary>
/// Writes an article's text as HTML with its annotations. Annotations may cross (evidence and quote), which nested elements cannot show: the text is cut
/// at every edge, and each piece carries the classes and notes of all annotations over it.
/// </summary>
internal static class TextHighlighter
{
    public static void Write(StringBuilder html, AnnotatedArticle article)
    {
        var marks = Marks(article);
        var cuts = new SortedSet<int> { 0, article.Text.Length };
        foreach (var mark in marks)
        {
            cuts.Add(mark.Start);
            cuts.Add(mark.End);
        }

        marks.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        var (open, next, edges) = (new List<Mark>(), 0, cuts.ToArray());
        for (var i = 0; i + 1 < edges.Length; i++)
        {
            var (start, end) = (edges[i], edges[i + 1]);
            open.RemoveAll(mark => mark.End <= start);
            while (next < marks.Count && marks[next].Start <= start)
            {
                open.Add(marks[next++]);
            }

            var text = WebUtility.HtmlEncode(article.Text[start..end]);
            if (open.Count == 0)
            {
                html.Append(text);
                continue;
            }

            var classes = string.Join(' ', open.Select(static m => m.Class).Distinct(StringComparer.Ordinal));
            var notes = string.Join("\n", open.Select(static m => m.Note).Where(static n => n.Length > 0).Distinct(StringComparer.Ordinal));
            html.Append("<span class=\"").Append(classes).Append("\" title=\"").Append(WebUtility.HtmlEncode(notes)).Append("\">").Append(text).Append("</span>");
        }
    }

    private static List<Mark> Marks(AnnotatedArticle article)
    {
        var (map, marks) = (new OffsetMap(article.Text, article.OffsetUnit), new List<Mark>());
        void Add(AnnotatedSpan? span, string style, string note)
        {
            if (span is not null && map.ToUtf16(span.Start) is >= 0 and var start && map.ToUtf16(span.End) is var end && end > start)
            {
                marks.Add(new Mark(start, end, style, note));
            }
        }

        foreach (var entity in article.Entities.OrEmpty())
        {
            foreach (var mention in entity.Mentions)
            {
                var value = mention.Value is { } given ? $" = {given}" : "";
                Add(mention.Span, $"m {(entity.Type.IsValue() ? "value" : entity.Type.Name().ToLowerInvariant())} {AnnotationNames.Of(mention.Kind)}", $"{entity.Type.Name()} {entity.Name}{value} ({entity.Id})");
            }
        }

        foreach (var quote in article.Quotes.OrEmpty())
        {
            var note = $"{quote.Id}: {AnnotationNames.Of(quote.Type)} {(quote.IsSpeech ? "quote" : "belief")} of {quote.SpeakerName ?? quote.Speaker?.Text ?? "no one named"}";
            foreach (var part in quote.Content)
            {
                Add(part, quote.IsSpeech ? "q" : "q belief", note);
            }

            Add(quote.Cue, "cue", $"cue of {quote.Id}");
            Add(quote.Speaker, "src", $"speaker of {quote.Id}");
        }

        foreach (var stance in article.Stances.OrEmpty())
        {
            Add(stance.Evidence, "ev " + AnnotationNames.Of(stance.Polarity), $"{stance.Id}: {stance.Holder.Name} → {stance.Target.Name}: {AnnotationNames.Of(stance.Polarity)}");
        }

        return marks;
    }

    private readonly record struct Mark(int Start, int End, string Class, string Note);
}
