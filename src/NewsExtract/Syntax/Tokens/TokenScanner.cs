namespace NewsExtract.Syntax.Tokens;

/// <summary>
/// Cuts a text into tokens by the conventions of Universal Dependencies English, in one pass from left to right. Never changes the
/// text: a token is a span of it.
/// </summary>
internal ref struct TokenScanner
{
    private readonly ReadOnlySpan<char> _text;
    private readonly TokenBuffer _tokens;
    private readonly TokenLexicon _lexicon;
    private int _lineBreaks;
    private int _chunkStart;
    private int _chunkEnd;
    private bool _mayBeAddress;

    private TokenScanner(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        _text = text;
        _tokens = tokens;
        _lexicon = TokenLexicon.Instance;
    }

    /// <summary>Adds the tokens of <paramref name="text"/> to <paramref name="tokens"/>.</summary>
    public static void Scan(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        var scanner = new TokenScanner(text, tokens);
        scanner.Run();
    }

    private void Run()
    {
        var at = 0;
        while (true)
        {
            at = SkipSeparators(at);
            if (at >= _text.Length)
            {
                return;
            }

            at = Chunk(at);
        }
    }

    private int SkipSeparators(int at)
    {
        while (at < _text.Length)
        {
            var kind = Characters.At(_text, at, out var length);
            if (kind is not (CharKind.Separator or CharKind.Invisible))
            {
                break;
            }

            if (_text[at] is '\n' or '\u2028' or '\u2029' or '\u0085' or '\v' or '\f')
            {
                _lineBreaks++;
            }
            else if (_text[at] == '\r' && (at + 1 >= _text.Length || _text[at + 1] != '\n'))
            {
                _lineBreaks++;
            }

            at += length;
        }

        return at;
    }

    /// <summary>Cuts the run of characters without a separator that begins at <paramref name="start"/>; returns its end.</summary>
    private int Chunk(int start)
    {
        var end = start;
        var plain = true;
        var address = false;
        while (end < _text.Length)
        {
            var c = _text[end];
            if (char.IsAsciiLetter(c))
            {
                end++;
                continue;
            }

            var kind = Characters.At(_text, end, out var length);
            if (kind == CharKind.Separator)
            {
                break;
            }

            plain &= kind == CharKind.Letter;
            address |= c == '@' || (c == '.' && end > start && end + 1 < _text.Length && char.IsAsciiLetter(_text[end + 1]))
                || (c == ':' && end + 1 < _text.Length && char.IsAsciiLetterOrDigit(_text[Math.Min(end + 1, _text.Length - 1)]))
                || (c == '/' && end > start && _text[end - 1] == ':');
            end += length;
        }

        if (plain)
        {
            AddWord(start, end);
            return end;
        }

        _chunkStart = start;
        _chunkEnd = end;
        _mayBeAddress = address;
        if (_lexicon.IsWholeWord(_text[start..end]))
        {
            AddWord(start, end);
            return end;
        }

        var at = start;
        while (at < end)
        {
            at = Characters.At(_text, at, out var length) switch
            {
                CharKind.Letter or CharKind.Digit => Word(at, at),
                CharKind.Invisible => at + length,
                _ => Signs(at, length),
            };
        }

        return end;
    }

    /// <summary>Cuts one word; the first characters up to <paramref name="from"/> are known to be part of it.</summary>
    private int Word(int start, int from)
    {
        if (_mayBeAddress)
        {
            var address = WebAddress.EndAt(_text, start, _chunkEnd, _lexicon);
            if (address > start)
            {
                Add(start, address, TokenKind.Word);
                return address;
            }
        }

        var at = from;
        while (at < _chunkEnd)
        {
            var kind = Characters.At(_text, at, out var length);
            if (kind != CharKind.Sign)
            {
                at += length;
                continue;
            }

            var c = _text[at];
            var inner = at + 1 < _chunkEnd && Characters.IsLetterOrDigit(_text, at + 1);
            if (c == '.' && !(inner && WordRules.KeepsDot(_text, start, at, _chunkEnd)))
            {
                // Not "etc..." but "etc.".
                var single = at + 1 >= _chunkEnd || _text[at + 1] != '.';
                if (single && AbbreviationRules.ClassOf(_text, start, at, _lexicon) != AbbreviationClass.None)
                {
                    Add(start, at + 1, TokenKind.Abbreviation);
                    return at + 1;
                }

                break;
            }

            if (Characters.IsApostrophe(c))
            {
                if (!inner)
                {
                    break;
                }

                var cut = ApostropheRules.CutAt(_text, start, at, _chunkEnd);
                if (cut == at)
                {
                    break;
                }

                if (cut > 0)
                {
                    AddWord(start, cut);
                    Add(cut, at + 2, TokenKind.Word);
                    return at + 2;
                }
            }
            else if (c == '$')
            {
                at = IsCurrencyPrefix(start, at) ? at + 1 : at;
                break;
            }
            else if (c != '_' && !(inner && Keeps(c, start, at)) && c != '.')
            {
                break;
            }

            at++;
        }

        AddWord(start, at);
        return at;
    }

    private readonly bool Keeps(char c, int start, int at) => c switch
    {
        ',' => WordRules.KeepsComma(_text, at),
        ':' => Characters.IsDigit(_text, at - 1) && Characters.IsDigit(_text, at + 1),
        '/' => WordRules.KeepsSlash(_text, start, at, _chunkEnd),
        '&' => WordRules.KeepsAmpersand(_text, start, at, _chunkEnd),
        '*' => Characters.IsLetter(_text, at - 1) && Characters.IsLetter(_text, at + 1),
        '%' or '#' or '+' => false,
        _ => Characters.IsHyphen(c) && WordRules.KeepsHyphen(_text, start, at, _chunkEnd, _lexicon),
    };

    /// <summary>US$, A$ and the like, before a number or alone.</summary>
    private readonly bool IsCurrencyPrefix(int start, int at) =>
        at - start <= 2 && !_text[start..at].ContainsAnyExceptInRange('A', 'Z')
        && (at + 1 >= _chunkEnd || char.IsAsciiDigit(_text[at + 1]));

    private int Signs(int at, int length)
    {
        var c = _text[at];
        if (Characters.IsApostrophe(c) || c == '\u2018')
        {
            var end = Apostrophe(at);
            if (end > at)
            {
                return end;
            }
        }

        // A word that begins with a sign: .265, +44, @name, #tag.
        var opens = at == _chunkStart || !Characters.IsLetterOrDigit(_text, at - 1);
        if (opens && at + 1 < _chunkEnd
            && ((c is '.' or '+' && Characters.IsDigit(_text, at + 1)) || (c is '@' or '#' && Characters.IsLetter(_text, at + 1))))
        {
            return Word(at, at + 1);
        }

        var signs = SignRules.EndAt(_text, at, length, _chunkStart, _chunkEnd, _lexicon, out var kind);
        Add(at, signs, kind);
        return signs;
    }

    /// <summary>A clitic, a shortened word or a year that begins with an apostrophe; <paramref name="at"/> when it is none of these.</summary>
    private int Apostrophe(int at)
    {
        var clitic = ApostropheRules.CliticEnd(_text, at, _chunkEnd);
        if (clitic > 0 && (at > _chunkStart || clitic == _chunkEnd))
        {
            Add(at, clitic, TokenKind.Word);
            return clitic;
        }

        if (at > _chunkStart && Characters.IsLetterOrDigit(_text, at - 1))
        {
            return at;
        }

        var end = at + 1;
        while (end < _chunkEnd && Characters.At(_text, end) is CharKind.Letter or CharKind.Digit)
        {
            end++;
        }

        var digits = WordRules.Digits(_text, at + 1, end) - at - 1;
        var year = digits == 2 && (end - at == 3 || (end - at == 4 && _text[end - 1] == 's'));
        if (!year && !_lexicon.IsWholeWord(_text[at..end]) && _lexicon.CutOf(_text[at..end]) == 0)
        {
            return at;
        }

        AddWord(at, end);
        return end;
    }

    /// <summary>Adds a word, with the cuts of cannot and 5pm.</summary>
    private void AddWord(int start, int end)
    {
        var cut = WordRules.CutOf(_text, start, end, _lexicon);
        if (cut > 0)
        {
            Add(start, start + cut, TokenKind.Word);
            Add(start + cut, end, TokenKind.Word);
        }
        else
        {
            Add(start, end, TokenKind.Word);
        }
    }

    /// <summary>Adds a token without the characters of no width at its edges.</summary>
    private void Add(int start, int end, TokenKind kind)
    {
        while (start < end && Characters.At(_text, start, out var length) == CharKind.Invisible)
        {
            start += length;
        }

        while (start < end && IsInvisibleBefore(end, out var last))
        {
            end -= last;
        }

        if (start < end)
        {
            _tokens.Add(start, end, kind, _lineBreaks);
            _lineBreaks = 0;
        }
    }

    private readonly bool IsInvisibleBefore(int end, out int length)
    {
        length = 1;
        var last = _text[end - 1];
        if (last < 128)
        {
            return false;
        }

        length = char.IsLowSurrogate(last) ? 2 : 1;
        return Characters.At(_text, end - length) == CharKind.Invisible;
    }
}
