namespace NewsExtract.Syntax.Tokens;

/// <summary>Which marks stay inside a word: hyphens, dots, slashes, commas, colons, ampersands.</summary>
internal static class WordRules
{
    /// <summary>Whether the hyphen at <paramref name="at"/> of the word that begins at <paramref name="start"/> stays inside it.</summary>
    public static bool KeepsHyphen(ReadOnlySpan<char> text, int start, int at, int chunkEnd, TokenLexicon lexicon)
    {
        var before = text[start..at];
        if (Digits(text, start, at) == at)
        {
            return IsNumberCode(text, start, at, chunkEnd);
        }

        if (char.IsAsciiDigit(before[0]))
        {
            // The rest of a telephone number or date, whose first hyphen was kept.
            return before.Contains('-') && Digits(text, at + 1, chunkEnd) > at + 1 && char.IsAsciiDigit(before[^1]);
        }

        if (before.Contains('-'))
        {
            return false;
        }

        // Not in the middle of a chain: year-over-year.
        if (lexicon.IsHyphenPrefix(before) && !(start > 0 && Characters.IsHyphen(text[start - 1])))
        {
            return true;
        }

        var end = at + 1;
        while (end < chunkEnd && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        return Characters.IsLetter(text, at - 1) && lexicon.IsHyphenSuffix(text[(at + 1)..end])
            && (end == chunkEnd || !Characters.IsHyphen(text[end]));
    }

    /// <summary>Telephone numbers, postal codes and dates keep their hyphens; scores and ranges do not.</summary>
    private static bool IsNumberCode(ReadOnlySpan<char> text, int start, int at, int chunkEnd)
    {
        var first = at - start;
        var secondEnd = Digits(text, at + 1, chunkEnd);
        var second = secondEnd - at - 1;
        var more = secondEnd + 1 < chunkEnd && text[secondEnd] == '-';
        var third = more ? Digits(text, secondEnd + 1, chunkEnd) - secondEnd - 1 : 0;
        return (first, second, third) switch
        {
            (3, 4, 0) or (5, 4, 0) => !more,
            (3, 3, >= 3) or (1, 3, 3) => true,
            (4, 2, 2) => true,
            ( <= 2, <= 2, 2 or 4) => true,
            _ => false,
        };
    }

    /// <summary>Whether the dot at <paramref name="at"/>, with a letter or digit on both sides, stays inside the word.</summary>
    public static bool KeepsDot(ReadOnlySpan<char> text, int start, int at, int chunkEnd)
    {
        if (Characters.IsDigit(text, at - 1))
        {
            return Characters.IsDigit(text, at + 1);
        }

        if (!Characters.IsLetter(text, at - 1) || !Characters.IsLetter(text, at + 1))
        {
            return false;
        }

        var segment = at;
        while (segment > start && text[segment - 1] != '.')
        {
            segment--;
        }

        var nextIsSingle = at + 2 >= chunkEnd || !Characters.IsLetterOrDigit(text, at + 2);
        var segmentLength = at - segment;
        return nextIsSingle
            ? segmentLength == 1 || (segmentLength <= 2 && segment == start && char.IsUpper(text[start]) && char.IsUpper(text[at + 1]))
            // M.Sc., M.Phil. and the like.
            : segmentLength == 1 && segment == start && at + 3 < chunkEnd && char.IsLower(text[at + 2]) && text[at + 3] == '.' && char.IsUpper(text[at + 1]);
    }

    /// <summary>Whether the letters from <paramref name="start"/> to the stop at <paramref name="at"/> are single ones with a stop after each (U.S).</summary>
    public static bool IsAcronym(ReadOnlySpan<char> text, int start, int at)
    {
        var segment = 0;
        var dots = 0;
        for (var i = start; i < at; i++)
        {
            if (text[i] == '.')
            {
                dots++;
                segment = 0;
            }
            else if (++segment > (dots == 0 ? 2 : 3) || !char.IsLetter(text[i]))
            {
                return false;
            }
        }

        return dots > 0;
    }

    /// <summary>Thousands and decimal commas: between digits, with at most three digits after it.</summary>
    public static bool KeepsComma(ReadOnlySpan<char> text, int at)
    {
        if (!Characters.IsDigit(text, at - 1))
        {
            return false;
        }

        var after = Digits(text, at + 1, Math.Min(text.Length, at + 6)) - at - 1;
        return after is >= 1 and <= 3;
    }

    /// <summary>Dates such as 11/28/2000 and 9/11 keep their slashes; fractions and alternatives do not.</summary>
    public static bool KeepsSlash(ReadOnlySpan<char> text, int start, int at, int chunkEnd)
    {
        var secondEnd = Digits(text, at + 1, chunkEnd);
        var second = secondEnd - at - 1;
        if (second == 0)
        {
            // l/c, b/c.
            return at - start == 1 && char.IsAsciiLetter(text[start]) && char.IsAsciiLetter(text[at + 1])
                && (at + 2 >= chunkEnd || !(text[at + 2] == '/' || Characters.IsLetterOrDigit(text, at + 2)));
        }

        if (text[start..at].Contains('/'))
        {
            return second is 2 or 4;
        }

        if (Digits(text, start, at) != at || at - start > 4)
        {
            return false;
        }

        if (secondEnd + 1 < chunkEnd && text[secondEnd] == '/' && Characters.IsDigit(text, secondEnd + 1))
        {
            return true;
        }

        if (at - start > 2 || second > 2 || (secondEnd < chunkEnd && Characters.IsLetterOrDigit(text, secondEnd)))
        {
            return false;
        }

        int a = int.Parse(text[start..at]), b = int.Parse(text[(at + 1)..secondEnd]);
        var fraction = a < b && b is 3 or 4 or 5 or 8 && at - start == 1;
        return a is >= 1 and <= 12 && b is >= 1 and <= 31 && !fraction;
    }

    /// <summary>AT&amp;T, P&amp;L: at most four letters of one case on each side.</summary>
    public static bool KeepsAmpersand(ReadOnlySpan<char> text, int start, int at, int chunkEnd)
    {
        var end = at + 1;
        while (end < chunkEnd && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        return at - start <= 4 && end - at - 1 <= 4
            && ((char.IsAsciiLetterUpper(text[at - 1]) && char.IsAsciiLetterUpper(text[at + 1])) || (at - start == 1 && end - at == 2));
    }

    /// <summary>Where to cut cannot and 5pm; 0 for words that stay whole.</summary>
    public static int CutOf(ReadOnlySpan<char> text, int start, int end, TokenLexicon lexicon)
    {
        var cut = lexicon.CutOf(text[start..end]);
        if (cut > 0 || !char.IsAsciiDigit(text[start]) || !char.IsAsciiLetter(text[end - 1]))
        {
            return cut;
        }

        var letters = end;
        while (char.IsAsciiLetter(text[letters - 1]))
        {
            letters--;
        }

        return char.IsAsciiDigit(text[letters - 1]) && lexicon.IsUnit(text[letters..end]) ? letters - start : 0;
    }

    /// <summary>The end of the ASCII digits that begin at <paramref name="from"/>.</summary>
    public static int Digits(ReadOnlySpan<char> text, int from, int limit)
    {
        while (from < limit && char.IsAsciiDigit(text[from]))
        {
            from++;
        }

        return from;
    }
}
