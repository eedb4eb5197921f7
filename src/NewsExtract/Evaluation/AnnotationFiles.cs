using System.Text.Json;
using NewsExtract.Errors;

namespace NewsExtract.Evaluation;

/// <summary>Finds annotation files to score: below a folder, in the output of a run, or the lines of a file.</summary>
internal static class AnnotationFiles
{
    private static readonly string[] Others = ["set.json", "run.json"];

    /// <summary>Every article, under the name of its file or the last part of its id.</summary>
    /// <exception cref="NewsExtractException">NX0101, NX0501, NX0503.</exception>
    public static IEnumerable<(string Name, ScoredArticle Article)> Read(string path) =>
        Find(path).Select(static found => (found.Name, new ScoredArticle(found.Root)));

    /// <summary>The JSON of a file.</summary>
    /// <exception cref="NewsExtractException">NX0501.</exception>
    public static JsonElement ParseFile(string path) => Parse(File.ReadAllBytes(path), path);

    private static IEnumerable<(string Name, JsonElement Root)> Find(string path)
    {
        if (File.Exists(path))
        {
            return path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) ? Lines(path) : [(Path.GetFileNameWithoutExtension(path), ParseFile(path))];
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
            : files.Select(static file => (Path.GetFileNameWithoutExtension(file), ParseFile(file))).Concat(File.Exists(lines) ? Lines(lines) : []);
    }

    private static IEnumerable<(string Name, JsonElement Root)> Lines(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.AsSpan().Trim().Length > 0)
            {
                var root = Parse(System.Text.Encoding.UTF8.GetBytes(line), $"{path}:{number}");
                var id = ScoredArticle.String(ScoredArticle.Property(root, "article"), "id") ?? number.ToString();
                yield return (id.Split('/')[^1], root);
            }
        }
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> bytes, string input)
    {
        try
        {
            var utf8 = bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
            return JsonDocument.Parse(utf8).RootElement;
        }
        catch (JsonException e)
        {
            throw new NewsExtractException(ErrorCatalog.AnnotationNotJson(input, (e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1), e);
        }
    }
}
