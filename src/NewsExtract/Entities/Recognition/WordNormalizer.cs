using System.Globalization;
using NewsExtract.Learning;

namespace NewsExtract.Entities.Recognition;

/// <summary>Brings a token into the spelling that features and gazetteers compare: straight quotation marks and hyphens, digits as 0.</summary>
internal static class WordNormalizer
{
    /// <summary>The most characters of a token that count; the rest of a longer one is dropped.</summary>
    public const int MaxLength = 48;

    /// <summary>Writes the normalised token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="normal">Receives it; at least <see cref="MaxLength"/> long.</param>
    /// <returns>Its length.</returns>
    public static int Normalize(ReadOnlySpan<char> token, Span<char> normal)
    {
        var length = Math.Min(token.Length, MaxLength);
        for (var i = 0; i < length; i++)
        {
            var c = token[i];
            normal[i] = c < 0x80 ? (char.IsAsciiDigit(c) ? '0' : c) : Fold(c);
        }

        return length;
    }

    /// <summary>The hash of a word as <see cref="WordForms.Lower"/> has it.</summary>
    public static ulong LowerHash(ReadOnlySpan<char> word)
    {
        Span<char> normal = stackalloc char[MaxLength];
        return FeatureHash.OfLower(normal[..Normalize(word, normal)]);
    }

    private static char Fold(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u201B' or '\u02BC' or '\u2032' or '\u00B4' or '\u0060' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' or '\u2033' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' => '-',
        _ => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber ? '0' : LatinBase.Of(c),
    };
}
