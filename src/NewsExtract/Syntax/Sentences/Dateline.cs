using NewsExtract.Documents;

namespace NewsExtract.Syntax.Sentences;

/// <summary>The place, day and agency that an agency report starts with, <c>OSLO, June 3 (NTB) —</c>, <c>Oslo (NTB) –</c>, <c>(NTB) –</c>, or the time of an entry of a running report.</summary>
internal static class Dateline
{
    private const int Longest = 12;

    /// <summary>The token after the dateline; the first token when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="paragraph">The tokens of a paragraph, or of its first sentence.</param>
    public static int Skip(string text, TokenLayer tokens, TokenRange paragraph)
    {
        var start = paragraph.Start;
        if (paragraph.Length > 2 && IsClock(tokens[start].In(text)) && char.IsUpper(tokens[start + 1].In(text)[0]))
        {
            return start + 1;
        }

        var isShouted = IsShouted(tokens[start].In(text));
        if (paragraph.Length < 3 || !(isShouted || char.IsUpper(tokens[start].In(text)[0]) || tokens[start].In(text) is "("))
        {
            return start;
        }

        for (var t = start + 1; t < Math.Min(paragraph.End - 1, start + Longest); t++)
        {
            var word = tokens[t].In(text);
            if (word is "-" or "--" or "–" or "—" or "―")
            {
                // A hyphen inside a word stands without spaces.
                var next = tokens[t + 1].In(text)[0];
                return (tokens[t].Start > tokens[t - 1].End || word is "—" or "―") && (isShouted || tokens[t - 1].In(text) is ")") && (char.IsUpper(next) || char.IsDigit(next) || next is '"' or '“' or '‘' or '\'' or '„' or '«' or '`') ? t + 1 : start;
            }

            if (char.IsLower(word[0]) && tokens[t - 1].In(text) is not "(")
            {
                return start;
            }
        }

        return start;
    }

    /// <summary>The token after the dateline of a sentence, which only the first of a paragraph can have; the sentence's first token when there is none.</summary>
    public static int Skip(string text, TokenLayer tokens, SentenceLayer sentences, int sentence)
    {
        var own = sentences[sentence];
        return sentence == 0 || sentences[sentence - 1].Paragraph != own.Paragraph ? Skip(text, tokens, own.Tokens) : own.Tokens.Start;
    }

    /// <summary>The time that an entry of a running report starts with: <c>14:32</c>, <c>9.05am</c>.</summary>
    public static bool IsClock(ReadOnlySpan<char> word)
    {
        var mark = word.IndexOfAny(':', '.');
        return mark is 1 or 2 && word.Length >= mark + 3 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[mark - 1]) && char.IsAsciiDigit(word[mark + 1]) && char.IsAsciiDigit(word[mark + 2])
            && word[(mark + 3)..] is "" or "am" or "pm" or "a.m." or "p.m.";
    }

    private static bool IsShouted(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsUpper(c))
            {
                return false;
            }
        }

        return word.Length > 1;
    }
}
