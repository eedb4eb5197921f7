using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using NewsExtract.Entities.Recognition;

namespace NewsExtract.Entities.Gazetteers;

/// <summary>Puts a <see cref="WordTable"/> together from word classes and from how raw text uses capitals.</summary>
internal static class WordTableBuilder
{
    private const string Coarse = "word_classes/cl100.tsv";
    private const string Fine = "word_classes/cl400.tsv";
    private const int LeastSeen = 6;
    private static readonly string[] _raw = ["raw_text/presidential_speeches.txt.gz", "raw_text/senate_press_releases.txt.gz"];

    /// <summary>The files read, relative to the data folder.</summary>
    public static ImmutableArray<string> Files { get; } = [Coarse, Fine, .. _raw];

    /// <summary>Reads the files below a data folder.</summary>
    /// <param name="root">The data folder.</param>
    /// <param name="most">The most lines of each raw text to read.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static WordTable Build(string root, int most, CancellationToken cancellation)
    {
        var facts = new Dictionary<ulong, WordFacts>();
        foreach (var (word, number) in Classes(root, Fine))
        {
            facts[word] = facts.GetValueOrDefault(word) with { Fine = (ushort)(number + 1) };
        }

        foreach (var (word, number) in Classes(root, Coarse))
        {
            facts[word] = facts.GetValueOrDefault(word) with { Coarse = (byte)(number + 1) };
        }

        var counts = new Dictionary<ulong, (int Small, int Capital)>();
        foreach (var file in _raw)
        {
            Count(Path.Combine(root, file), most, counts, cancellation);
        }

        foreach (var (word, (small, capital)) in counts)
        {
            if (small + capital >= LeastSeen)
            {
                facts[word] = facts.GetValueOrDefault(word) with { Capital = (byte)(1 + Math.Min(7, 8 * capital / (small + capital))) };
            }
        }

        return WordTable.Build(facts);
    }

    private static IEnumerable<(ulong Word, int Class)> Classes(string root, string file)
    {
        foreach (var line in File.ReadLines(Path.Combine(root, file), Encoding.UTF8))
        {
            var tab = line.LastIndexOf('\t');
            if (tab > 0 && int.TryParse(line.AsSpan(tab + 1), out var number))
            {
                yield return (WordNormalizer.LowerHash(line.AsSpan(0, tab)), number);
            }
        }
    }

    /// <summary>Counts words after a word in lower case, where a capital is a choice and not the start of a sentence or of a longer name.</summary>
    private static void Count(string path, int most, Dictionary<ulong, (int Small, int Capital)> counts, CancellationToken cancellation)
    {
        using var stream = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        for (var number = 0; number < most && reader.ReadLine() is { } line; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            var afterSmall = false;
            foreach (var range in line.AsSpan().Split(' '))
            {
                var word = line.AsSpan(range);
                var end = word.Length > 0 && !char.IsLetterOrDigit(word[^1]);
                word = word.Trim("\"'()[],.;:!?“”‘’");
                if (word.Length == 0 || !char.IsLetter(word[0]))
                {
                    afterSmall = false;
                    continue;
                }

                var small = char.IsLower(word[0]);
                if (afterSmall)
                {
                    ref var seen = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, WordNormalizer.LowerHash(word), out _);
                    seen = small ? (seen.Small + 1, seen.Capital) : (seen.Small, seen.Capital + 1);
                }

                afterSmall = small && !end;
            }
        }
    }
}
