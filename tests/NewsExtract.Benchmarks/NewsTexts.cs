using NewsExtract.Documents;

namespace NewsExtract.Benchmarks;

/// <summary>The articles to measure on: the PolNeAR development articles beside the project, or else the project's own.</summary>
internal static class NewsTexts
{
    public static IReadOnlyList<Article> Read(string? folder = null)
    {
        folder ??= Find();
        return [.. Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(static path => new Article { Id = Path.GetFileNameWithoutExtension(path), Text = File.ReadAllText(path), Published = new DateOnly(2016, 10, 1) })];
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            foreach (var name in new[] { "shared/dev/texts/quotes/polnear_dev", "corpus/articles" })
            {
                var texts = Path.Combine(folder.FullName, name);
                // The own articles are found first on the way up; the shared ones are looked for further on.
                if (Directory.Exists(texts) && (name.StartsWith("shared", StringComparison.Ordinal) || !HasShared(folder)))
                {
                    return texts;
                }
            }
        }

        throw new DirectoryNotFoundException("Neither ../shared/dev nor corpus/articles is there.");
    }

    private static bool HasShared(DirectoryInfo folder)
    {
        for (var parent = folder.Parent; parent is not null; parent = parent.Parent)
        {
            if (Directory.Exists(Path.Combine(parent.FullName, "shared", "dev", "texts", "quotes", "polnear_dev")))
            {
                return true;
            }
        }

        return false;
    }
}
