using System.Text.Json;
using NewsExtract.Errors;

namespace NewsExtract.Formats.Reading;

/// <summary>Articles in JSON: a file with one object or an array of them, or JSON Lines.</summary>
internal static class JsonArticles
{
    private const int FirstBuffer = 1 << 16;

    /// <summary>The records of a whole <c>.json</c> file.</summary>
    /// <exception cref="NewsExtractException">NX0102, NX0103, NX0105, NX0110: nothing of the file can be read.</exception>
    public static IEnumerable<ArticleRecord> ReadFile(byte[] bytes, string input, ReadingOptions options)
    {
        var utf8 = Utf8Of(bytes, input);
        using var json = Parse(utf8, input, 1);
        if (json.RootElement.ValueKind != JsonValueKind.Array)
        {
            yield return Record(json.RootElement, input, 1, bytes.Length, options);
            yield break;
        }

        var number = 0;
        var share = bytes.Length / Math.Max(1, json.RootElement.GetArrayLength());
        foreach (var element in json.RootElement.EnumerateArray())
        {
            number++;
            yield return Record(element, $"{input}#{number}", number, share, options);
        }
    }

    /// <summary>The records of a stream of JSON Lines, one at a time; empty lines are passed over. UTF-8, with or without mark.</summary>
    public static IEnumerable<ArticleRecord> ReadLines(Stream stream, string input, ReadingOptions options)
    {
        long line = 0, offset = 0;
        foreach (var bytes in Lines(stream))
        {
            line++;
            var content = line == 1 && bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
            if (content.Span.IndexOfAnyExcept(" \t\r"u8) >= 0)
            {
                yield return Line(content, $"{input}:{line}", line, offset + bytes.Length - content.Length, options);
            }

            offset += bytes.Length + 1;
        }
    }

    private static ArticleRecord Line(ReadOnlyMemory<byte> content, string place, long line, long offset, ReadingOptions options)
    {
        try
        {
            TextDecoder.CheckUtf8(content.Span, place, offset);
            using var json = Parse(content, place, line);
            return Record(json.RootElement, place, line, content.Length + 1, options);
        }
        catch (NewsExtractException e)
        {
            return new ArticleRecord(place, line, content.Length + 1) { Fault = e.Info };
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> utf8, string input, long line)
    {
        try
        {
            return JsonDocument.Parse(utf8);
        }
        catch (JsonException e)
        {
            throw new NewsExtractException(ErrorCatalog.JsonBroken(input, line + (e.LineNumber ?? 0), (e.BytePositionInLine ?? 0) + 1), e);
        }
    }

    private static ArticleRecord Record(JsonElement element, string place, long number, long bytes, ReadingOptions options)
    {
        var record = new ArticleRecord(place, number, bytes);
        if (element.ValueKind != JsonValueKind.Object)
        {
            return record with { Fault = ErrorCatalog.JsonNoObject(place, Describe(element.ValueKind)) };
        }

        try
        {
            record = record with { Id = Field(element, "id"), Title = Field(element, "title"), Published = Field(element, "published") };
            var text = Find(element, options.TextField) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;
            if (text is null)
            {
                return record with { Fault = ErrorCatalog.JsonWithoutText(place, options.TextField) };
            }

            var nul = text.IndexOf('\0', StringComparison.Ordinal);
            return nul < 0 ? record with { Text = text } : record with { Fault = ErrorCatalog.HasNul(place, nul) };
        }
        catch (InvalidOperationException)
        {
            return record with { Fault = ErrorCatalog.JsonHalfCharacter(place) };
        }
    }

    private static JsonElement? Find(JsonElement element, string path)
    {
        if (element.TryGetProperty(path, out var direct))
        {
            return direct;
        }

        foreach (var name in path.Split('.'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }

    private static string? Field(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString() is { Length: > 0 } given ? given : null,
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;

    private static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    private static ReadOnlyMemory<byte> Utf8Of(byte[] bytes, string input)
    {
        if (TextDecoder.HasUtf16Mark(bytes))
        {
            return System.Text.Encoding.UTF8.GetBytes(TextDecoder.Decode(bytes, input));
        }

        var skip = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        TextDecoder.CheckUtf8(bytes.AsSpan(skip), input, skip);
        return bytes.AsMemory(skip);
    }

    /// <summary>The lines without their line feeds; a line is valid until the next one is asked for.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Lines(Stream stream)
    {
        var buffer = new byte[FirstBuffer];
        int start = 0, end = 0, searched = 0;
        while (true)
        {
            var feed = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                yield return buffer.AsMemory(start, searched + feed - start);
                start = searched = searched + feed + 1;
                continue;
            }

            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                end -= start;
                start = 0;
            }
            else if (end == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            searched = end;
            var read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0)
            {
                break;
            }

            end += read;
        }

        if (end > start)
        {
            yield return buffer.AsMemory(start, end - start);
        }
    }
}
