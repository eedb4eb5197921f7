using System.Text.Json;
using NewsExtract.Errors;

namespace NewsExtract.Evaluation;

/// <summary>A set of labelled articles: a folder of annotation files, or a file of them as JSON Lines. A <c>set.json</c> says how to score it.</summary>
internal sealed class GoldSet
{
    private GoldSet(string name, string? layer, string? scorer, IReadOnlyList<string> types, IReadOnlyList<(string Name, ScoredArticle Article)> articles)
    {
        Name = name;
        Layer = layer;
        Scorer = scorer;
        Types = types;
        Articles = articles;
    }

    public string Name { get; }

    /// <summary>The only layer that is labelled, if <c>set.json</c> says so.</summary>
    public string? Layer { get; }

    /// <summary>How its layer is scored, if <c>set.json</c> says so.</summary>
    public string? Scorer { get; }

    /// <summary>The entity types that are scored; empty for all that the labels have.</summary>
    public IReadOnlyList<string> Types { get; }

    public IReadOnlyList<(string Name, ScoredArticle Article)> Articles { get; }

    /// <exception cref="NewsExtractException">NX0101, NX0501 to NX0504: nothing there, not annotation files, or offsets that do not fit.</exception>
    public static GoldSet Read(string path)
    {
        var description = Path.Combine(path, "set.json");
        JsonElement? info = File.Exists(description) ? AnnotationFiles.ParseFile(description) : null;
        var articles = AnnotationFiles.Read(path).OrderBy(static a => a.Name, StringComparer.Ordinal).ToList();
        foreach (var (name, article) in articles)
        {
            if (article.CheckSpans().Bad > 0)
            {
                throw new NewsExtractException(ErrorCatalog.GoldOffsets(name));
            }
        }

        return new GoldSet(
            ScoredArticle.String(info, "set") ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))),
            ScoredArticle.String(info, "layer"),
            ScoredArticle.String(info, "scorer"),
            [.. ScoredArticle.Items(info, "types").Select(static t => t.GetString()!)],
            articles);
    }
}
