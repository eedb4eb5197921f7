using System.Collections.Immutable;
using System.Text.Json;
using NewsExtract.Documents;
using NewsExtract.Errors;

namespace NewsExtract.Quotes.Training;

/// <summary>Reads <c>polnear.*.jsonl</c>, whose offsets count code points.</summary>
internal static class PolnearReader
{
    /// <summary>The articles of a file.</summary>
    /// <exception cref="NewsExtractException">NX0401 or NX0402: missing or malformed.</exception>
    public static List<PolnearArticle> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new NewsExtractException(ErrorCatalog.TrainingFileMissing(path));
        }

        var articles = new List<PolnearArticle>();
        var line = 0;
        foreach (var json in File.ReadLines(path))
        {
            line++;
            try
            {
                using var document = JsonDocument.Parse(json);
                articles.Add(Article(document.RootElement));
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentOutOfRangeException or IndexOutOfRangeException)
            {
                throw new NewsExtractException(ErrorCatalog.TrainingLineMalformed(path, line, e.Message), e);
            }
        }

        return articles;
    }

    private static PolnearArticle Article(JsonElement root)
    {
        var text = root.GetProperty("text").GetString()!;
        var units = CodeUnits(text);
        var attributions = ImmutableArray.CreateBuilder<PolnearAttribution>();
        foreach (var quote in root.GetProperty("quotes").EnumerateArray())
        {
            attributions.Add(new PolnearAttribution(
                Spans(quote.GetProperty("content"), units),
                Spans(quote.GetProperty("cue"), units),
                Spans(quote.GetProperty("source"), units),
                quote.GetProperty("speech_cue").GetBoolean()));
        }

        return new PolnearArticle(root.GetProperty("id").GetString()!, text, attributions.ToImmutable());
    }

    private static ImmutableArray<TextSpan> Spans(JsonElement spans, int[] units)
    {
        var list = new List<TextSpan>();
        foreach (var span in spans.EnumerateArray())
        {
            list.Add(new TextSpan(units[span[0].GetInt32()], units[span[1].GetInt32()]));
        }

        list.Sort();
        return [.. list];
    }

    /// <summary>For each code point of a text, and its end, the index of its first code unit.</summary>
    private static int[] CodeUnits(string text)
    {
        var units = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            units.Add(i);
        }

        units.Add(text.Length);
        return [.. units];
    }
}
