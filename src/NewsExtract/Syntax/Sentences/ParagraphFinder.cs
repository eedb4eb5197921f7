using NewsExtract.Syntax.Tokens;

namespace NewsExtract.Syntax.Sentences;

/// <summary>
/// Finds where paragraphs begin. A blank line always separates; a single line end does too (news files have a paragraph a line),
/// unless the document was wrapped at a fixed width: then lines are joined again.
/// </summary>
internal static class ParagraphFinder
{
    // A wrapped line is neither a short list item nor a whole paragraph.
    private const int ShortestWrapped = 40;
    private const int LongestWrapped = 110;
    private const double ShortLine = 0.7;

    /// <summary>Sets a flag for each token that begins a paragraph.</summary>
    public static void Find(ReadOnlySpan<char> text, TokenBuffer tokens, Span<bool> begins)
    {
        var breaks = tokens.LineBreaks;
        var width = WrapWidth(text, tokens);
        var lineStart = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i == 0)
            {
                begins[i] = true;
                continue;
            }

            begins[i] = breaks[i] > 1 || (breaks[i] == 1 && (width == 0 || !Continues(text, tokens, lineStart, i, width)));
            lineStart = breaks[i] > 0 ? i : lineStart;
        }
    }

    /// <summary>Whether the line that begins at token <paramref name="next"/> goes on with the paragraph of the line before it.</summary>
    private static bool Continues(ReadOnlySpan<char> text, TokenBuffer tokens, int lineStart, int next, int width)
    {
        if (IsBullet(text, tokens, next))
        {
            return false;
        }

        if (char.IsLower(text[tokens.Spans[next].Start]))
        {
            return true;
        }

        var length = tokens.Spans[next - 1].End - tokens.Spans[lineStart].Start;
        return length >= width * ShortLine;
    }

    /// <summary>The width at which the document was wrapped, or 0.</summary>
    private static int WrapWidth(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        var spans = tokens.Spans;
        int joins = 0, wrapped = 0, widest = 0, lineStart = 0;
        for (var i = 1; i < tokens.Count; i++)
        {
            if (tokens.LineBreaks[i] == 0)
            {
                continue;
            }

            var length = spans[i - 1].End - spans[lineStart].Start;
            lineStart = i;
            if (length > LongestWrapped)
            {
                return 0;
            }

            widest = Math.Max(widest, length);
            if (tokens.LineBreaks[i] == 1)
            {
                joins++;
                var midSentence = !EndsSentence(tokens, i - 1) && char.IsLower(text[spans[i].Start]);
                wrapped += midSentence && length >= ShortestWrapped ? 1 : 0;
            }
        }

        return wrapped >= 2 ? (wrapped * 3 >= joins ? widest : 0) : wrapped == 1 && joins <= 2 ? widest : 0;
    }

    private static bool EndsSentence(TokenBuffer tokens, int token)
    {
        var kinds = tokens.Kinds;
        while (token > 0 && kinds[token] is TokenKind.Quote or TokenKind.CloseQuote or TokenKind.CloseBracket)
        {
            token--;
        }

        return kinds[token] is TokenKind.Period or TokenKind.Exclamation or TokenKind.Ellipsis;
    }

    /// <summary>Whether the token is a list item's mark, with text after it.</summary>
    public static bool IsBullet(ReadOnlySpan<char> text, TokenBuffer tokens, int token)
    {
        if (token + 1 >= tokens.Count || tokens.LineBreaks[token + 1] > 0)
        {
            return false;
        }

        var span = tokens.Spans[token];
        var first = text[span.Start];
        if (span.Length == 1 && first is '*' or '-' or '\u2022' or '\u2013' or '\u2014' or '\u00B7' or '\u25CF' or '\u25A0' or '\u25AA' or '\u25E6' or '\u2023' or 'o')
        {
            return tokens.Spans[token + 1].Start > span.End;
        }

        var next = text[tokens.Spans[token + 1].Start];
        return span.Length <= 2 && char.IsAsciiDigit(first) && next is '.' or ')';
    }
}
