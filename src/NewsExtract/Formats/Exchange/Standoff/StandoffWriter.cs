using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NewsExtract.Documents;
using NewsExtract.Formats.Json;

namespace NewsExtract.Formats.Exchange.Standoff;

/// <summary>Takes an article apart into spans and links. Items without any span (an entity without mention) go whole into what is said about the article.</summary>
internal sealed class StandoffWriter
{
    private readonly List<StandoffSpan> _spans = [];
    private readonly List<StandoffLink> _links = [];

    public static StandoffArticle Write(AnnotatedArticle given)
    {
        var (article, writer) = (given.To(OffsetUnit.CodePoint), new StandoffWriter());
        var rest = article with
        {
            Text = "",
            Entities = Rest(article.Entities, writer.Entity),
            Quotes = Rest(article.Quotes, writer.Quote),
            Stances = Rest(article.Stances, writer.Stance),
        };
        var about = JsonNode.Parse(AnnotationWriter.ToJson(rest, indented: false))!.AsObject();
        about["order"] = new JsonObject
        {
            ["entities"] = Strings(article.Entities.OrEmpty().Select(static e => e.Id)),
            ["quotes"] = Strings(article.Quotes.OrEmpty().Select(static q => q.Id)),
            ["stances"] = Strings(article.Stances.OrEmpty().Select(static s => s.Id)),
        };
        return new StandoffArticle(article.Text, writer._spans, writer._links, about);
    }

    private static ImmutableArray<T> Rest<T>(ImmutableArray<T> layer, Func<T, bool> write) => layer.IsDefault ? default : [.. layer.Where(item => !write(item))];

    private static JsonArray Strings(IEnumerable<string> items) => [.. items.Select(JsonNode (item) => item)];

    private bool Entity(AnnotatedEntity entity)
    {
        string? first = null;
        foreach (var mention in entity.Mentions)
        {
            var id = Span(entity.Type.Name(), mention.Span, new JsonObject
            {
                ["id"] = entity.Id,
                ["name"] = entity.Name,
                ["kind"] = AnnotationNames.Of(mention.Kind),
                ["value"] = mention.Value,
                ["country"] = mention.Country,
                ["confidence"] = mention.Confidence,
            });
            Link(StandoffLabels.SameAs, id, first);
            first ??= id;
        }

        return first is not null;
    }

    private bool Quote(AnnotatedQuote quote)
    {
        string? head = null;
        foreach (var part in quote.Content)
        {
            var id = Span(StandoffLabels.Quote + AnnotationNames.Of(quote.Type), part, head is not null ? [] : new JsonObject
            {
                ["id"] = quote.Id,
                ["speakerEntity"] = quote.SpeakerEntity,
                ["speakerName"] = quote.SpeakerName,
                ["speech"] = quote.IsSpeech,
                ["confidence"] = quote.Confidence,
            });
            Link(StandoffLabels.PartOf, id, head);
            head ??= id;
        }

        Part(StandoffLabels.Cue, quote.Cue, head);
        Part(StandoffLabels.Speaker, quote.Speaker, head);
        return head is not null;
    }

    private bool Stance(AnnotatedStance stance)
    {
        // A stance without evidence is shown where its target stands, or its holder.
        if ((stance.Evidence ?? stance.Target.Span ?? stance.Holder.Span) is not { } shown)
        {
            return false;
        }

        JsonObject Side(AnnotatedSide side) => Filled(new JsonObject { ["name"] = side.Name, ["entity"] = side.Entity });
        var head = Span(StandoffLabels.Stance + AnnotationNames.Of(stance.Polarity), shown, new JsonObject
        {
            ["id"] = stance.Id,
            ["holder"] = Side(stance.Holder),
            ["target"] = Side(stance.Target),
            ["quote"] = stance.Quote,
            ["confidence"] = stance.Confidence,
            ["evidence"] = stance.Evidence is null ? false : null,
            ["basis"] = Strings(stance.Basis),
        });
        Part(StandoffLabels.Holder, stance.Holder.Span, head);
        Part(StandoffLabels.Target, stance.Target.Span, head);
        return true;
    }

    private void Part(string label, AnnotatedSpan? span, string? head)
    {
        if (span is not null && head is not null)
        {
            Link(StandoffLabels.Of(label), Span(label, span, []), head);
        }
    }

    private string Span(string label, AnnotatedSpan span, JsonObject note)
    {
        var id = $"t{_spans.Count + 1}";
        _spans.Add(new StandoffSpan(id, label, span.Start, span.End, span.Text, Filled(note)));
        return id;
    }

    private void Link(string role, string from, string? to)
    {
        if (to is not null)
        {
            _links.Add(new StandoffLink(role, from, to));
        }
    }

    private static JsonObject Filled(JsonObject note)
    {
        foreach (var empty in note.Where(static p => p.Value is null).Select(static p => p.Key).ToList())
        {
            note.Remove(empty);
        }

        return note;
    }
}
