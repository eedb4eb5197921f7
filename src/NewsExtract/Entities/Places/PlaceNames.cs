using System.Collections.Frozen;
using System.Globalization;
using NewsExtract.Lexicons;

namespace NewsExtract.Entities.Places;

/// <summary>Brings names of places into the form of the tables: small plain letters, single spaces.</summary>
internal static class PlaceNames
{
    private static readonly Lazy<FrozenDictionary<char, string>> Folding = new(static () =>
        SeedLexicon.Rows("places/folding").ToFrozenDictionary(static row => row[0][0], static row => row[1]));

    /// <summary>Writes the folded name and gives its length; −1 when it does not fit or has other letters than Latin ones.</summary>
    public static int Fold(ReadOnlySpan<char> name, Span<char> folded)
    {
        var length = 0;
        foreach (var c in name)
        {
            var lower = char.ToLowerInvariant(c);
            if (char.IsWhiteSpace(lower))
            {
                if (length == 0 || folded[length - 1] == ' ')
                {
                    continue;
                }

                lower = ' ';
            }

            ReadOnlySpan<char> plain = [lower];
            if (lower >= 128)
            {
                if (CharUnicodeInfo.GetUnicodeCategory(lower) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                {
                    continue;
                }

                if (!Folding.Value.TryGetValue(lower, out var letters))
                {
                    return -1;
                }

                plain = letters;
            }

            if (length + plain.Length > folded.Length)
            {
                return -1;
            }

            plain.CopyTo(folded[length..]);
            length += plain.Length;
        }

        return length;
    }
}
