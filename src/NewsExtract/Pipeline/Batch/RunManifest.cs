using System.Text.Encodings.Web;
using System.Text.Json;
using NewsExtract.Formats;
using NewsExtract.Formats.Csv;

namespace NewsExtract.Pipeline.Batch;

/// <summary>The file <c>run.json</c>: what made a finished run, and what it holds. No times and no paths, so that the same run gives the same bytes.</summary>
internal static class RunManifest
{
    public static byte[] Write(BatchOptions options, BatchSummary summary)
    {
        using var output = new MemoryStream();
        var style = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(output, style))
        {
            json.WriteStartObject();
            json.WriteString("schema", AnnotatedArticle.SchemaName);
            json.WriteStartObject("tool");
            json.WriteString("name", "newsextract");
            json.WriteString("version", options.Annotation.Tool?.Version);
            json.WriteString("configuration", options.Annotation.Tool?.Configuration);
            json.WriteStartObject("models");
            foreach (var (kind, hash) in options.Annotation.Tool?.Models ?? [])
            {
                json.WriteString(kind, hash);
            }

            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartObject("options");
            json.WriteString("format", options.Format == OutputFormat.Json ? "json" : "jsonl");
            json.WriteString("offsetUnit", options.Annotation.OffsetUnit == OffsetUnit.Utf16 ? "utf16" : "codepoint");
            json.WriteBoolean("belief", options.Annotation.IncludeBelief);
            json.WriteNumber("stanceThreshold", options.Annotation.StanceThreshold);
            json.WriteBoolean("bom", options.Csv.ByteOrderMark);
            json.WriteBoolean("csvGuard", options.Csv.GuardFormulas);
            json.WriteEndObject();
            json.WriteStartObject("counts");
            json.WriteNumber("articles", summary.Articles);
            json.WriteNumber("failed", summary.Failed);
            json.WriteNumber("words", summary.Counts.Words);
            json.WriteNumber("sentences", summary.Counts.Sentences);
            json.WriteNumber("entities", summary.Counts.Entities);
            json.WriteNumber("mentions", summary.Counts.Mentions);
            json.WriteNumber("quotes", summary.Counts.Quotes);
            json.WriteNumber("stances", summary.Counts.Stances);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
        return output.ToArray();
    }

    /// <summary>What a run was given, from its manifest.</summary>
    /// <exception cref="KeyNotFoundException">A field is missing.</exception>
    /// <exception cref="InvalidOperationException">A field is of another kind.</exception>
    public static BatchOptions Read(JsonElement manifest, string output)
    {
        var (tool, options) = (manifest.GetProperty("tool"), manifest.GetProperty("options"));
        string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString() ?? throw new InvalidOperationException(name);
        var models = tool.GetProperty("models").EnumerateObject().Select(static m => KeyValuePair.Create(m.Name, m.Value.GetString() ?? ""));
        var stamp = new ToolStamp(Text(tool, "version"), Text(tool, "configuration"), [.. models]);
        var unit = Text(options, "offsetUnit") == "codepoint" ? OffsetUnit.CodePoint : OffsetUnit.Utf16;
        return new BatchOptions
        {
            Inputs = [],
            Output = output,
            Annotation = new AnnotationOptions(unit, options.GetProperty("belief").GetBoolean(), options.GetProperty("stanceThreshold").GetDouble(), stamp),
            Csv = new CsvSettings(options.GetProperty("bom").GetBoolean(), options.GetProperty("csvGuard").GetBoolean()),
            Format = Text(options, "format") == "jsonl" ? OutputFormat.JsonLines : OutputFormat.Json,
        };
    }
}
