using System.Text.Json;
using NewsExtract.Errors;

namespace NewsExtract.Evaluation;

/// <summary>Finds annotation files to score: below a folder, in the output of a run, or the lines of a file.</summary>
internal static class AnnotationFiles
{
    private static readonly string[] Others = ["set.json", "run.json"];

    /// <summary>Every article, under the name of its file or the last part of its id.</summary>
    /// <exception cref="NewsExtractException">NX0101, NX0501, NX0503.</exception>
    public static IEnumerable<(string Name, ScoredArticle Article)> Read(string path)
    {
        foreach (var (place, json) in ReadBytes(path))
        {
            var root = Parse(json, place);
            var isLine = !place.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
            var id = isLine ? ScoredArticle.String(ScoredArticle.Property(root, "article"), "id") : null;
            yield return (id?.Split('/')[^1] ?? Path.GetFileNameWithoutExtension(place), new ScoredArticle(root));
        }
    }

    /// <summary>Every article as UTF-8, with the file and, in a file of lines, the line it comes from.</summary>
    /// <exception cref="NewsExtractException">NX0101, NX0503.</exception>
    public static IEnumerable<(string Place, ReadOnlyMemory<byte> Json)> ReadBytes(string path)
    {
        if (File.Exists(path))
        {
            return path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) ? Lines(path) : [(path, Bytes(path))];
        }

        if (!Directory.Exists(path))
        {
            throw new NewsExtractException(ErrorCatalog.InputMissing(path));
        }

        var lines = Path.Combine(path, "annotations.jsonl");
        var folder = Path.Combine(path, "articles") is var articles && Directory.Exists(articles) ? articles : path;
        var files = Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Where(file => !Others.Contains(Path.GetFileName(file)) && !Path.GetRelativePath(path, file).StartsWith('.')).Order(StringComparer.Ordinal).ToList();
        return files.Count == 0 && !File.Exists(lines)
            ? throw new NewsExtractException(ErrorCatalog.NothingToScore(path))
            : files.Select(static file => (file, Bytes(file))).Concat(File.Exists(lines) ? Lines(lines) : []);
    }

    /// <summary>The JSON of a file.</summary>
    /// <exception cref="NewsExtractException">NX0501.</exception>
    public static JsonElement ParseFile(string path) => Parse(Bytes(path), path);

    private static ReadOnlyMemory<byte> Bytes(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NewsExtractException(ErrorCatalog.Unreadable(path, e.Message), e);
        }

        return bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsMemory(3) : bytes;
    }

    private static IEnumerable<(string Place, ReadOnlyMemory<byte> Json)> Lines(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.AsSpan().Trim().Length > 0)
            {
                yield return ($"{path}:{number}", System.Text.Encoding.UTF8.GetBytes(line));
            }
        }
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> bytes, string input)
    {
        try
        {
            return JsonDocument.Parse(bytes).RootElement;
        }
        catch (JsonException e)
        {
            throw new NewsExtractException(ErrorCatalog.AnnotationNotJson(input, (e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1), e);
        }
    }
}
