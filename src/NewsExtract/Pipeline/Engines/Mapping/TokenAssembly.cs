using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NewsExtract.Documents;

namespace NewsExtract.Pipeline.Engines.Mapping;

/// <summary>
/// Puts together the tokens of a document from those of another engine. What the engine leaves uncovered, cuts in two or counts twice is
/// taken from our own tokenizer, a sentence at a time; its contractions are split by our own rule.
/// </summary>
internal sealed class TokenAssembly(string text, ImmutableArray<TextSpan> own)
{
    private readonly List<(TextSpan Span, string? Tag)> _pieces = [];
    private int _cursor;
    private int _ownNext;
    private bool _begins = true;

    /// <summary>The tokens.</summary>
    public ImmutableArray<TextSpan>.Builder Spans { get; } = ImmutableArray.CreateBuilder<TextSpan>(own.Length + 8);

    /// <summary>The engine's tag of each token, or null.</summary>
    public List<string?> Tags { get; } = [];

    /// <summary>Whether the engine begins a sentence with the token.</summary>
    public List<bool> Begins { get; } = [];

    /// <summary>Adds a sentence, and before it whatever the engine left out.</summary>
    public void Add(EngineSentence sentence)
    {
        var start = Math.Clamp(sentence.Begin, _cursor, text.Length);
        var end = (int)Math.Clamp((long)sentence.Last + 1, start, text.Length);
        Own(start, []);
        _begins = true;
        _pieces.Clear();
        if (Convert(sentence.Tokens, end) && Covers(end))
        {
            foreach (var (span, tag) in _pieces)
            {
                Append(span, tag);
            }

            _cursor = Math.Max(_cursor, _pieces.Count > 0 ? _pieces[^1].Span.End : 0);
            _ownNext = FirstOwn(_cursor);
        }
        else
        {
            Own(end, sentence.Tokens);
        }
    }

    /// <summary>Adds what comes after the last sentence.</summary>
    public void Finish() => Own(text.Length, []);

    private void Append(TextSpan span, string? tag)
    {
        Spans.Add(span);
        Tags.Add(tag);
        Begins.Add(_begins);
        _begins = false;
    }

    /// <summary>Our own tokens that begin before <paramref name="end"/> and are not covered yet, tagged as the engine tags the token at the same place.</summary>
    private void Own(int end, ImmutableArray<EngineToken> tagged)
    {
        var at = 0;
        for (; _ownNext < own.Length && own[_ownNext].Start < end; _ownNext++)
        {
            var span = own[_ownNext];
            if (span.End <= _cursor)
            {
                continue;
            }

            // The engine's last sentence ended inside this token.
            span = span.Start < _cursor ? new TextSpan(_cursor, span.End) : span;
            while (at < tagged.Length && tagged[at].Last < span.Start)
            {
                at++;
            }

            Append(span, at < tagged.Length && tagged[at].Begin <= span.Start ? tagged[at].Tag : null);
            _cursor = span.End;
        }
    }

    /// <summary>The engine's tokens as half-open spans, contractions merged and split again; false when one is not a span of this sentence.</summary>
    private bool Convert(ImmutableArray<EngineToken> tokens, int limit)
    {
        var last = _cursor;
        for (var i = 0; i < tokens.Length; i++)
        {
            var from = i;
            while (tokens[i].IsReplaced && i + 1 < tokens.Length && tokens[i + 1].IsReplaced && tokens[i + 1].Begin == tokens[i].Last + 1)
            {
                i++;
            }

            var span = new TextSpan(tokens[from].Begin, (int)Math.Min((long)tokens[i].Last + 1, int.MaxValue));
            if (span.Start < last || span.End > limit || span.IsEmpty || Cuts(span.Start) || Cuts(span.End) || IsMixed(span))
            {
                return false;
            }

            if (!HasOwn(span))
            {
                // Nothing but characters that are no token here, such as a zero-width space.
                continue;
            }

            if (i > from)
            {
                Split(span, tokens, from, i);
            }
            else
            {
                _pieces.Add((span, tokens[i].Tag));
            }

            last = span.End;
        }

        return true;
    }

    /// <summary>Splits a contraction as our tokenizer does, or leaves it whole where that has other bounds.</summary>
    private void Split(TextSpan span, ImmutableArray<EngineToken> tokens, int from, int to)
    {
        var first = FirstOwn(span.Start);
        var end = first;
        while (end < own.Length && own[end].End <= span.End)
        {
            end++;
        }

        if (end == first || own[first].Start != span.Start || own[end - 1].End != span.End)
        {
            _pieces.Add((span, tokens[from].Tag));
            return;
        }

        for (var i = first; i < end; i++)
        {
            _pieces.Add((own[i], tokens[Math.Min(from + i - first, to)].Tag));
        }
    }

    /// <summary>Whether the pieces cover every character of our own tokens up to <paramref name="end"/>: an engine that loses a letter beside an emoji does not.</summary>
    private bool Covers(int end)
    {
        var piece = 0;
        for (var i = FirstOwn(_cursor); i < own.Length && own[i].Start < end; i++)
        {
            var at = Math.Max(own[i].Start, _cursor);
            var until = Math.Min(own[i].End, end);
            while (at < until)
            {
                while (piece < _pieces.Count && _pieces[piece].Span.End <= at)
                {
                    piece++;
                }

                if (piece == _pieces.Count || _pieces[piece].Span.Start > at)
                {
                    return false;
                }

                at = _pieces[piece].Span.End;
            }
        }

        return true;
    }

    private int FirstOwn(int offset)
    {
        var i = _ownNext;
        while (i < own.Length && own[i].End <= offset)
        {
            i++;
        }

        return i;
    }

    private bool HasOwn(TextSpan span)
    {
        var first = FirstOwn(span.Start);
        return first < own.Length && own[first].Start < span.End;
    }

    private bool Cuts(int offset) =>
        offset > 0 && offset < text.Length && char.IsHighSurrogate(text[offset - 1]) && char.IsLowSurrogate(text[offset]);

    /// <summary>Whether the span is no token: with white space inside, or a letter stuck to a symbol (an engine may give a letter of a word to the emoji before it).</summary>
    private bool IsMixed(TextSpan span)
    {
        var (hasLetter, hasSymbol) = (false, false);
        foreach (var rune in span.In(text).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                return true;
            }

            hasLetter |= Rune.IsLetterOrDigit(rune);
            hasSymbol |= Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol;
        }

        return hasLetter && hasSymbol;
    }
}
