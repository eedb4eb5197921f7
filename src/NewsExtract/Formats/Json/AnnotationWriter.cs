using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsExtract.Documents;

namespace NewsExtract.Formats.Json;

/// <summary>Writes annotation files: UTF-8 without byte order mark, line feeds, letters of any script as they are (emoji as escapes).</summary>
public static class AnnotationWriter
{
    // Nothing here is put into a web page unescaped, and readable text is the point of the file.
    private static readonly JsonWriterOptions Pretty = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one article.</summary>
    /// <param name="output">Where the UTF-8 bytes go.</param>
    /// <param name="article">The article.</param>
    /// <param name="indented">One property a line and a line feed at the end, or all on one line without line feed.</param>
    public static void Write(IBufferWriter<byte> output, AnnotatedArticle article, bool indented)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(article);
        using (var json = new Utf8JsonWriter(output, indented ? Pretty : Compact))
        {
            using var inline = new InlineWriter(json);
            Article(json, inline, article);
        }

        if (indented)
        {
            output.Write("\n"u8);
        }
    }

    /// <summary>One article as JSON text.</summary>
    public static string ToJson(AnnotatedArticle article, bool indented = true)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(output, article, indented);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static void Article(Utf8JsonWriter json, InlineWriter inline, AnnotatedArticle article)
    {
        json.WriteStartObject();
        json.WriteString("schema", AnnotatedArticle.SchemaName);
        if (article.Tool is { } tool)
        {
            Tool(json, tool);
        }

        json.WriteStartObject("article");
        json.WriteString("id", article.Id);
        json.WriteString("source", article.Source);
        json.WriteString("title", article.Title);
        json.WriteString("published", article.Published);
        json.WriteString("language", article.Language);
        if (article.ContentHash is { } hash)
        {
            json.WriteString("contentHash", hash);
        }

        json.WriteEndObject();
        json.WriteString("offsetUnit", article.OffsetUnit == OffsetUnit.Utf16 ? "utf16" : "codepoint");
        json.WriteString("text", article.Text);
        Layer(json, "sentences", article.Sentences, inline.Range);
        Layer(json, "entities", article.Entities, entity => Entity(json, inline, entity));
        Layer(json, "quotes", article.Quotes, quote => Quote(json, inline, quote));
        Layer(json, "stances", article.Stances, stance => Stance(json, inline, stance));
        json.WriteEndObject();
    }

    private static void Layer<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<T> write)
    {
        if (items.IsDefault)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    private static void Tool(Utf8JsonWriter json, ToolStamp tool)
    {
        json.WriteStartObject("tool");
        json.WriteString("name", "newsextract");
        json.WriteString("version", tool.Version);
        json.WriteString("configuration", tool.Configuration);
        json.WriteStartObject("models");
        foreach (var (kind, hash) in tool.Models)
        {
            json.WriteString(kind, hash);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Entity(Utf8JsonWriter json, InlineWriter inline, AnnotatedEntity entity)
    {
        json.WriteStartObject();
        json.WriteString("id", entity.Id);
        json.WriteString("type", entity.Type.Name());
        json.WriteString("name", entity.Name);
        Layer(json, "mentions", entity.Mentions, inline.Mention);
        json.WriteEndObject();
    }

    private static void Quote(Utf8JsonWriter json, InlineWriter inline, AnnotatedQuote quote)
    {
        json.WriteStartObject();
        json.WriteString("id", quote.Id);
        json.WriteString("type", AnnotationNames.Of(quote.Type));
        Layer(json, "content", quote.Content, inline.Span);
        json.WritePropertyName("cue");
        inline.Span(quote.Cue);
        json.WritePropertyName("speaker");
        inline.Span(quote.Speaker);
        json.WriteString("speakerEntity", quote.SpeakerEntity);
        json.WriteString("speakerName", quote.SpeakerName);
        json.WriteBoolean("speech", quote.IsSpeech);
        Confidence(json, quote.Confidence);
        json.WriteEndObject();
    }

    private static void Stance(Utf8JsonWriter json, InlineWriter inline, AnnotatedStance stance)
    {
        json.WriteStartObject();
        json.WriteString("id", stance.Id);
        json.WritePropertyName("holder");
        inline.Side(stance.Holder);
        json.WritePropertyName("target");
        inline.Side(stance.Target);
        json.WriteString("polarity", AnnotationNames.Of(stance.Polarity));
        Confidence(json, stance.Confidence);
        if (stance.Evidence is { } evidence)
        {
            json.WritePropertyName("evidence");
            inline.Span(evidence);
        }

        json.WriteString("quote", stance.Quote);
        json.WriteStartArray("basis");
        foreach (var basis in stance.Basis)
        {
            json.WriteStringValue(basis);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Confidence(Utf8JsonWriter json, double? confidence)
    {
        if (confidence is { } given)
        {
            json.WriteNumber("confidence", given);
        }
    }
}
