using System.Collections.Frozen;
using System.Text;
using NewsExtract.Entities.Recognition;
using NewsExtract.Lexicons;

namespace NewsExtract.Entities.Training;

/// <summary>
/// Reads <c>.bio</c> files and brings their words and labels into one shape: hyphenated words cut as the tokenizer cuts them, leading articles and titles
/// outside of names, types by a map of their own for each source.
/// </summary>
internal static class CorpusReader
{
    private static readonly FrozenSet<string> _endings = SeedLexicon.Set("entities/hyphen-endings");

    /// <summary>The documents of a file.</summary>
    /// <param name="root">The data folder.</param>
    /// <param name="source">The file, relative to it.</param>
    /// <param name="map">From the source's type (without <c>B-</c>) and the name's words to a number of <see cref="NameTypes"/>; −1 for what is no name.</param>
    /// <param name="keep">Whether to keep the sentence of that number.</param>
    /// <param name="isPlace">Whether the words of a range are a known country or region.</param>
    /// <param name="sentences">How many count as one document: the source marks none.</param>
    public static IEnumerable<LabelledDocument> Read(
        string root, string source, Func<string, IReadOnlyList<string>, int> map, Func<int, bool> keep, Func<IReadOnlyList<string>, int, int, bool>? isPlace = null, int sentences = 25)
    {
        var builder = new DocumentBuilder(source);
        var words = new List<string>();
        var tags = new List<string>();
        var number = 0;
        foreach (var line in File.ReadLines(Path.Combine(root, source), Encoding.UTF8).Append(""))
        {
            if (line.Length > 0)
            {
                var tab = line.IndexOf('\t', StringComparison.Ordinal);
                words.Add(line[..tab]);
                tags.Add(line[(tab + 1)..]);
                continue;
            }

            if (words.Count == 0)
            {
                continue;
            }

            if (keep(number++))
            {
                AddSentence(builder, words, tags, map, isPlace ?? (static (_, _, _) => false));
                if (builder.SentenceCount >= sentences)
                {
                    yield return builder.Build();
                    builder = new DocumentBuilder(source);
                }
            }

            words.Clear();
            tags.Clear();
        }

        if (builder.SentenceCount > 0)
        {
            yield return builder.Build();
        }
    }

    private static void AddSentence(
        DocumentBuilder builder, List<string> words, List<string> tags, Func<string, IReadOnlyList<string>, int> map, Func<IReadOnlyList<string>, int, int, bool> isPlace)
    {
        var labels = new byte[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            if (tags[i] == "O")
            {
                continue;
            }

            var end = i + 1;
            while (end < words.Count && tags[end].StartsWith("I-", StringComparison.Ordinal))
            {
                end++;
            }

            SpanRules.Mark(words, i, end, map(tags[i][2..], words.GetRange(i, end - i)), labels, isPlace);
            i = end - 1;
        }

        Emit(builder, words, labels);
    }

    /// <summary>Adds a sentence to a document, cutting words at inner hyphens as the tokenizer does.</summary>
    public static void Emit(DocumentBuilder builder, IReadOnlyList<string> words, byte[] labels)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var label = labels[i];
            var word = words[i].AsSpan();
            while (HyphenIn(word) is > 0 and var at)
            {
                builder.Add(word[..at], label);
                label = InsideOf(label);
                word = word[at..];

                label = IsPart(word[1..], label) ? label : NameTypes.Outside;
                builder.Add(word[..1], label);
                word = word[1..];
            }

            builder.Add(word, label);
        }

        builder.EndSentence();
    }

    /// <summary>Whether what stands behind a hyphen is still the name: "Paris-based" is a place and two other words, "Kim Min-jun" is a person throughout.</summary>
    private static bool IsPart(ReadOnlySpan<char> word, byte label) =>
        !char.IsLower(word[0]) || word.IndexOfAnyInRange('A', 'Z') >= 0
        || (label != NameTypes.Outside && NameTypes.TypeOf(label) == NameTypes.Person && !_endings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word));

    private static byte InsideOf(byte label) => label == NameTypes.Outside ? label : NameTypes.Inside(NameTypes.TypeOf(label));

    /// <summary>Where a hyphen stands between letters, −1 when none does; addresses and handles stay whole.</summary>
    private static int HyphenIn(ReadOnlySpan<char> word)
    {
        if (word.Contains('/') || word.StartsWith("@") || word.StartsWith("#"))
        {
            return -1;
        }

        for (var i = 1; i + 1 < word.Length; i++)
        {
            if (word[i] is '-' or '\u2010' or '\u2011' && char.IsLetter(word[i - 1]) && char.IsLetterOrDigit(word[i + 1]))
            {
                return i;
            }
        }

        return -1;
    }
}
