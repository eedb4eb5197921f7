using NewsExtract.Syntax.Tokens;

namespace NewsExtract.Syntax.Sentences;

/// <summary>Decides, token by token through one paragraph, whether an end mark ends the sentence.</summary>
internal ref struct BoundaryRules
{
    // "Why now?" Prime Minister Ann Example asked: a name and title this long may stand before the verb.
    private const int LongestSpeaker = 7;

    private readonly ReadOnlySpan<char> _text;
    private readonly TokenBuffer _tokens;
    private readonly TokenLexicon _lexicon;
    private readonly int _start;
    private readonly int _end;
    private bool _quoteOpen;
    private int _openBracket;

    public BoundaryRules(ReadOnlySpan<char> text, TokenBuffer tokens, int start, int end)
    {
        _text = text;
        _tokens = tokens;
        _lexicon = TokenLexicon.Instance;
        _start = start;
        _end = end;
        _openBracket = -1;
    }

    /// <summary>Reads the token at <paramref name="at"/> of the sentence that begins at <paramref name="sentence"/>; gives the next token to read.</summary>
    public int After(int at, int sentence, out bool isEnd)
    {
        isEnd = false;
        var kind = _tokens.Kinds[at];
        var next = at + 1;
        switch (kind)
        {
            case TokenKind.Quote when IsStraightDouble(at):
                _quoteOpen = !_quoteOpen;
                return next;
            case TokenKind.OpenBracket:
                _openBracket = at;
                return next;
            case TokenKind.CloseBracket:
                _openBracket = -1;
                return next;
            case TokenKind.Period or TokenKind.Exclamation or TokenKind.Ellipsis or TokenKind.Abbreviation:
                break;
            default:
                return next;
        }

        bool quoteClosed = false, bracketClosed = false;
        var bracket = _openBracket;
        while (next < _end && Closes(next))
        {
            if (_tokens.Kinds[next] == TokenKind.CloseBracket)
            {
                bracketClosed = true;
                _openBracket = -1;
            }
            else
            {
                quoteClosed |= _tokens.Kinds[next] is TokenKind.Quote or TokenKind.CloseQuote;
                _quoteOpen &= !IsStraightDouble(next);
            }

            next++;
        }

        next = SkipNotes(next);

        // Inside a bracket that the sentence opened, nothing ends it.
        var inside = bracket > sentence && (bracketClosed || BracketCloses(next));
        isEnd = next == _end || (!inside && IsBoundary(at, next, sentence, kind, quoteClosed, bracketClosed));
        return next;
    }

    /// <summary>Whether the token goes with the end mark before it: a closing quotation mark or bracket, another mark.</summary>
    private readonly bool Closes(int at)
    {
        var kind = _tokens.Kinds[at];
        var attached = !SpaceBefore(at);
        return kind switch
        {
            TokenKind.CloseBracket => attached || _openBracket >= 0,
            TokenKind.CloseQuote => attached || at + 1 >= _end || SpaceBefore(at + 1),
            TokenKind.Quote => attached || at + 1 == _end || (SpaceBefore(at + 1) && (_quoteOpen || !IsStraightDouble(at))),
            TokenKind.Period or TokenKind.Exclamation or TokenKind.Ellipsis => true,
            // A stray opening mark at the end of a paragraph is no sentence.
            TokenKind.OpenQuote => at + 1 == _end,
            _ => false,
        };
    }

    /// <summary>Numbers of notes ([3] [4]) and smileys after the end mark belong to the sentence before them.</summary>
    private readonly int SkipNotes(int next)
    {
        while (next < _end)
        {
            var note = next + 2 < _end && _tokens.Kinds[next] == TokenKind.OpenBracket && _text[_tokens.Spans[next].Start] == '['
                && _tokens.Kinds[next + 2] == TokenKind.CloseBracket && char.IsAsciiDigit(_text[_tokens.Spans[next + 1].Start]);
            if (!note && !(_tokens.Kinds[next] == TokenKind.Other && _lexicon.IsEmoticon(_tokens.Spans[next].In(_text))))
            {
                break;
            }

            next += note ? 3 : 1;
        }

        return next;
    }

    private readonly bool BracketCloses(int from)
    {
        const int Near = 40;
        for (var i = from; i < Math.Min(_end, from + Near); i++)
        {
            if (_tokens.Kinds[i] == TokenKind.CloseBracket)
            {
                return true;
            }

            if (_tokens.Kinds[i] == TokenKind.OpenBracket)
            {
                return false;
            }
        }

        return false;
    }

    private readonly bool IsBoundary(int stop, int next, int sentence, TokenKind kind, bool quoteClosed, bool bracketClosed)
    {
        var word = next;
        var opens = false;
        while (word + 1 < _end && (_tokens.Kinds[word] is TokenKind.OpenBracket or TokenKind.OpenQuote or TokenKind.Quote || IsDash(word)))
        {
            opens |= _tokens.Kinds[word] is TokenKind.OpenQuote or TokenKind.Quote;
            word++;
        }

        var first = _text[_tokens.Spans[word].Start];
        if (_tokens.Kinds[next] is TokenKind.Comma)
        {
            return false;
        }

        if (IsLower(word))
        {
            // After a plain full stop, an opening mark begins a sentence even before a small letter.
            var opening = _tokens.Kinds[next] is TokenKind.OpenBracket or TokenKind.OpenQuote || (_tokens.Kinds[next] == TokenKind.Quote && !_quoteOpen);
            return kind == TokenKind.Period && opening && SpaceBefore(next) && !SpaceBefore(next + 1) && !IsListNumber(stop, sentence);
        }

        if (!SpaceBefore(next) && !(char.IsUpper(first) && kind != TokenKind.Abbreviation))
        {
            return false;
        }

        switch (kind)
        {
            case TokenKind.Period:
                return !IsListNumber(stop, sentence) && !IsSpacedAbbreviation(stop, sentence, word, opens);
            case TokenKind.Exclamation:
                return !(quoteClosed && IsSpeechTag(next));
            case TokenKind.Ellipsis:
                return char.IsUpper(first) || opens || quoteClosed;
            default:
                // DOVER, Del. — The court: a dateline goes on.
                return !IsDash(next) && (quoteClosed || bracketClosed) ? char.IsUpper(first) : !IsDash(next) && AbbreviationEnds(stop, word, opens);
        }
    }

    /// <summary>Whether an abbreviation's own stop ends the sentence too.</summary>
    private readonly bool AbbreviationEnds(int stop, int word, bool opens)
    {
        var span = _tokens.Spans[stop];
        var found = AbbreviationRules.ClassOf(_text, span.Start, span.End - 1, _lexicon);
        var starter = _lexicon.IsStarter(_tokens.Spans[word].In(_text));
        return found switch
        {
            AbbreviationClass.Title or AbbreviationClass.Number => false,
            AbbreviationClass.Initial => starter && stop > _start && char.IsLower(_text[_tokens.Spans[stop - 1].Start]),
            AbbreviationClass.Acronym when IsTimeOfDay(span.In(_text)) => char.IsUpper(_text[_tokens.Spans[word].Start])
                && _tokens.Spans[word].Length > 1 && IsLowerAfterFirst(word) && !_lexicon.IsAfterTime(_tokens.Spans[word].In(_text)),
            AbbreviationClass.Acronym when char.IsLower(_text[span.Start]) && _text[span.End - 2] is 'g' or 'e' => false,
            AbbreviationClass.General => starter || opens || char.IsUpper(_text[_tokens.Spans[word].Start]),
            _ => starter,
        };
    }

    /// <summary>Whether the stop belongs to an abbreviation of a text whose words and marks are set apart already: <c>Mr . Poe</c>, <c>the U . S . envoy</c>.</summary>
    private readonly bool IsSpacedAbbreviation(int stop, int sentence, int word, bool opens)
    {
        if (stop <= sentence || !SpaceBefore(stop))
        {
            return false;
        }

        var letters = _tokens.Spans[stop - 1].In(_text);
        if (letters.Length == 1)
        {
            return char.IsUpper(letters[0]) && letters[0] != 'I' && !opens && !_lexicon.IsStarter(_tokens.Spans[word].In(_text));
        }

        return _lexicon.Abbreviation(letters, out _) switch
        {
            AbbreviationClass.Title => true,
            AbbreviationClass.Number => char.IsDigit(_text[_tokens.Spans[word].Start]),
            _ => false,
        };
    }

    private static bool IsTimeOfDay(ReadOnlySpan<char> word) => word.Length == 4 && (word[0] | 0x20) is 'a' or 'p' && (word[2] | 0x20) == 'm';

    private readonly bool IsLowerAfterFirst(int word) => char.IsLower(_text[_tokens.Spans[word].Start + 1]);

    /// <summary>"1." at the beginning of a list item.</summary>
    private readonly bool IsListNumber(int stop, int sentence)
    {
        if (stop != sentence + 1)
        {
            return false;
        }

        var span = _tokens.Spans[sentence];
        return (span.Length <= 2 && char.IsAsciiDigit(_text[span.Start])) || (span.Length == 1 && char.IsLetter(_text[span.Start]) && _text[span.Start] != 'I');
    }

    /// <summary>Whether a speaker and a verb of saying follow: the question in quotation marks did not end the sentence.</summary>
    private readonly bool IsSpeechTag(int next)
    {
        for (var i = next; i < Math.Min(_end, next + LongestSpeaker); i++)
        {
            var span = _tokens.Spans[i];
            if (_tokens.Kinds[i] is not (TokenKind.Word or TokenKind.Abbreviation))
            {
                return false;
            }

            if (_lexicon.IsSpeechVerb(span.In(_text)))
            {
                return i > next;
            }
        }

        return false;
    }

    private readonly bool IsDash(int token) =>
        _tokens.Kinds[token] == TokenKind.Other && _text[_tokens.Spans[token].Start] is '-' or '\u2013' or '\u2014';

    /// <summary>Whether a word begins small, and not because it is a name such as iPhone.</summary>
    private readonly bool IsLower(int word)
    {
        var letters = _tokens.Spans[word].In(_text);
        return char.IsLower(letters[0]) && !letters[1..].ContainsAnyInRange('A', 'Z');
    }

    private readonly bool SpaceBefore(int token) => _tokens.Spans[token].Start > _tokens.Spans[token - 1].End;

    private readonly bool IsStraightDouble(int token) =>
        _tokens.Kinds[token] == TokenKind.Quote && (_text[_tokens.Spans[token].Start] != '\'' || _tokens.Spans[token].Length == 2);
}
