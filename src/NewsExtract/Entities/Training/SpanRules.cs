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
    public static void Mark(IReadOnlyList<string> words, int start, int end, int type, byte[] labels)
    {
        if (type < 0)
        {
            return;
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
