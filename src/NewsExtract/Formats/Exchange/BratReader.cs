using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsExtract.Documents;
using NewsExtract.Errors;
using NewsExtract.Formats.Json;

namespace NewsExtract.Formats.Exchange;

/// <summary>Reads the <c>.ann</c> file of an article. Spans count as they stand; notes that are missing (spans added by hand) are made up for.</summary>
internal sealed partial class BratReader
{
    private readonly string _text;
    private readonly OffsetMap _map;
    private readonly string _place;
    private readonly List<(string Id, string Type, List<(int Start, int End)> Fragments)> _spans = [];
    private readonly Dictionary<string, JsonElement> _notes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Role, string Owner), string> _parts = [];
    private readonly Dictionary<string, string> _chains = new(StringComparer.Ordinal);

    private BratReader(string text, string place)
    {
        _text = text;
        _place = place;
        _map = new OffsetMap(text, OffsetUnit.CodePoint);
    }

    /// <exception cref="NewsExtractException">NX0602: a line that is no brat annotation, or offsets outside the text.</exception>
    public static AnnotatedArticle Read(string name, string text, IReadOnlyList<string> lines, string place)
    {
        var reader = new BratReader(text, place);
        for (var i = 0; i < lines.Count; i++)
        {
            reader.Line(lines[i], i + 1);
        }

        var about = reader._notes.GetValueOrDefault("T0");
        return new AnnotatedArticle
        {
            Id = String(about, "id") ?? name,
            Source = String(about, "source"),
            Title = String(about, "title"),
            Published = String(about, "published"),
            OffsetUnit = OffsetUnit.CodePoint,
            Text = text,
            Entities = Layer(reader.Entities(), "entities", about),
            Quotes = Layer(reader.Quotes(), "quotes", about),
            Stances = Layer(reader.Stances(), "stances", about),
        };
    }

    /// <summary>The layer, or none when the article had none and nothing was added since.</summary>
    private static ImmutableArray<T> Layer<T>(ImmutableArray<T> items, string name, JsonElement about) =>
        items.IsEmpty && Property(about, "absent") is { ValueKind: JsonValueKind.Array } absent && absent.EnumerateArray().Any(layer => layer.ValueKind == JsonValueKind.String && layer.ValueEquals(name)) ? default : items;

    private void Line(string line, int number)
    {
        var cells = line.Split('\t');
        if (Bound().Match(line) is { Success: true } bound)
        {
            List<(int, int)> fragments = [.. bound.Groups[3].Value.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(static f => f.Split(' ')).Select(static f => (int.Parse(f[0]), int.Parse(f[1])))];
            if (fragments.Exists(f => f.Item1 > f.Item2 || f.Item2 > _map.CodePointCount) || (fragments.Count == 0 && !bound.Groups[2].Value.Contains('_')))
            {
                throw new NewsExtractException(ErrorCatalog.BratLine($"{_place}:{number}", line));
            }

            _spans.Add((bound.Groups[1].Value, bound.Groups[2].Value, fragments));
        }
        else if (Relation().Match(line) is { Success: true } relation)
        {
            _parts[(relation.Groups[1].Value, relation.Groups[3].Value)] = relation.Groups[2].Value;
        }
        else if (line.StartsWith('*') && cells is [_, var equal, ..] && equal.Split(' ') is ["Equiv", var first, .. var others])
        {
            foreach (var other in others)
            {
                _chains[other] = first;
            }
        }
        else if (line.StartsWith('#') && cells is [_, var about, var note, ..] && about.Split(' ') is [_, var id] && note.StartsWith('{'))
        {
            _notes[id] = Note(note, number);
        }
    }

    private JsonElement Note(string note, int number)
    {
        try
        {
            return JsonDocument.Parse(note).RootElement;
        }
        catch (JsonException e)
        {
            throw new NewsExtractException(ErrorCatalog.BratLine($"{_place}:{number}", note), e);
        }
    }

    private ImmutableArray<AnnotatedEntity> Entities()
    {
        var (order, mentions, names) = (new List<string>(), new Dictionary<string, List<AnnotatedMention>>(StringComparer.Ordinal), new Dictionary<string, (EntityType Type, string Name)>(StringComparer.Ordinal));
        foreach (var (id, typeName, fragments) in _spans)
        {
            if (!EntityTypeNames.TryParse(typeName, out var type))
            {
                continue;
            }

            var note = _notes.GetValueOrDefault(id);
            var entity = String(note, "id") ?? String(_notes.GetValueOrDefault(_chains.GetValueOrDefault(id) ?? ""), "id") ?? _chains.GetValueOrDefault(id) ?? id;
            var span = Spans(id, fragments)[0];
            if (!mentions.TryGetValue(entity, out var list))
            {
                order.Add(entity);
                mentions[entity] = list = [];
                names[entity] = (type, String(note, "name") ?? span.Text);
            }

            var kind = AnnotationNames.TryParse(String(note, "kind") ?? "name", out MentionKind stated) ? stated : MentionKind.Name;
            list.Add(new AnnotatedMention(span, kind) { Confidence = Double(note), Value = String(note, "value"), Country = String(note, "country") });
        }

        return [.. order.Select(id => new AnnotatedEntity(id, names[id].Type, names[id].Name, [.. mentions[id]]))];
    }

    private ImmutableArray<AnnotatedQuote> Quotes()
    {
        var quotes = ImmutableArray.CreateBuilder<AnnotatedQuote>();
        foreach (var (id, typeName, fragments) in _spans)
        {
            if (typeName.StartsWith("Quote_", StringComparison.Ordinal) && AnnotationNames.TryParse(typeName["Quote_".Length..], out QuoteType type))
            {
                var note = _notes.GetValueOrDefault(id);
                quotes.Add(new AnnotatedQuote(String(note, "id") ?? "q" + id, type, [.. Spans(id, fragments)])
                {
                    Cue = Part("Cue", id),
                    Speaker = Part("Speaker", id),
                    SpeakerEntity = String(note, "speakerEntity"),
                    SpeakerName = String(note, "speakerName"),
                    IsSpeech = Property(note, "speech") is not { ValueKind: JsonValueKind.False },
                    Confidence = Double(note),
                });
            }
        }

        return quotes.ToImmutable();
    }

    private ImmutableArray<AnnotatedStance> Stances()
    {
        var stances = ImmutableArray.CreateBuilder<AnnotatedStance>();
        foreach (var (id, typeName, fragments) in _spans)
        {
            if (typeName.StartsWith("Stance_", StringComparison.Ordinal) && AnnotationNames.TryParse(typeName["Stance_".Length..], out Polarity polarity))
            {
                var note = _notes.GetValueOrDefault(id);
                stances.Add(new AnnotatedStance(String(note, "id") ?? "s" + id, Side("Holder", id, note), Side("Target", id, note), polarity)
                {
                    Confidence = Double(note),
                    Evidence = Spans(id, fragments) is [var evidence, ..] ? evidence : null,
                    Quote = String(note, "quote"),
                    Basis = Property(note, "basis") is { ValueKind: JsonValueKind.Array } basis ? [.. basis.EnumerateArray().Where(static b => b.ValueKind == JsonValueKind.String).Select(static b => b.GetString()!)] : [],
                });
            }
        }

        return stances.ToImmutable();
    }

    private AnnotatedSide Side(string role, string owner, JsonElement note)
    {
        var (side, span) = (Property(note, role.ToLowerInvariant()), Part(role, owner));
        return new AnnotatedSide(String(side, "name") ?? span?.Text ?? "author", String(side, "entity"), span);
    }

    private AnnotatedSpan? Part(string role, string owner) =>
        _parts.TryGetValue((role, owner), out var id) && _spans.Find(s => s.Id == id) is { Fragments: { } fragments } ? Spans(id, fragments)[0] : null;

    /// <summary>The spans of an annotation: fragments put together as its note says, or where only a line end parts them.</summary>
    private List<AnnotatedSpan> Spans(string id, List<(int Start, int End)> fragments)
    {
        var counts = Property(_notes.GetValueOrDefault(id), "parts") is { ValueKind: JsonValueKind.Array } parts
            ? parts.EnumerateArray().Select(static p => p.ValueKind == JsonValueKind.Number && p.TryGetInt32(out var count) ? count : 0).ToList() : null;
        var joined = new List<(int Start, int End)>();
        for (int i = 0, part = 0, left = 0; i < fragments.Count; i++, left--)
        {
            var isJoined = i > 0 && (counts is not null && counts.Sum() == fragments.Count ? left > 0 : Between(fragments[i - 1].End, fragments[i].Start).AsSpan().Trim("\r\n").IsEmpty);
            if (isJoined)
            {
                joined[^1] = (joined[^1].Start, fragments[i].End);
            }
            else
            {
                joined.Add(fragments[i]);
                left = counts is not null && part < counts.Count ? counts[part++] : 1;
            }
        }

        return [.. joined.Select(s => new AnnotatedSpan(s.Start, s.End, Between(s.Start, s.End)))];
    }

    private string Between(int start, int end) => _text[_map.ToUtf16(start).._map.ToUtf16(end)];

    private static JsonElement? Property(JsonElement? note, string name) =>
        note is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty(name, out var value) ? value : null;

    private static string? String(JsonElement? note, string name) => Property(note, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static double? Double(JsonElement note) => Property(note, "confidence") is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    [GeneratedRegex(@"^(T\d+)\t(\S+) ((?:\d{1,9} \d{1,9};?)*)\t", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bound();

    [GeneratedRegex(@"^R\d+\t(\w+)Of Arg1:(T\d+) Arg2:(T\d+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Relation();
}
