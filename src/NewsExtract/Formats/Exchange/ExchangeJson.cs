using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsExtract.Errors;

namespace NewsExtract.Formats.Exchange;

/// <summary>A value in the JSON of another tool, with the place that an error names.</summary>
/// <param name="Value">The value.</param>
/// <param name="File">The file it stands in, with the line for a file of lines.</param>
/// <param name="Path">Where in the file, as <c>$[0].data.text</c>.</param>
/// <param name="Format">The name of the format.</param>
internal readonly record struct ExchangeJson(JsonElement Value, string File, string Path, string Format)
{
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Indented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n" };

    /// <exception cref="NewsExtractException">NX0501.</exception>
    public static ExchangeJson Parse(string json, string file, string format)
    {
        try
        {
            return new ExchangeJson(JsonDocument.Parse(json).RootElement, file, "$", format);
        }
        catch (JsonException e)
        {
            throw new NewsExtractException(ErrorCatalog.AnnotationNotJson(file, (e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1), e);
        }
    }

    public static string Text(JsonObject json, bool indented = false) => json.ToJsonString(indented ? Indented : OneLine);

    public ExchangeJson? Find(string name)
    {
        Require(JsonValueKind.Object, "an object");
        return Value.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? this with { Value = found, Path = $"{Path}.{name}" } : null;
    }

    public ExchangeJson Get(string name) => Find(name) ?? throw Fault($"has no \"{name}\"");

    public IEnumerable<ExchangeJson> Items()
    {
        Require(JsonValueKind.Array, "an array");
        var self = this;
        return Value.EnumerateArray().Select((item, index) => self with { Value = item, Path = $"{self.Path}[{index}]" });
    }

    public string String()
    {
        Require(JsonValueKind.String, "a string");
        try
        {
            return Value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Fault("holds half a surrogate pair");
        }
    }

    public int Int() => Value.ValueKind == JsonValueKind.Number && Value.TryGetInt32(out var number) ? number : throw Fault("is not a whole number");

    /// <summary>An id, which some tools write as a number and some as a string.</summary>
    public string Id() => Value.ValueKind == JsonValueKind.Number ? Value.GetRawText() : String();

    /// <summary>The object that we put there, or null when it is no object.</summary>
    public JsonObject? Own() => Value.ValueKind == JsonValueKind.Object ? JsonObject.Create(Value) : null;

    public NewsExtractException Fault(string problem) => new(ErrorCatalog.ExchangeMalformed(File, Path, Format, problem));

    /// <summary>The words between two code points.</summary>
    /// <exception cref="NewsExtractException">NX0604.</exception>
    public string Words(string text, OffsetMap map, int start, int end) => start >= 0 && start <= end && end <= map.CodePointCount
        ? text[map.ToUtf16(start)..map.ToUtf16(end)]
        : throw new NewsExtractException(ErrorCatalog.ExchangeSpan($"{File}: {Path}", start, end, map.CodePointCount));

    private void Require(JsonValueKind kind, string what)
    {
        if (Value.ValueKind != kind)
        {
            throw Fault($"is not {what}");
        }
    }
}
