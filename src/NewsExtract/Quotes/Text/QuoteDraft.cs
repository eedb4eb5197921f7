using NewsExtract.Documents;

namespace NewsExtract.Quotes.Text;

/// <summary>A quote in tokens, while it is being put together.</summary>
internal sealed class QuoteDraft
{
    /// <summary>The content, in text order, marks included or not.</summary>
    public List<TokenRange> Content { get; } = [];

    /// <summary>The cue; empty when there is none.</summary>
    public TokenRange Cue { get; set; }

    /// <summary>The source phrase; empty when there is none.</summary>
    public TokenRange Source { get; set; }

    /// <summary>Whose name to show, where that is not in <see cref="Source"/>: the source of the quote that this one continues, or the person who answers.</summary>
    public TokenRange ImpliedSource { get; set; }

    public bool IsSpeech { get; set; } = true;

    public double Confidence { get; set; }

    /// <summary>The first token of cue, content and source that is there.</summary>
    public int First => Math.Min(Content[0].Start, Cue.Length > 0 ? Cue.Start : int.MaxValue);

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
}
