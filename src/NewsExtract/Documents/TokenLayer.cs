using System.Collections.Immutable;

namespace NewsExtract.Documents;

/// <summary>The tokens of a document in text order, by the word conventions of Universal Dependencies English.</summary>
/// <param name="Tokens">The span of each token; spans ascend, are not empty and do not overlap.</param>
public sealed record TokenLayer(ImmutableArray<TextSpan> Tokens)
{
    /// <summary>The number of tokens.</summary>
    public int Count => Tokens.Length;

    /// <summary>The span of the token at <paramref name="index"/>.</summary>
    public TextSpan this[int index] => Tokens[index];

    /// <summary>The text span from the first to the last token of a range that is not empty.</summary>
    public TextSpan SpanOf(TokenRange range) => new(Tokens[range.Start].Start, Tokens[range.End - 1].End);

    /// <summary>Index of the first token that ends after the code unit at <paramref name="offset"/>; <see cref="Count"/> when there is none.</summary>
    public int FirstEndingAfter(int offset)
    {
        int low = 0, high = Tokens.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Tokens[middle].End > offset)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    /// <summary>The tokens that share a code unit with <paramref name="span"/> (empty when none does).</summary>
    public TokenRange Covering(TextSpan span)
    {
        var first = FirstEndingAfter(span.Start);
        var end = first;
        while (end < Tokens.Length && Tokens[end].Start < span.End)
        {
            end++;
        }

        return new TokenRange(first, end);
    }
}
