namespace NewsExtract.Documents;

/// <summary>A half-open range <c>[Start, End)</c> of token indices in a document (not in a sentence).</summary>
/// <param name="Start">Index of the first token.</param>
/// <param name="End">Index after the last token.</param>
public readonly record struct TokenRange(int Start, int End)
{
    /// <summary>The number of tokens.</summary>
    public int Length => End - Start;

    /// <summary>Whether <paramref name="token"/> is in the range.</summary>
    public bool Contains(int token) => Start <= token && token < End;

    /// <summary>Whether the two ranges share a token.</summary>
    public bool Overlaps(TokenRange other) => Math.Min(End, other.End) > Math.Max(Start, other.Start);
}
