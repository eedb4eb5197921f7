namespace NewsExtract.Syntax.Tokens;

/// <summary>How far a token of punctuation, symbols or emoji goes.</summary>
internal static class SignRules
{
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>The end of the token of signs that begins at <paramref name="at"/>.</summary>
    public static int EndAt(
        ReadOnlySpan<char> text, int at, int length, int chunkStart, int chunkEnd, TokenLexicon lexicon, out TokenKind kind)
    {
        var c = text[at];
        kind = KindOf(c);
        if (kind is TokenKind.Period or TokenKind.Exclamation or TokenKind.Ellipsis)
        {
            return EndMarks(text, at, chunkEnd, out kind);
        }

        if (c < 128 && Emoticon(text, at, chunkEnd, lexicon) is var face and > 0)
        {
            kind = TokenKind.Other;
            return face;
        }

        var end = at + length;
        if (end < chunkEnd && IsPair(c, text[end]))
        {
            // ‘’ opens in old wire copy where ’’ closes.
            kind = c switch { '\'' => TokenKind.Quote, '\u2019' => TokenKind.CloseQuote, '<' or '>' => TokenKind.Other, _ => TokenKind.OpenQuote };
            return end + 1;
        }

        if (c is '-' or '=' or '*' or '_' or '~' or '+' or '#' or '\u2014' or '|' or '\\' or '$')
        {
            while (end < chunkEnd && text[end] == c)
            {
                end++;
            }

            return end;
        }

        if (c is '\'' or '\u2019' or '\u2018' or '`')
        {
            kind = at == chunkStart ? c == '\'' ? TokenKind.Quote : TokenKind.OpenQuote : kind;
        }

        return c < 128 ? end : WithMarks(text, at, end, chunkEnd);
    }

    private static TokenKind KindOf(char c) => c switch
    {
        '.' or '\u3002' => TokenKind.Period,
        '!' or '?' or '\u203D' or '\u203C' or '\u2047' or '\u2048' or '\u2049' or '\uFF01' or '\uFF1F' => TokenKind.Exclamation,
        '\u2026' => TokenKind.Ellipsis,
        '"' or '\'' or '\uFF02' => TokenKind.Quote,
        '\u201C' or '\u201E' or '\u2018' or '\u201A' or '\u00AB' or '\u2039' or '`' or '\u201F' or '\u201B' => TokenKind.OpenQuote,
        '\u201D' or '\u2019' or '\u00BB' or '\u203A' => TokenKind.CloseQuote,
        '(' or '[' or '{' => TokenKind.OpenBracket,
        ')' or ']' or '}' => TokenKind.CloseBracket,
        ',' or ';' or ':' => TokenKind.Comma,
        _ => TokenKind.Other,
    };

    /// <summary>A run of end marks is one token: ..., ?!, !!.</summary>
    private static int EndMarks(ReadOnlySpan<char> text, int at, int chunkEnd, out TokenKind kind)
    {
        var end = at;
        bool loud = false, ellipsis = false;
        while (end < chunkEnd)
        {
            var mark = KindOf(text[end]);
            if (mark is not (TokenKind.Period or TokenKind.Exclamation or TokenKind.Ellipsis))
            {
                break;
            }

            loud |= mark == TokenKind.Exclamation;
            ellipsis |= mark == TokenKind.Ellipsis;
            end++;
        }

        kind = loud ? TokenKind.Exclamation : ellipsis || end - at > 1 ? TokenKind.Ellipsis : TokenKind.Period;
        while (end < chunkEnd && Characters.At(text, end, out var length) == CharKind.Mark)
        {
            end += length;
        }

        return end;
    }

    private static bool IsPair(char first, char second) => (first, second) is ('\'', '\'') or ('`', '`') or ('\u2019', '\u2019')
        or ('\u2018', '\u2018') or ('\u2018', '\u2019') or ('<', '<') or ('>', '>');

    private static int Emoticon(ReadOnlySpan<char> text, int at, int chunkEnd, TokenLexicon lexicon)
    {
        if (text[at] is not (':' or ';' or '=' or '<' or '^' or '>' or '-'))
        {
            return 0;
        }

        for (var length = Math.Min(TokenLexicon.LongestEmoticon, chunkEnd - at); length >= 2; length--)
        {
            var end = at + length;
            var bounded = end == chunkEnd || !Characters.IsLetterOrDigit(text, end);
            if (bounded && lexicon.IsEmoticon(text[at..end]))
            {
                return end;
            }
        }

        return 0;
    }

    /// <summary>A sign with the marks on it; an emoji with its tone, its joined parts, or the other half of its flag.</summary>
    private static int WithMarks(ReadOnlySpan<char> text, int at, int end, int chunkEnd)
    {
        var flag = IsRegional(text, at);
        while (end < chunkEnd)
        {
            var kind = Characters.At(text, end, out var length);
            if (kind == CharKind.Mark || IsTone(text, end))
            {
                end += length;
            }
            else if (flag && IsRegional(text, end))
            {
                end += length;
                flag = false;
            }
            else if (text[end] == ZeroWidthJoiner && end + 1 < chunkEnd
                && Characters.At(text, end + 1, out var next) == CharKind.Sign && text[end + 1] > 0x2000)
            {
                end += 1 + next;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private static bool IsRegional(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && text[at] == '\uD83C' && text[at + 1] is >= '\uDDE6' and <= '\uDDFF';

    private static bool IsTone(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && text[at] == '\uD83C' && text[at + 1] is >= '\uDFFB' and <= '\uDFFF';
}
