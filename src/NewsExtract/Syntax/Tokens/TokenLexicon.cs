using NewsExtract.Lexicons;

namespace NewsExtract.Syntax.Tokens;

/// <summary>The word lists of tokenizer and sentence splitter, looked up by spans of the text.</summary>
internal sealed class TokenLexicon
{
    private static readonly Lazy<TokenLexicon> Lazily = new(static () => new TokenLexicon());

    private readonly Dictionary<string, (AbbreviationClass Class, bool AlsoWord, bool NeedsCapital)>.AlternateLookup<ReadOnlySpan<char>> _abbreviations;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _contractions;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _prefixes = Words("hyphen-prefixes");
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _suffixes = Words("hyphen-suffixes");
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _units = Words("number-units");
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _wholeWords = Words("whole-words");
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _starters = Words("sentence-starters");
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _afterTimes = Words("after-times");
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _speechVerbs = Words("speech-verbs");
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _emoticons = Words("emoticons", StringComparer.Ordinal);
    private readonly Dictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> _domains;

    // For each length, the last letters of the contractions: most words need no look-up.
    private readonly uint[] _lastLetters = new uint[LongestContraction + 1];

    private TokenLexicon()
    {
        var abbreviations = new Dictionary<string, (AbbreviationClass, bool, bool)>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in SeedLexicon.Rows("tokens/abbreviations"))
        {
            var kind = Enum.Parse<AbbreviationClass>(row[1], ignoreCase: true);
            var needsCapital = char.IsUpper(row[0][0]) && kind is (AbbreviationClass.Title or AbbreviationClass.Month or AbbreviationClass.Place);
            abbreviations.TryAdd(row[0], (kind, row.Length > 2 && row[2] == "word", needsCapital));
        }

        var contractions = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in SeedLexicon.Rows("tokens/contractions"))
        {
            contractions.TryAdd(row[0], int.Parse(row[1]));
            _lastLetters[row[0].Length] |= 1u << (row[0][^1] & 31);
        }

        var domains = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in SeedLexicon.Rows("tokens/domains"))
        {
            domains.TryAdd(row[0], row.Length > 1);
        }

        _abbreviations = abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();
        _contractions = contractions.GetAlternateLookup<ReadOnlySpan<char>>();
        _domains = domains.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static TokenLexicon Instance => Lazily.Value;

    /// <summary>The longest emoticon, in code units.</summary>
    public const int LongestEmoticon = 4;

    private const int LongestContraction = 8;

    /// <summary>The class of an abbreviation written without its stop; titles, months and places only when capitalised.</summary>
    /// <param name="word">The word.</param>
    /// <param name="alsoWord">Whether it is an ordinary word too.</param>
    public AbbreviationClass Abbreviation(ReadOnlySpan<char> word, out bool alsoWord)
    {
        alsoWord = false;
        if (word.Length is < 1 or > 8 || !_abbreviations.TryGetValue(word, out var entry))
        {
            return AbbreviationClass.None;
        }

        alsoWord = entry.AlsoWord;
        return entry.NeedsCapital && !char.IsUpper(word[0]) ? AbbreviationClass.None : entry.Class;
    }

    /// <summary>Where to cut a word such as <c>cannot</c>; 0 for other words.</summary>
    public int CutOf(ReadOnlySpan<char> word) =>
        word.Length <= LongestContraction && (_lastLetters[word.Length] & (1u << (word[^1] & 31))) != 0 && _contractions.TryGetValue(word, out var cut) ? cut : 0;

    public bool IsHyphenPrefix(ReadOnlySpan<char> word) => word.Length <= 8 && _prefixes.Contains(word);

    public bool IsHyphenSuffix(ReadOnlySpan<char> word) => word.Length <= 6 && _suffixes.Contains(word);

    public bool IsUnit(ReadOnlySpan<char> word) => word.Length <= 10 && _units.Contains(word);

    public bool IsWholeWord(ReadOnlySpan<char> word) => word.Length <= 6 && (!char.IsAsciiLetter(word[0]) || word.ContainsAny('/', '+', '#')) && _wholeWords.Contains(word);

    public bool IsStarter(ReadOnlySpan<char> word) => word.Length <= 12 && _starters.Contains(word);

    public bool IsAfterTime(ReadOnlySpan<char> word) => word.Length <= 10 && _afterTimes.Contains(word);

    public bool IsSpeechVerb(ReadOnlySpan<char> word) => word.Length <= 10 && _speechVerbs.Contains(word);

    public bool IsEmoticon(ReadOnlySpan<char> signs) => _emoticons.Contains(signs);

    /// <summary>Whether a word is the last part of web addresses or file names.</summary>
    /// <param name="word">The part after the last dot.</param>
    /// <param name="alsoWord">Whether it is an ordinary word too.</param>
    public bool IsDomain(ReadOnlySpan<char> word, out bool alsoWord)
    {
        alsoWord = false;
        return word.Length is >= 2 and <= 4 && _domains.TryGetValue(word, out alsoWord);
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string name, StringComparer? comparer = null)
    {
        var words = new HashSet<string>(comparer ?? StringComparer.OrdinalIgnoreCase);
        foreach (var row in SeedLexicon.Rows("tokens/" + name))
        {
            words.Add(row[0]);
        }

        return words.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
