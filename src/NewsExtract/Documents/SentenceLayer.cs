using System.Collections.Immutable;

namespace NewsExtract.Documents;

/// <summary>The sentences of a document; every token is in exactly one.</summary>
/// <param name="Sentences">In text order.</param>
public sealed record SentenceLayer(ImmutableArray<Sentence> Sentences)
{
    /// <summary>The number of sentences.</summary>
    public int Count => Sentences.Length;

    /// <summary>The sentence at <paramref name="index"/>.</summary>
    public Sentence this[int index] => Sentences[index];

    /// <summary>Index of the sentence that holds the token.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No sentence holds it.</exception>
    public int IndexOfToken(int token)
    {
        int low = 0, high = Sentences.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var range = Sentences[middle].Tokens;
            if (token < range.Start)
            {
                high = middle - 1;
            }
            else if (token >= range.End)
            {
                low = middle + 1;
            }
            else
            {
                return middle;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(token));
    }
}
