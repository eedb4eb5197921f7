namespace NewsExtract.Learning.Vectors;

/// <summary>
/// Cuts raw text into words by the conventions of the UD treebanks, as well as a few rules can: punctuation, hyphens and clitics stand alone, abbreviations
/// keep their full stops. It only feeds statistics; articles are cut by the tokenizer.
/// </summary>
internal static class RawWords
{
    /// <summary>Receives one word, normalised as <see cref="WordVectors"/> keys it; the span is valid during the call.</summary>
    public delegate void Receiver(ReadOnlySpan<char> word);

    /// <summary>Cuts one line.</summary>
    public static void Cut(ReadOnlySpan<char> line, Receiver receive)
    {
        Span<char> buffer = stackalloc char[64];
        foreach (var range in line.SplitAny(" \t\u00A0"))
        {
            var chunk = line[range];
            if (chunk.Length is 0 or > 64)
            {
                continue;
            }

            for (var i = 0; i < chunk.Length; i++)
            {
                buffer[i] = WordVectors.Normalise(chunk[i]);
            }

            CutChunk(buffer[..chunk.Length], receive);
        }
    }

    private static void CutChunk(ReadOnlySpan<char> chunk, Receiver receive)
    {
        while (chunk.Length > 0 && !char.IsLetterOrDigit(chunk[0]))
        {
            var length = chunk[0] == '\'' && chunk.Length > 1 && char.IsAsciiDigit(chunk[1]) ? 0 : Run(chunk);
            if (length == 0)
            {
                break;
            }

            receive(chunk[..length]);
            chunk = chunk[length..];
        }

        var end = chunk.Length;
        while (end > 0 && !char.IsLetterOrDigit(chunk[end - 1]) && !(chunk[end - 1] == '.' && IsAbbreviation(chunk[..end])))
        {
            end--;
        }

        CutCore(chunk[..end], receive);
        var rest = chunk[end..];
        while (rest.Length > 0)
        {
            var length = Run(rest);
            receive(rest[..length]);
            rest = rest[length..];
        }
    }

    /// <summary>Length of the run of one repeated punctuation mark (an ellipsis or a dash is one word).</summary>
    private static int Run(ReadOnlySpan<char> text)
    {
        var length = 1;
        while (length < text.Length && text[length] == text[0] && text[0] is '.' or '-' or '\'' or '`')
        {
            length++;
            if (length == text.Length)
            {
                break;
            }
        }

        return length;
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> word) =>
        word.Length == 2
        || word[..^1].Contains('.')
        || word is "mr." or "mrs." or "ms." or "dr." or "st." or "sen." or "rep." or "gov." or "gen." or "jr." or "sr." or "inc." or "corp." or "co."
            or "jan." or "feb." or "aug." or "sept." or "oct." or "nov." or "dec." or "no." or "vs.";

    private static void CutCore(ReadOnlySpan<char> core, Receiver receive)
    {
        if (core.Length == 0)
        {
            return;
        }

        if (core.Length > 3 && core[^3..] is "n't")
        {
            Emit(core[..^3], receive);
            receive(core[^3..]);
            return;
        }

        var apostrophe = core.LastIndexOf('\'');
        if (apostrophe > 0 && core[apostrophe..] is "'s" or "'re" or "'ve" or "'ll" or "'d" or "'m")
        {
            Emit(core[..apostrophe], receive);
            receive(core[apostrophe..]);
            return;
        }

        Emit(core, receive);
    }

    /// <summary>Gives the parts between hyphens and slashes, and cuts a full stop that lost the space after it.</summary>
    private static void Emit(ReadOnlySpan<char> word, Receiver receive)
    {
        if (word.Contains("//", StringComparison.Ordinal) || word.Contains('@') || word.StartsWith("www.", StringComparison.Ordinal))
        {
            receive(word);
            return;
        }

        var start = 0;
        for (var i = 1; i < word.Length - 1; i++)
        {
            var cut = word[i] is '-' or '/' or '(' or ')' or '"' or ';' or '$' || (word[i] is '.' or ',' or ':' or '?' or '!' && LostSpace(word, start, i));
            if (cut)
            {
                if (i > start)
                {
                    receive(word[start..i]);
                }

                receive(word.Slice(i, 1));
                start = i + 1;
            }
        }

        if (start < word.Length)
        {
            receive(word[start..]);
        }
    }

    /// <summary>Whether a mark ends a word because it stands between two longer ones, without another full stop after it.</summary>
    private static bool LostSpace(ReadOnlySpan<char> word, int start, int mark) =>
        mark - start > 2 && char.IsLetter(word[mark - 1]) && word.Length - mark > 2 && char.IsLetter(word[mark + 1]) && !word[(mark + 2)..].Contains('.');
}
