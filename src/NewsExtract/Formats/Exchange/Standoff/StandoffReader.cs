using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using NewsExtract.Documents;
using NewsExtract.Errors;
using NewsExtract.Formats.Json;

namespace NewsExtract.Formats.Exchange.Standoff;

/// <summary>
/// Puts an article together from spans and links. Spans that someone added in a tool count as they stand: what their notes would say is made up. A cue,
/// speaker, holder or target that no link ties to anything is passed over.
/// </summary>
internal sealed class StandoffReader
{
    private readonly StandoffArticle _from;
    private readonly Dictionary<string, StandoffSpan> _spans = new(StringComparer.Ordinal);
    private readonly ILookup<(string Role, string To), string> _parts;
    private readonly Dictionary<(string Role, string From), string> _owners = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    private StandoffReader(StandoffArticle from)
    {
        _from = from;
        foreach (var span in from.Spans)
        {
            _spans.TryAdd(span.Id, span);
            if (StandoffNote.String(span.Note, "id") is { } id)
            {
                _ids.Add(id);
            }
        }

        _parts = from.Links.ToLookup(static link => (link.Role, link.To), static link => link.From);
        foreach (var link in from.Links)
        {
            _owners.TryAdd((link.Role, link.From), link.To);
        }
    }

    /// <summary>The article, with offsets in UTF-16 code units.</summary>
    /// <param name="from">Its spans and links; their offsets fit the text.</param>
    /// <param name="name">Its id, when the tool's file states none.</param>
    /// <param name="place">What to call the file in messages.</param>
    /// <exception cref="NewsExtractException">NX0502: what is said about the article is damaged.</exception>
    public static AnnotatedArticle Read(StandoffArticle from, string name, string place)
    {
        var about = from.About is { } stated
            ? AnnotationReader.Read(Encoding.UTF8.GetBytes(stated.ToJsonString()), place)
            : new AnnotatedArticle { Id = name, Text = "" };
        var (reader, order) = (new StandoffReader(from), from.About?["order"] as JsonObject);
        var article = about with
        {
            OffsetUnit = OffsetUnit.CodePoint,
            Text = from.Text,
            Entities = Layer(about.Entities, reader.Entities(), static e => e.Id, order?["entities"]),
            Quotes = Layer(about.Quotes, reader.Quotes(), static q => q.Id, order?["quotes"]),
            Stances = Layer(about.Stances, reader.Stances(), static s => s.Id, order?["stances"]),
        };
        return article.Checked(place).To(OffsetUnit.Utf16);
    }

    private static ImmutableArray<T> Layer<T>(ImmutableArray<T> rest, List<T> items, Func<T, string> id, JsonNode? order)
    {
        if (rest.IsDefault && items.Count == 0)
        {
            return default;
        }

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var stated in StandoffNote.Strings(order))
        {
            places.TryAdd(stated, places.Count);
        }

