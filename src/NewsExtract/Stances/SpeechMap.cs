using NewsExtract.Documents;

namespace NewsExtract.Stances;

/// <summary>Which quote a token stands in, and who speaks it.</summary>
internal sealed class SpeechMap
{
    private readonly StanceText _text;
    private readonly int[] _quote;
    private readonly Side[] _speakers;

    public SpeechMap(StanceText text)
    {
        _text = text;
        _quote = new int[text.Tokens.Count];
        Array.Fill(_quote, -1);
        _speakers = new Side[text.Quotes.Length];

        // Longest first, so that a quote inside a quote keeps its own tokens.
        var order = Enumerable.Range(0, text.Quotes.Length).OrderByDescending(q => text.Quotes[q].Content.Sum(static span => span.Length)).ThenBy(static q => q);
        foreach (var q in order)
        {
            foreach (var span in text.Quotes[q].Content)
            {
                var range = text.Tokens.Covering(span);
                for (var t = range.Start; t < range.End; t++)
                {
                    _quote[t] = q;
                }
            }

            _speakers[q] = SpeakerOf(text.Quotes[q]);
        }
    }

    /// <summary>Index of the innermost quote whose content covers the token, or −1.</summary>
    public int QuoteAt(int token) => _quote[token];

    /// <summary>The speaker of a quote; none when it is not known.</summary>
    public Side Speaker(int quote) => _speakers[quote];

    private Side SpeakerOf(Quote quote)
    {
        var entity = -1;
        for (var e = 0; e < _text.Entities.Length && quote.SpeakerEntity is not null; e++)
        {
            if (_text.Entities[e].Id == quote.SpeakerEntity)
            {
                entity = e;
                break;
            }
        }

        if (quote.Speaker is { } span)
        {
            var range = _text.Tokens.Covering(span);
            if (range.Length > 0)
            {
                if (entity < 0 && _text.Mentions.HeadedAt(_text.HeadIn(range)) is >= 0 and var mention)
                {
                    return _text.Mentions.SideOf(mention);
                }

                for (var t = range.Start; t < range.End && entity < 0; t++)
                {
                    entity = _text.Mentions.Covering(t) is >= 0 and var named && _text.Entities[_text.Mentions.All[named].Entity].Type == EntityType.Person
                        ? _text.Mentions.All[named].Entity : -1;
                }

                return new Side(entity, range);
            }
        }

        return entity >= 0 && _text.Entities[entity].Mentions.Length > 0 ? new Side(entity, _text.Entities[entity].Mentions[0].Tokens) : Side.None;
    }
}
