using NewsExtract.Documents;

namespace NewsExtract.Entities.Values;

/// <summary>The tokens of one sentence with their readings, for the grammars to look at.</summary>
internal readonly ref struct ValueCursor(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> tokens, ReadOnlySpan<int> heads, TokenRange sentence, DateContext context)
{
    private readonly ReadOnlySpan<char> _text = text;
    private readonly ReadOnlySpan<TextSpan> _tokens = tokens;
    private readonly ReadOnlySpan<int> _heads = heads;

    public int Start { get; } = sentence.Start;

    public int End { get; } = sentence.End;

    /// <summary>What dates are resolved against.</summary>
    public DateContext Context { get; } = context;

    public ReadOnlySpan<char> Word(int token) => Holds(token) ? _tokens[token].In(_text) : default;

    /// <summary>The text from one token to another, both included.</summary>
    public ReadOnlySpan<char> Words(int from, int last) => _text[_tokens[from].Start.._tokens[last].End];

    public bool Holds(int token) => token >= Start && token < End;

    /// <summary>Whether no space stands before the token.</summary>
    public bool IsAttached(int token) => Holds(token) && token > Start && _tokens[token].Start == _tokens[token - 1].End;

    public bool Is(int token, ValueCategory category) => TryGet(token, category, out _);

    /// <summary>The token's reading as a word of the category.</summary>
    public bool TryGet(int token, ValueCategory category, out ValueEntry entry)
    {
        if (Holds(token))
        {
            for (var reading = _heads[token]; reading != 0; reading = entry.Next)
            {
                entry = ValueLexicon.Instance[reading];
                if (entry.Category == category)
                {
                    return true;
                }
            }
        }

        entry = default;
        return false;
    }

    public bool HasReading(int token) => Holds(token) && _heads[token] != 0;

    public bool StartsUpper(int token) => Holds(token) && char.IsUpper(_text[_tokens[token].Start]);

    public bool StartsWithDigit(int token) => Holds(token) && char.IsAsciiDigit(_text[_tokens[token].Start]);

    /// <summary>The token as a whole number of one to <paramref name="digits"/> digits, or −1.</summary>
    public int Integer(int token, int digits)
    {
        var word = Word(token);
        if (word.Length == 0 || word.Length > digits || word.ContainsAnyExceptInRange('0', '9'))
        {
            return -1;
        }

        var value = 0;
        foreach (var digit in word)
        {
            value = (value * 10) + (digit - '0');
        }

        return value;
    }

    /// <summary>A year of four digits, or −1.</summary>
    public int Year(int token) => Word(token).Length == 4 && Integer(token, 4) is >= 1000 and <= 2199 and var year ? year : -1;

    /// <summary>A day of the month as 5 or 5th, or −1.</summary>
    public int Day(int token)
    {
        var word = Word(token);
        if (word.Length > 2 && char.IsAsciiDigit(word[0]) && word[^2..] is "st" or "nd" or "rd" or "th")
        {
            return int.TryParse(word[..^2], out var day) && day is >= 1 and <= 31 ? day : -1;
        }

        return Integer(token, 2) is >= 1 and <= 31 and var number ? number : TryGet(token, ValueCategory.Ordinal, out var ordinal) ? (int)ordinal.Number : -1;
    }

    /// <summary>A month's name, capitalised; May and March alone do not count unless <paramref name="sure"/>.</summary>
    public bool TryMonth(int token, bool sure, out int month)
    {
        month = 0;
        if (!StartsUpper(token) || !TryGet(token, ValueCategory.Month, out var entry) || (!sure && Is(token, ValueCategory.Ambiguous)))
        {
            return false;
        }

        month = (int)entry.Number;
        return true;
    }

    public bool TryWeekday(int token, out int weekday)
    {
        weekday = 0;
        if (!StartsUpper(token) || !TryGet(token, ValueCategory.Weekday, out var entry) || Is(token, ValueCategory.Ambiguous))
        {
            return false;
        }

        weekday = (int)entry.Number;
        return true;
    }

    /// <summary>Whether the words around the token speak of what is to come.</summary>
    public bool IsFuture(int token) => Tense(token) > 0;

    /// <summary>1 where the words around the token speak of what is to come, −1 of what was, 0 of neither; the nearest cue decides.</summary>
    public int Tense(int token)
    {
        const int Reach = 10;
        for (var distance = 1; distance <= Reach; distance++)
        {
            if (Is(token - distance, ValueCategory.PastCue) || Is(token + distance, ValueCategory.PastCue))
            {
                return -1;
            }

            if (Is(token - distance, ValueCategory.FutureCue) || Is(token + distance, ValueCategory.FutureCue))
            {
                return 1;
            }
        }

        return 0;
    }
}
