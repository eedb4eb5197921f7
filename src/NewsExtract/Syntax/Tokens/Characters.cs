using System.Globalization;

namespace NewsExtract.Syntax.Tokens;

/// <summary>Classifies the code points of a text.</summary>
internal static class Characters
{
    private static readonly CharKind[] Ascii = Enumerable.Range(0, 128).Select(static c => c switch
    {
        <= 32 or 127 => CharKind.Separator,
        >= '0' and <= '9' => CharKind.Digit,
        (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => CharKind.Letter,
        _ => CharKind.Sign,
    }).ToArray();

    /// <summary>The kind of the code point at <paramref name="index"/>, and its length in code units.</summary>
    public static CharKind At(ReadOnlySpan<char> text, int index, out int length)
    {
        var c = text[index];
        length = 1;
        if (c < 128)
        {
            return Ascii[c];
        }

        if (!char.IsSurrogate(c))
        {
            return Of(CharUnicodeInfo.GetUnicodeCategory(c), c);
        }

        if (!char.IsHighSurrogate(c) || index + 1 >= text.Length || !char.IsLowSurrogate(text[index + 1]))
        {
            return CharKind.Separator;
        }

        length = 2;
        var point = char.ConvertToUtf32(c, text[index + 1]);
        return Of(CharUnicodeInfo.GetUnicodeCategory(point), point);
    }

    public static CharKind At(ReadOnlySpan<char> text, int index) => At(text, index, out _);

    public static bool IsLetterOrDigit(ReadOnlySpan<char> text, int index) =>
        At(text, index, out _) is CharKind.Letter or CharKind.Digit;

    public static bool IsDigit(ReadOnlySpan<char> text, int index) => (uint)index < (uint)text.Length && char.IsAsciiDigit(text[index]);

    public static bool IsLetter(ReadOnlySpan<char> text, int index) => (uint)index < (uint)text.Length && At(text, index, out _) == CharKind.Letter;

    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC';

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    private static CharKind Of(UnicodeCategory category, int point) => category switch
    {
        // The zero-width space marks a place between words; its relatives are found inside them.
        UnicodeCategory.Format => point == 0x200B ? CharKind.Separator : CharKind.Invisible,
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => CharKind.Letter,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => CharKind.Digit,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharKind.Mark,
        UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate => CharKind.Separator,
        UnicodeCategory.OtherNotAssigned => point is >= 0xFDD0 and <= 0xFDEF || (point & 0xFFFE) == 0xFFFE ? CharKind.Separator : CharKind.Sign,
        _ => CharKind.Sign,
    };
}
