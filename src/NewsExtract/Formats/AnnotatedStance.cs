using System.Collections.Immutable;
using NewsExtract.Documents;

namespace NewsExtract.Formats;

/// <summary>One stance of an annotation file.</summary>
/// <param name="Id"><c>s1</c>, <c>s2</c> …</param>
/// <param name="Holder">Whose attitude it is.</param>
/// <param name="Target">What it is about.</param>
/// <param name="Polarity">For, against or neutral.</param>
public sealed record AnnotatedStance(string Id, AnnotatedSide Holder, AnnotatedSide Target, Polarity Polarity)
{
    /// <summary>Probability, 0 to 1, to four digits; null in a file that gives none.</summary>
    public double? Confidence { get; init; }

    /// <summary>The words that show it, if given.</summary>
    public AnnotatedSpan? Evidence { get; init; }

    /// <summary>The <see cref="AnnotatedQuote.Id"/> of the quote it stands in, if any.</summary>
    public string? Quote { get; init; }

    /// <summary>The rules and models that decided.</summary>
    public ImmutableArray<string> Basis { get; init; } = [];
}
