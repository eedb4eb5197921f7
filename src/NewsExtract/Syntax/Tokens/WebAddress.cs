namespace NewsExtract.Syntax.Tokens;

/// <summary>Finds e-mail and web addresses, file names, and @names at a place in the text.</summary>
internal static class WebAddress
{
    /// <summary>The end of the address that begins at <paramref name="start"/>, or <paramref name="start"/> when none does.</summary>
    public static int EndAt(ReadOnlySpan<char> text, int start, int chunkEnd, TokenLexicon lexicon)
    {
        var chunk = text[start..chunkEnd];
        var end = Scheme(chunk);
        if (end == 0)
        {
            end = EMail(chunk);
        }

        if (end == 0)
        {
            end = Domain(chunk, lexicon);
        }

        return start + end;
    }

    private static int Scheme(ReadOnlySpan<char> chunk)
    {
        var known = chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || chunk.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
        if (!known)
        {
            var letters = 0;
            while (letters < chunk.Length && char.IsAsciiLetter(chunk[letters]))
            {
                letters++;
            }

            known = letters is >= 2 and <= 8 && chunk[letters..].StartsWith("://", StringComparison.Ordinal);
        }

        return known ? Trimmed(chunk, 4) : 0;
    }

    /// <summary>The rest of the chunk as far as an address goes, without the punctuation of the sentence around it.</summary>
    private static int Trimmed(ReadOnlySpan<char> chunk, int from)
    {
        var end = from;
        int open = 0, close = 0;
        while (end < chunk.Length && chunk[end] is > ' ' and not ('<' or '>' or '"' or '\u201C' or '\u201D' or '\u2019' or '\u00AB' or '\u00BB' or '|'))
        {
            open += chunk[end] == '(' ? 1 : 0;
            close += chunk[end] == ')' ? 1 : 0;
            end++;
        }

        while (end > from)
        {
            var last = chunk[end - 1];
            if (last is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or ']' or '*' || (last == ')' && close > open))
            {
                close -= last == ')' ? 1 : 0;
                end--;
            }
            else if (char.IsSurrogate(last) || Characters.At(chunk, end - 1) is CharKind.Invisible or CharKind.Mark)
            {
                end--;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private static int EMail(ReadOnlySpan<char> chunk)
    {
        var at = 0;
        while (at < chunk.Length && (char.IsAsciiLetterOrDigit(chunk[at]) || chunk[at] is '.' or '_' or '%' or '+' or '-'))
        {
            at++;
        }

        if (at + 1 >= chunk.Length || chunk[at] != '@' || !char.IsAsciiLetterOrDigit(chunk[at + 1]))
        {
            return 0;
        }

        var end = at + 1;
        while (end < chunk.Length && (char.IsAsciiLetterOrDigit(chunk[end]) || chunk[end] is '.' or '-' or '_'))
        {
            end++;
        }

        while (chunk[end - 1] is '.' or '-' or '_')
        {
            end--;
        }

        return end;
    }

    private static int Domain(ReadOnlySpan<char> chunk, TokenLexicon lexicon)
    {
        int end = 0, lastDot = -1, dots = 0, capitals = 0, accepted = 0;
        while (end < chunk.Length)
        {
            var c = chunk[end];
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '%' or '~' or '#')
            {
                capitals += char.IsAsciiLetterLower(c) ? 0 : 1;
                end++;
            }
            else if (c == '.' && end > 0 && end + 1 < chunk.Length && char.IsAsciiLetterOrDigit(chunk[end + 1]))
            {
                lastDot = end++;
                dots++;
            }
            else
            {
                break;
            }
        }

        if (lastDot < 0 || (lastDot < 2 && dots < 2 && end - lastDot < 4))
        {
            return 0;
        }

        var stop = lastDot + 1;
        while (stop < end && char.IsAsciiLetterOrDigit(chunk[stop]))
        {
            stop++;
        }

        var last = chunk[(lastDot + 1)..stop];
        var path = stop + 1 < chunk.Length && chunk[stop] == '/' && char.IsAsciiLetterOrDigit(chunk[stop + 1]);
        // "end.It" is a lost space, "Metro.us" an address.
        var glued = char.IsAsciiLetterUpper(last[0]) && last.Length > 1 && char.IsAsciiLetterLower(last[1]);
        if (!glued && lexicon.IsDomain(last, out var alsoWord) && (!alsoWord || dots > 1 || path || char.IsAsciiLetterUpper(chunk[0])))
        {
            accepted = path ? Trimmed(chunk, stop) : stop;
        }
        else if (dots >= 2 && capitals == 0 && end >= 3 * dots)
        {
            // A name in a hierarchy, as of newsgroups and packages.
            accepted = end;
        }

        return accepted;
    }
}
