namespace NewsExtract.Syntax.Tokens;

/// <summary>Where an apostrophe cuts a word: possessives and contractions.</summary>
internal static class ApostropheRules
{
    /// <summary>Where an apostrophe inside a word cuts it: at the apostrophe, one letter before it (n't), or nowhere (0).</summary>
    public static int CutAt(ReadOnlySpan<char> text, int start, int at, int chunkEnd)
    {
        if (CliticEnd(text, at, chunkEnd) > 0)
        {
            // 1990's and 47's stay whole.
            var decade = text[at + 1] is 's' or 'S' && WordRules.Digits(text, start, at) == at;
            return decade ? 0 : at;
        }

        var negated = text[at + 1] is 't' or 'T' && text[at - 1] is 'n' or 'N' && at - 1 > start
            && (at + 2 >= chunkEnd || !Characters.IsLetterOrDigit(text, at + 2));
        return negated ? at - 1 : 0;
    }

    /// <summary>The end of 's, 'm, 'd, 'll, 've or 're that begins at the apostrophe, or 0.</summary>
    public static int CliticEnd(ReadOnlySpan<char> text, int at, int chunkEnd)
    {
        var end = at + 1;
        while (end < chunkEnd && end <= at + 3 && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        if (end < chunkEnd && Characters.IsLetterOrDigit(text, end))
        {
            return 0;
        }

        return (end - at - 1) switch
        {
            1 => (text[at + 1] | 0x20) is 's' or 'm' or 'd' ? end : 0,
            2 => ((text[at + 1] | 0x20), (text[at + 2] | 0x20)) is ('l', 'l') or ('v', 'e') or ('r', 'e') ? end : 0,
            _ => 0,
        };
    }
}
