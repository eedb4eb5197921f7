using NewsExtract.Entities.Recognition;

namespace NewsExtract.Entities.Gazetteers;

/// <summary>Collects phrases by kind for a <see cref="GazetteerTable"/>.</summary>
/// <param name="words">For the filter: one-word entries that raw text mostly writes in lower case are no names there.</param>
internal sealed class GazetteerBuilder(WordTable words)
{
    /// <summary>The lowest <see cref="WordFacts.Capital"/> that a one-word entry may have.</summary>
    private const int LeastCapital = 4;

    private readonly Dictionary<ulong, uint> _phrases = [];
    private readonly List<ulong> _keys = [];

    /// <summary>Adds a phrase, with its words cut at hyphens and apostrophes as the tokenizer cuts them.</summary>
    public void Add(string phrase, GazetteerKind kind)
    {
        _keys.Clear();
        foreach (var word in phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Cut(word);
        }

        if (_keys.Count > 1 && _keys[0] == _the)
        {
            _keys.RemoveAt(0);
        }

        if (_keys.Count is 0 or > GazetteerTable.MaxWords)
        {
            return;
        }

        var bit = GazetteerKinds.Bit(kind);
        if (_keys.Count == 1 && (GazetteerKinds.WithoutCapital & bit) == 0)
        {
            var capital = words.Find(_keys[0]).Capital;
            if ((capital is > 0 and < LeastCapital) || phrase.Length < 2)
            {
                return;
            }
        }

        var hash = 0UL;
        for (var i = 0; i < _keys.Count; i++)
        {
            hash = GazetteerTable.Extend(hash, _keys[i]);
            var mask = i + 1 < _keys.Count ? GazetteerTable.Continues : bit;
            _phrases[hash] = _phrases.GetValueOrDefault(hash) | mask;
        }
    }

    /// <summary>The table.</summary>
    public GazetteerTable Build() => GazetteerTable.Build(_phrases);

    private static readonly ulong _the = WordNormalizer.LowerHash("the");

    private void Cut(ReadOnlySpan<char> word)
    {
        while (word.Length > 0 && word[^1] is ',' or ';' or '*')
        {
            word = word[..^1];
        }

        var start = 0;
        for (var i = 1; i + 1 < word.Length; i++)
        {
            if (word[i] == '-')
            {
                _keys.Add(WordNormalizer.LowerHash(word[start..i]));
                _keys.Add(WordNormalizer.LowerHash("-"));
                start = i + 1;
            }
            else if (word[i] is '\'' or '’' && i == word.Length - 2 && word[^1] == 's')
            {
                _keys.Add(WordNormalizer.LowerHash(word[start..i]));
                start = i;
            }
        }

        if (word.Length > start)
        {
            _keys.Add(WordNormalizer.LowerHash(word[start..]));
        }
    }
}