        return [.. rest.OrEmpty().Concat(items).OrderBy(item => places.GetValueOrDefault(id(item), int.MaxValue))];
    }

    private List<AnnotatedEntity> Entities()
    {
        var (order, mentions, heads) = (new List<string>(), new Dictionary<string, List<AnnotatedMention>>(StringComparer.Ordinal), new Dictionary<string, (EntityType Type, string Name)>(StringComparer.Ordinal));
        var made = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var span in _from.Spans)
        {
            if (!EntityTypeNames.TryParse(span.Label, out var type))
            {
                continue;
            }

            var first = _owners.TryGetValue((StandoffLabels.SameAs, span.Id), out var to) && _spans.TryGetValue(to, out var target) ? target : span;
            var entity = StandoffNote.String(span.Note, "id") ?? StandoffNote.String(first.Note, "id");
            if (entity is null && !made.TryGetValue(first.Id, out entity))
            {
                made[first.Id] = entity = NewId("e");
            }

            if (!mentions.TryGetValue(entity, out var list))
            {
                order.Add(entity);
                mentions[entity] = list = [];
                heads[entity] = (type, StandoffNote.String(span.Note, "name") ?? span.Text);
            }

            var kind = AnnotationNames.TryParse(StandoffNote.String(span.Note, "kind") ?? "", out MentionKind stated) ? stated : MentionKind.Name;
            list.Add(new AnnotatedMention(Words(span), kind)
            {
                Confidence = StandoffNote.Number(span.Note, "confidence"),
                Value = StandoffNote.String(span.Note, "value"),
                Country = StandoffNote.String(span.Note, "country"),
            });
        }

        return [.. order.Select(id => new AnnotatedEntity(id, heads[id].Type, heads[id].Name, [.. mentions[id].OrderBy(static m => m.Span.Start)]))];
    }

    private List<AnnotatedQuote> Quotes()
    {
        var (quotes, taken) = (new List<AnnotatedQuote>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var head in _from.Spans)
        {
            var isPart = _owners.TryGetValue((StandoffLabels.PartOf, head.Id), out var to) && to != head.Id && _spans.ContainsKey(to);
            if (!isPart && head.Label.StartsWith(StandoffLabels.Quote, StringComparison.Ordinal) && AnnotationNames.TryParse(head.Label[StandoffLabels.Quote.Length..], out QuoteType type))
            {
                var parts = _parts[(StandoffLabels.PartOf, head.Id)].Where(part => part != head.Id && _spans.ContainsKey(part)).Select(part => _spans[part]).Prepend(head);
                quotes.Add(new AnnotatedQuote(OwnId(head, "q", taken), type, [.. parts.Select(Words).OrderBy(static p => p.Start)])
                {
                    Cue = Part(StandoffLabels.Cue, head.Id),
                    Speaker = Part(StandoffLabels.Speaker, head.Id),
                    SpeakerEntity = StandoffNote.String(head.Note, "speakerEntity"),
                    SpeakerName = StandoffNote.String(head.Note, "speakerName"),
                    IsSpeech = StandoffNote.Truth(head.Note, "speech") ?? true,
                    Confidence = StandoffNote.Number(head.Note, "confidence"),
                });
            }
        }

        return quotes;
    }

    private List<AnnotatedStance> Stances()
    {
        var (stances, taken) = (new List<AnnotatedStance>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var head in _from.Spans)
        {
            if (head.Label.StartsWith(StandoffLabels.Stance, StringComparison.Ordinal) && AnnotationNames.TryParse(head.Label[StandoffLabels.Stance.Length..], out Polarity polarity))
            {
                stances.Add(new AnnotatedStance(OwnId(head, "s", taken), Side(StandoffLabels.Holder, head), Side(StandoffLabels.Target, head), polarity)
                {
                    Confidence = StandoffNote.Number(head.Note, "confidence"),
                    Evidence = StandoffNote.Truth(head.Note, "evidence") == false ? null : Words(head),
                    Quote = StandoffNote.String(head.Note, "quote"),
                    Basis = [.. StandoffNote.Strings(head.Note?["basis"])],
                });
            }
        }

        return stances;
    }

    private AnnotatedSide Side(string label, StandoffSpan head)
    {
        var (side, span) = (head.Note?[label.ToLowerInvariant()] as JsonObject, Part(label, head.Id));
        return new AnnotatedSide(StandoffNote.String(side, "name") ?? span?.Text ?? "author", StandoffNote.String(side, "entity"), span);
    }

    private AnnotatedSpan? Part(string label, string owner) =>
        _parts[(StandoffLabels.Of(label), owner)].Select(id => _spans.GetValueOrDefault(id)).FirstOrDefault(static span => span is not null) is { } found ? Words(found) : null;

    /// <summary>The id in the note of a head; a new one when it has none, or is a copy of another.</summary>
    private string OwnId(StandoffSpan head, string prefix, HashSet<string> taken)
    {
        var id = StandoffNote.String(head.Note, "id");
        if (id is null || !taken.Add(id))
        {
            id = NewId(prefix);
            taken.Add(id);
        }

        return id;
    }

    private string NewId(string prefix)
    {
        var number = 1;
        while (!_ids.Add($"{prefix}{number}"))
        {
            number++;
        }

        return $"{prefix}{number}";
    }

    private static AnnotatedSpan Words(StandoffSpan span) => new(span.Start, span.End, span.Text);
}
