using NewsExtract.Documents;

namespace NewsExtract.Quotes.Cascade;

/// <summary>What the second model found for one cue.</summary>
internal sealed class QuoteExtent
{
    /// <summary>The pieces of content, in text order, with their mean probability.</summary>
    public List<TokenRange> Content { get; } = [];

    public TokenRange Source { get; set; }

    public float SourceProbability { get; set; }

    /// <summary>Mean probability of the content's tokens.</summary>
    public float ContentProbability { get; set; }

    /// <summary>The least probability that a piece begins and ends where it does.</summary>
    public float EdgeProbability { get; set; }

    /// <summary>Whether a token is in the content.</summary>
    public bool Holds(int token)
    {
        foreach (var piece in Content)
        {
            if (piece.Contains(token))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a range shares a token with the content.</summary>
    public bool Meets(TokenRange range)
    {
        foreach (var piece in Content)
        {
            if (piece.Overlaps(range))
            {
                return true;
            }
        }

        return false;
    }

    public void Clear()
    {
        Content.Clear();
        Source = default;
        (SourceProbability, ContentProbability, EdgeProbability) = (0, 0, 0);
    }
}
