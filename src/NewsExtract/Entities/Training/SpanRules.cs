using System.Collections.Frozen;
using NewsExtract.Entities.Recognition;
using NewsExtract.Lexicons;

namespace NewsExtract.Entities.Training;

/// <summary>The one convention for the edges of names that all sources are brought to: no leading article, no title before a person, no possessive or punctuation at the end.</summary>
internal static class SpanRules
{
    private static readonly FrozenSet<string> _titles = SeedLexicon.Set("entities/person-titles");
    private static readonly FrozenSet<string> _articles = new[] { "the", "a", "an", "this", "that", "its", "his", "her", "their", "our" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Writes the labels of a name over <c>[start, end)</c>, less what the convention leaves out.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="start">First word of the name.</param>
    /// <param name="end">The word after its last.</param>
    /// <param name="type">A number of <see cref="NameTypes"/>; nothing is written for −1.</param>
    /// <param name="labels">Receives the labels.</param>
    /// <param name="isPlace">Whether the words of a range are a known country or region.</param>
    public static void Mark(IReadOnlyList<string> words, int start, int end, int type, byte[] labels, Func<IReadOnlyList<string>, int, int, bool> isPlace)
    {
        if (type < 0)
        {
            return;
        }

        // A possessor is a name of its own: "Ghana's Supreme Court" is a place and an organisation. "St. John's" and the like have nothing after.
        for (var i = start + 1; type == NameTypes.Org && i + 1 < end; i++)
        {
            if (words[i] is "'s" or "’s" && isPlace(words, start, i))
            {
                Mark(words, start, i, NameTypes.Place, labels, isPlace);
                start = i + 1;
            }
        }

        while (end - start > 1 && (words[end - 1] is "'s" or "’s" or "'" or "’" or "," or "\"" or "”" or "''"))
        {
            end--;
        }

        while (end - start > 1 && (_articles.Contains(words[start]) || words[start] is "\"" or "“" or "``" or "'" or "‘" or ","))
        {
            start++;
        }

        if (type == NameTypes.Person)
        {
            while (end - start > 1 && _titles.Contains(words[start]))
            {
                start++;
            }
        }

        for (var i = start; i < end; i++)
        {
            labels[i] = i == start ? NameTypes.Begin(type) : NameTypes.Inside(type);
        }
    }
}
