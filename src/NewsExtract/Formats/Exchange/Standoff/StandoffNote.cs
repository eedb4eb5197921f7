using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsExtract.Formats.Exchange.Standoff;

/// <summary>Reads notes. They have been in someone's hands: what has another form than ours is as if it were not there.</summary>
internal static class StandoffNote
{
    public static string? String(JsonObject? note, string name) => note?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static double? Number(JsonObject? note, string name) => note?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? Double(value) : null;

    public static bool? Truth(JsonObject? note, string name) => note?[name] is JsonValue value && value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? value.GetValue<bool>() : null;

    public static IEnumerable<string> Strings(JsonNode? list) =>
        list is JsonArray items ? items.OfType<JsonValue>().Where(static item => item.GetValueKind() == JsonValueKind.String).Select(static item => item.GetValue<string>()) : [];

    /// <summary>The note in a text that someone may have rewritten.</summary>
    public static JsonObject? Parse(string? text)
    {
        try
        {
            return text is not null && text.StartsWith('{') ? JsonNode.Parse(text) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A value that was parsed and one that was built in memory keep their number in different ways.
    private static double Double(JsonValue value) => double.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);
}
