namespace NewsExtract.Quotes.Text;

/// <summary>The look of a word in a few bits.</summary>
internal static class WordShape
{
    /// <summary>Capital first, all capitals, a digit, all digits, an inner hyphen, an apostrophe, length up to 3.</summary>
    public static ulong Of(ReadOnlySpan<char> chars)
    {
        var (upper, lower, digit, hyphen, apostrophe) = (0, 0, 0, 0, 0);
        foreach (var c in chars)
        {
            upper += char.IsUpper(c) ? 1 : 0;
            lower += char.IsLower(c) ? 1 : 0;
            digit += char.IsDigit(c) ? 1 : 0;
            hyphen += c == '-' ? 1 : 0;
            apostrophe += c is '\'' or '\u2019' ? 1 : 0;
        }

        var shape = char.IsUpper(chars[0]) ? 1UL : 0;
        shape |= upper > 0 && lower == 0 ? 2UL : 0;
        shape |= digit > 0 ? 4UL : 0;
        shape |= digit == chars.Length ? 8UL : 0;
        shape |= hyphen > 0 ? 16UL : 0;
        shape |= apostrophe > 0 ? 32UL : 0;
        return shape | ((ulong)Math.Min(chars.Length, 3) << 6);
    }
}
