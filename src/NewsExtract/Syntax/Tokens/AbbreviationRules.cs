namespace NewsExtract.Syntax.Tokens;

/// <summary>Whether a full stop after a word belongs to it.</summary>
internal static class AbbreviationRules
{
    /// <summary>The class of the abbreviation that the word from <paramref name="start"/> to the stop at <paramref name="at"/> is; none when the stop is not its own.</summary>
    public static AbbreviationClass ClassOf(ReadOnlySpan<char> text, int start, int at, TokenLexicon lexicon)
    {
        var word = text[start..at];
        if (WordRules.IsAcronym(text, start, at))
        {
            return AbbreviationClass.Acronym;
        }

        var next = NextOnLine(text, at + 1);
        if (word.Length == 1)
        {
            return OneLetter(text, start, next, lexicon);
        }

        var found = lexicon.Abbreviation(word, out var alsoWord);
        return found switch
        {
            AbbreviationClass.Number => next < text.Length && (Characters.IsDigit(text, next) || text[next] == '#') ? found : AbbreviationClass.None,
            AbbreviationClass.Title => next < text.Length ? found : AbbreviationClass.None,
            _ when alsoWord => next < text.Length && (char.IsLower(text[next]) || Characters.IsDigit(text, next) || text[next] == ',') ? found : AbbreviationClass.None,
            _ => found,
        };
    }

    /// <summary>An initial, or p. before a number.</summary>
    private static AbbreviationClass OneLetter(ReadOnlySpan<char> text, int start, int next, TokenLexicon lexicon)
    {
        if (next >= text.Length || !Characters.IsLetter(text, start))
        {
            return AbbreviationClass.None;
        }

        if (!char.IsUpper(text[start]))
        {
            return Characters.IsDigit(text, next) ? lexicon.Abbreviation(text[start..(start + 1)], out _)
                : text[start] == 'v' && char.IsUpper(text[next]) ? AbbreviationClass.Title : AbbreviationClass.None;
        }

        if (!Characters.IsLetter(text, next))
        {
            // H. R. 1280
            var afterInitial = Characters.IsDigit(text, next) && start >= 3 && text[start - 2] == '.' && char.IsUpper(text[start - 3]) && (start == 3 || !char.IsLetter(text[start - 4]));
            return text[next] is ',' or '-' || afterInitial ? AbbreviationClass.Initial : AbbreviationClass.None;
        }

        var afterName = PreviousStartsUpper(text, start);
        if (text[start] == 'I' && !afterName)
        {
            return AbbreviationClass.None;
        }

        var end = next;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return !afterName && start > 0 && lexicon.IsStarter(text[next..end]) ? AbbreviationClass.None : AbbreviationClass.Initial;
    }

    private static bool PreviousStartsUpper(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end > 0 && text[end - 1] is ' ' or '.')
        {
            end--;
        }

        var begin = end;
        while (begin > 0 && char.IsLetter(text[begin - 1]))
        {
            begin--;
        }

        return begin < end && char.IsUpper(text[begin]);
    }

    /// <summary>Index of the next visible character on the same line, or the text's length.</summary>
    private static int NextOnLine(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && Characters.At(text, from) is CharKind.Separator or CharKind.Invisible)
        {
            if (text[from] is '\n' or '\r')
            {
                return text.Length;
            }

            from++;
        }

        return from;
    }
}
