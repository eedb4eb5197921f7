using System.Text;
using System.Text.Json;
using NewsExtract.Formats;

namespace NewsExtract.Evaluation;

/// <summary>
/// An annotation file as the scorers see it: gold files have fields that the format does not know, so the JSON is kept as it is; offsets are in
/// code points whatever the file's unit. A span that lies outside the text, or splits a character, counts as empty.
/// </summary>
internal sealed class ScoredArticle
{
    private readonly OffsetMap? _map;
    private readonly JsonElement _root;

    public ScoredArticle(JsonElement root)
    {
        _root = root;
        Text = String(root, "text") ?? "";
        _map = String(root, "offsetUnit") == "codepoint" ? null : new OffsetMap(Text, OffsetUnit.CodePoint);
        Runes = [.. Text.EnumerateRunes()];
    }

    public string Text { get; }

    /// <summary>The text, one element a code point.</summary>
    public Rune[] Runes { get; }

    /// <summary>An article without annotations, for one that is missing.</summary>
    public static ScoredArticle Empty { get; } = new(JsonDocument.Parse("{}").RootElement);

    /// <summary>Whether the file has the layer at all.</summary>
    public bool Has(string layer) => Property(_root, layer) is { ValueKind: JsonValueKind.Array };

    /// <summary>The items of a layer or list; none when it is absent.</summary>
    public IEnumerable<JsonElement> Items(string name) => Items(_root, name);

    /// <summary>The items of a list inside an item.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement? parent, string name) =>
        parent is { } given && Property(given, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>The span of an item that has one.</summary>
    public ScoreSpan? Span(JsonElement? item) =>
        item is { ValueKind: JsonValueKind.Object } given && Number(given, "start") is { } start && Number(given, "end") is { } end ? Normalise(start, end).Span : null;

    /// <summary>The span of a property of an item.</summary>
    public ScoreSpan? Span(JsonElement item, string name) => Span(Property(item, name));

    /// <summary>The characters of a span.</summary>
    public string TextOf(ScoreSpan span)
    {
        var text = new StringBuilder();
        for (var i = span.Start; i < span.End; i++)
        {
            text.Append(Runes[i].ToString());
        }

        return text.ToString();
    }

    /// <summary>How many spans the file has anywhere, and how many of them are not where their text is.</summary>
    public (int Spans, int Bad) CheckSpans()
    {
        var (spans, bad) = (0, 0);
        Visit(_root);
        return (spans, bad);

        void Visit(JsonElement node)
        {
            if (node.ValueKind == JsonValueKind.Array)
            {
                foreach (var child in node.EnumerateArray())
                {
                    Visit(child);
                }
            }
            else if (node.ValueKind == JsonValueKind.Object)
            {
                if (Number(node, "start") is { } start && Number(node, "end") is { } end)
                {
                    spans++;
                    var (span, isInside) = Normalise(start, end);
                    bad += !isInside || (String(node, "text") is { } text && text != TextOf(span)) ? 1 : 0;
                }

                foreach (var property in node.EnumerateObject())
                {
                    Visit(property.Value);
                }
            }
        }
    }

    public static JsonElement? Property(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string? String(JsonElement? parent, string name) => Property(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static bool Flag(JsonElement parent, string name, bool otherwise) =>
        Property(parent, name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag ? flag.GetBoolean() : otherwise;

    public static int? Number(JsonElement parent, string name) =>
        Property(parent, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;

    public static double Confidence(JsonElement item) => Property(item, "confidence") is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : 0;

    private (ScoreSpan Span, bool IsInside) Normalise(int start, int end)
    {
        if (_map is not null)
        {
            start = start < 0 || start > Text.Length ? -1 : _map.FromUtf16(start);
            end = end < 0 || end > Text.Length ? -1 : _map.FromUtf16(end);
        }

        var isInside = 0 <= start && start <= end && end <= Runes.Length;
        return isInside ? (new ScoreSpan(start, end), true) : (default, false);
    }
}
