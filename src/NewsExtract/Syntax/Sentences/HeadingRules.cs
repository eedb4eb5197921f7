using NewsExtract.Syntax.Tokens;

namespace NewsExtract.Syntax.Sentences;

/// <summary>Whether a paragraph of one sentence is a headline, sub-heading or dateline.</summary>
internal static class HeadingRules
{
    private const int LongestHeading = 24;
    private const int LongestShortWord = 3;

    public static bool IsHeading(ReadOnlySpan<char> text, TokenBuffer tokens, int start, int end, int paragraph)
    {
        if (end - start > LongestHeading || ParagraphFinder.IsBullet(text, tokens, start))
        {
            return false;
        }

        var last = end - 1;
        var quoted = false;
        while (last > start && tokens.Kinds[last] is TokenKind.Quote or TokenKind.CloseQuote or TokenKind.CloseBracket)
        {
            quoted |= tokens.Kinds[last] != TokenKind.CloseBracket;
            last--;
        }

        var kind = tokens.Kinds[last];
        if (kind is TokenKind.Comma or TokenKind.Ellipsis)
        {
            return false;
        }

        var firstLetter = text[tokens.Spans[start].Start];
        if (kind is TokenKind.Period or TokenKind.Exclamation)
        {
            // "WHAT HAPPENS NEXT?" and "Court Backs Plan." are headings, sentences are not.
            return !quoted && IsTitleCase(text, tokens, start, end);
        }

        return !char.IsLower(firstLetter) && (paragraph == 0 || !quoted || IsTitleCase(text, tokens, start, end));
    }

    /// <summary>Whether every longer word begins with a capital letter.</summary>
    private static bool IsTitleCase(ReadOnlySpan<char> text, TokenBuffer tokens, int start, int end)
    {
        int upper = 0, lower = 0;
        for (var i = start; i < end; i++)
        {
            var span = tokens.Spans[i];
            if (tokens.Kinds[i] != TokenKind.Word || span.Length <= LongestShortWord || !char.IsLetter(text[span.Start]))
            {
                continue;
            }

            upper += char.IsUpper(text[span.Start]) ? 1 : 0;
            lower += char.IsLower(text[span.Start]) ? 1 : 0;
        }

        return upper >= 3 && lower * 6 <= upper;
    }
}
