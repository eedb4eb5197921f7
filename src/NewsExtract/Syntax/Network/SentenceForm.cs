namespace NewsExtract.Syntax.Network;

/// <summary>How a sentence is written: as prose, as a title, or in capitals.</summary>
internal struct SentenceForm
{
    private int _words;
    private int _initials;
    private int _capitals;

    /// <summary>0 as prose, 1 as a title (most longer words begin with a capital), 2 in capitals.</summary>
    public readonly int Case => _words >= 3 && _capitals * 4 >= _words * 3 ? 2 : _words >= 3 && _initials * 4 >= _words * 3 ? 1 : 0;

    /// <summary>Takes a word into account.</summary>
    public void See(ReadOnlySpan<char> word)
    {
        if (word.Length < 4 || !char.IsLetter(word[0]))
        {
            return;
        }

        _words++;
        if (char.IsUpper(word[0]))
        {
            _initials++;
            _capitals += char.IsUpper(word[1]) && char.IsUpper(word[^1]) ? 1 : 0;
        }
    }

    /// <summary>Whether a word has a letter or a digit; what goes before the first such word does not count as the sentence's first.</summary>
    public static bool HasLetter(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }
}
