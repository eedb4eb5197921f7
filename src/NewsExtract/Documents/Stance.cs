using System.Collections.Immutable;

namespace NewsExtract.Documents;

/// <summary>A holder's attitude to a target, with the words that show it.</summary>
/// <param name="Id"><c>s1</c>, <c>s2</c>, … in text order.</param>
/// <param name="Holder">Who holds it.</param>
/// <param name="Target">What it is about.</param>
/// <param name="Polarity">For, against or neutral.</param>
/// <param name="Confidence">Calibrated probability, 0 to 1.</param>
/// <param name="Evidence">The words that show it.</param>
public sealed record Stance(string Id, StanceSide Holder, StanceSide Target, Polarity Polarity, double Confidence, TextSpan Evidence)
{
    /// <summary>The <see cref="Documents.Quote.Id"/> of the quote it stands in, if any.</summary>
    public string? Quote { get; init; }

    /// <summary>The rules and the model that decided, for example <c>verb:praise</c>.</summary>
    public ImmutableArray<string> Basis { get; init; } = [];
}
