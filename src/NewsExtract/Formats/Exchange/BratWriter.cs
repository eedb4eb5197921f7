using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsExtract.Documents;
using NewsExtract.Formats.Json;

namespace NewsExtract.Formats.Exchange;

/// <summary>Writes the <c>.ann</c> file of an article whose offsets count code points.</summary>
internal sealed class BratWriter
{
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StringBuilder _spans = new();
    private readonly StringBuilder _links = new();
    private int _lastSpan;
    private int _lastLink;

    public static string Write(AnnotatedArticle article)
    {
        var writer = new BratWriter();
        string[] absent = [.. new[] { ("entities", article.Entities.IsDefault), ("quotes", article.Quotes.IsDefault), ("stances", article.Stances.IsDefault) }.Where(static l => l.Item2).Select(static l => l.Item1)];
        writer.Note("T0", new JsonObject
        {
            ["id"] = article.Id,
            ["source"] = article.Source,
            ["title"] = article.Title,
            ["published"] = article.Published,
            ["absent"] = absent.Length == 0 ? null : new JsonArray([.. absent.Select(JsonNode (layer) => layer)]),
        });
        foreach (var entity in article.Entities.OrEmpty())
        {
            writer.Entity(entity);
        }

        foreach (var quote in article.Quotes.OrEmpty())
        {
            writer.Quote(quote);
        }

        foreach (var stance in article.Stances.OrEmpty())
        {
            writer.Stance(stance);
        }

        return writer._spans.Append(writer._links).ToString();
    }

    private void Entity(AnnotatedEntity entity)
    {
        var chain = new List<string>();
        foreach (var mention in entity.Mentions)
        {
            var id = Span(entity.Type.Name(), [mention.Span], new JsonObject
            {
                ["id"] = entity.Id,
                ["name"] = entity.Name,
                ["kind"] = AnnotationNames.Of(mention.Kind),
                ["value"] = mention.Value,
                ["country"] = mention.Country,
                ["confidence"] = mention.Confidence,
            });
            chain.Add(id);
        }

        if (chain.Count > 1)
        {
            _links.Append("*\tEquiv ").AppendJoin(' ', chain).Append('\n');
        }
    }

    private void Quote(AnnotatedQuote quote)
    {
        var id = Span("Quote_" + AnnotationNames.Of(quote.Type), quote.Content, new JsonObject
        {
            ["id"] = quote.Id,
            ["speakerEntity"] = quote.SpeakerEntity,
            ["speakerName"] = quote.SpeakerName,
            ["speech"] = quote.IsSpeech,
            ["confidence"] = quote.Confidence,
        });
        Part("Cue", quote.Cue, id);
        Part("Speaker", quote.Speaker, id);
    }

    private void Stance(AnnotatedStance stance)
    {
        JsonObject Side(AnnotatedSide side) => new() { ["name"] = side.Name, ["entity"] = side.Entity };
        var id = Span("Stance_" + AnnotationNames.Of(stance.Polarity), stance.Evidence is { } evidence ? [evidence] : [], new JsonObject
        {
            ["id"] = stance.Id,
            ["holder"] = Side(stance.Holder),
            ["target"] = Side(stance.Target),
            ["quote"] = stance.Quote,
            ["confidence"] = stance.Confidence,
            ["basis"] = new JsonArray([.. stance.Basis.Select(JsonNode (b) => b)]),
        });
        Part("Holder", stance.Holder.Span, id);
        Part("Target", stance.Target.Span, id);
    }

    private void Part(string role, AnnotatedSpan? span, string owner)
    {
        if (span is not null)
        {
            // First the span, since it may write a note of its own.
            var id = Span(role, [span], []);
            _links.Append($"R{++_lastLink}\t{role}Of Arg1:{id} Arg2:{owner}\n");
        }
    }

    /// <summary>A text-bound annotation. brat's fragments hold no line end, so a span is cut there; the note says how many fragments each span has.</summary>
    private string Span(string type, IReadOnlyList<AnnotatedSpan> spans, JsonObject note)
    {
        var (fragments, counts) = (new List<(int Start, int End, string Text)>(), new List<int>());
        foreach (var span in spans)
        {
            var before = fragments.Count;
            fragments.AddRange(Fragments(span));
            counts.Add(fragments.Count - before);
        }

        var id = $"T{++_lastSpan}";
        _spans.Append(id).Append('\t').Append(type).Append(' ').AppendJoin(';', fragments.Select(static f => $"{f.Start} {f.End}"))
            .Append('\t').AppendJoin(' ', fragments.Select(static f => f.Text)).Append('\n');
        if (counts.Exists(static count => count != 1) || counts.Count > 1)
        {
            note["parts"] = new JsonArray([.. counts.Select(JsonNode (count) => count)]);
        }

        Note(id, note);
        return id;
    }

    private static IEnumerable<(int Start, int End, string Text)> Fragments(AnnotatedSpan span)
    {
        var (start, offset, from) = (span.Start, span.Start, 0);
        for (var i = 0; i <= span.Text.Length; i++)
        {
            if (i == span.Text.Length || span.Text[i] is '\n' or '\r')
            {
                if (i > from)
                {
                    yield return (start, offset, span.Text[from..i]);
                }

                (from, start) = (i + 1, offset + 1);
            }

            offset += i < span.Text.Length && !char.IsLowSurrogate(span.Text[i]) ? 1 : 0;
        }
    }

    private void Note(string id, JsonObject note)
    {
        foreach (var empty in note.Where(static p => p.Value is null).Select(static p => p.Key).ToList())
        {
            note.Remove(empty);
        }

        if (note.Count > 0)
        {
            _links.Append($"#{++_lastLink}\tAnnotatorNotes {id}\t{note.ToJsonString(OneLine)}\n");
        }
    }
}
