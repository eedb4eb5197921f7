using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using NewsExtract.Errors;

namespace NewsExtract.Lexicons;

/// <summary>
/// A word list of <c>seeds/</c>, embedded in the assembly. Lines that start with <c>#</c> are comments, the first of which says what the list is for;
/// columns are separated by tabs.
/// </summary>
internal static class SeedLexicon
{
    /// <summary>The rows of <c>seeds/{name}.txt</c>, each as its tab-separated columns.</summary>
    /// <exception cref="NewsExtractException">NX0307: no such list.</exception>
    public static ImmutableArray<string[]> Rows(string name)
    {
        using var stream = typeof(SeedLexicon).Assembly.GetManifestResourceStream($"seeds/{name}.txt")
            ?? throw new NewsExtractException(ErrorCatalog.LexiconMissing(name));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var rows = ImmutableArray.CreateBuilder<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                rows.Add(line.Split('\t'));
            }
        }

        return rows.ToImmutable();
    }

    /// <summary>The first column as a set, compared without case.</summary>
    public static FrozenSet<string> Set(string name) =>
        Rows(name).Select(static row => row[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The first column mapped to the second, compared without case; the first row of a key counts.</summary>
    public static FrozenDictionary<string, string> Map(string name) =>
        Rows(name).DistinctBy(static row => row[0], StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(static row => row[0], static row => row.Length > 1 ? row[1] : "", StringComparer.OrdinalIgnoreCase);
}
