using System.Collections.Immutable;
using System.Text.Json;
using NewsExtract.Documents;
using NewsExtract.Errors;

namespace NewsExtract.Formats.Json;

/// <summary>Reads annotation files. Fields that the format does not know are passed over; what it knows must have its right type.</summary>
public static class AnnotationReader
{
    /// <summary>Reads one article.</summary>
    /// <param name="utf8">The file or line as UTF-8, without byte order mark.</param>
    /// <param name="input">What to call it in messages.</param>
    /// <exception cref="NewsExtractException">NX0501: not JSON; NX0502: not an annotation file.</exception>
    public static AnnotatedArticle Read(ReadOnlyMemory<byte> utf8, string input)
    {
        try
        {
            using var json = JsonDocument.Parse(utf8);
            return Article(json.RootElement);
        }
        catch (JsonException e)
        {
            throw new NewsExtractException(ErrorCatalog.AnnotationNotJson(input, (e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1), e);
        }
        catch (Exception e) when (e is ShapeException or InvalidOperationException or FormatException)
        {
            throw new NewsExtractException(ErrorCatalog.AnnotationMalformed(input, e.Message), e);
        }
    }

    private static AnnotatedArticle Article(JsonElement root)
    {
        Require(root, JsonValueKind.Object, "the file");
        if (String(root, "schema") is not AnnotatedArticle.SchemaName)
        {
            throw new ShapeException($"\"schema\" is not \"{AnnotatedArticle.SchemaName}\"");
        }

        var article = Property(root, "article") ?? throw new ShapeException("\"article\" is missing");
        Require(article, JsonValueKind.Object, "\"article\"");
        return new AnnotatedArticle
        {
            Tool = Property(root, "tool") is { } tool ? Tool(tool) : null,
            Id = String(article, "id") ?? throw new ShapeException("\"article.id\" is missing"),
            Source = String(article, "source"),
            Title = String(article, "title"),
            Published = String(article, "published"),
            Language = String(article, "language") ?? "en",
            ContentHash = String(article, "contentHash"),
            OffsetUnit = (String(root, "offsetUnit") ?? "utf16") switch
            {
                "utf16" => OffsetUnit.Utf16,
                "codepoint" => OffsetUnit.CodePoint,
                var other => throw new ShapeException($"\"offsetUnit\" is \"{other}\""),
            },
            Text = String(root, "text") ?? throw new ShapeException("\"text\" is missing"),
            Sentences = Layer(root, "sentences", static s => new AnnotatedSpan(Number(s, "start"), Number(s, "end"), String(s, "text") ?? "")),
            Entities = Layer(root, "entities", Entity),
            Quotes = Layer(root, "quotes", Quote),
            Stances = Layer(root, "stances", Stance),
        };
    }

    private static ToolStamp Tool(JsonElement tool)
    {
        var models = Property(tool, "models") is { } listed
            ? listed.EnumerateObject().Select(static m => KeyValuePair.Create(m.Name, m.Value.GetString() ?? "")).ToImmutableArray()
            : [];
        return new ToolStamp(String(tool, "version") ?? "", String(tool, "configuration") ?? "", models);
    }

    private static AnnotatedEntity Entity(JsonElement entity)
    {
        var type = String(entity, "type");
        return EntityTypeNames.TryParse(type ?? "", out var parsed)
            ? new AnnotatedEntity(Id(entity), parsed, String(entity, "name") ?? "", Layer(entity, "mentions", Mention) is { IsDefault: false } m ? m : [])
            : throw new ShapeException($"the entity type \"{type}\" is unknown");
    }

    private static AnnotatedMention Mention(JsonElement mention)
    {
        var kind = String(mention, "kind") ?? "name";
        return AnnotationNames.TryParse(kind, out MentionKind parsed)
            ? new AnnotatedMention(Span(mention), parsed)
            {
                Confidence = Double(mention, "confidence"),
                Value = String(mention, "value"),
                Country = String(mention, "country"),
            }
            : throw new ShapeException($"the mention kind \"{kind}\" is unknown");
    }

    private static AnnotatedQuote Quote(JsonElement quote)
    {
        var type = String(quote, "type");
        return AnnotationNames.TryParse(type ?? "", out QuoteType parsed)
            ? new AnnotatedQuote(Id(quote), parsed, Layer(quote, "content", Span) is { IsDefault: false } content ? content : [])
            {
                Cue = Property(quote, "cue") is { } cue ? Span(cue) : null,
                Speaker = Property(quote, "speaker") is { } speaker ? Span(speaker) : null,
                SpeakerEntity = String(quote, "speakerEntity"),
                SpeakerName = String(quote, "speakerName"),
                IsSpeech = Property(quote, "speech")?.GetBoolean() ?? true,
                Confidence = Double(quote, "confidence"),
            }
            : throw new ShapeException($"the quote type \"{type}\" is unknown");
    }

    private static AnnotatedStance Stance(JsonElement stance)
    {
        var polarity = String(stance, "polarity");
        return AnnotationNames.TryParse(polarity ?? "", out Polarity parsed)
            ? new AnnotatedStance(Id(stance), Side(stance, "holder"), Side(stance, "target"), parsed)
            {
                Confidence = Double(stance, "confidence"),
                Evidence = Property(stance, "evidence") is { } evidence ? Span(evidence) : null,
                Quote = String(stance, "quote"),
                Basis = Layer(stance, "basis", static b => b.GetString() ?? "") is { IsDefault: false } basis ? basis : [],
            }
            : throw new ShapeException($"the polarity \"{polarity}\" is unknown");
    }

    private static AnnotatedSide Side(JsonElement stance, string name)
    {
        var side = Property(stance, name) ?? throw new ShapeException($"a stance has no \"{name}\"");
        var span = Property(side, "start") is null ? null : Span(side);
        return new AnnotatedSide(String(side, "name") ?? span?.Text ?? "", String(side, "entity"), span);
    }

    private static AnnotatedSpan Span(JsonElement span) => new(Number(span, "start"), Number(span, "end"), String(span, "text") ?? "");

    private static string Id(JsonElement item) => String(item, "id") ?? throw new ShapeException("an item has no \"id\"");

    private static ImmutableArray<T> Layer<T>(JsonElement parent, string name, Func<JsonElement, T> read)
    {
        if (Property(parent, name) is not { } layer)
        {
            return default;
        }

        Require(layer, JsonValueKind.Array, $"\"{name}\"");
        var items = ImmutableArray.CreateBuilder<T>(layer.GetArrayLength());
        foreach (var item in layer.EnumerateArray())
        {
            items.Add(read(item));
        }

        return items.MoveToImmutable();
    }

    private static JsonElement? Property(JsonElement parent, string name)
    {
        Require(parent, JsonValueKind.Object, "an item");
        return parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private static string? String(JsonElement parent, string name)
    {
        if (Property(parent, name) is not { } value)
        {
            return null;
        }

        Require(value, JsonValueKind.String, $"\"{name}\"");
        return value.GetString();
    }

    private static int Number(JsonElement parent, string name) =>
        Property(parent, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number)
            ? number
            : throw new ShapeException($"\"{name}\" is not a whole number");

    private static double? Double(JsonElement parent, string name) => Property(parent, name)?.GetDouble();

    private static void Require(JsonElement value, JsonValueKind kind, string what)
    {
        if (value.ValueKind != kind)
        {
            throw new ShapeException($"{what} is not {(kind == JsonValueKind.Array ? "an array" : kind == JsonValueKind.Object ? "an object" : "a string")}");
        }
    }

    private sealed class ShapeException(string message) : Exception(message);
}
