using System.Collections.Immutable;

namespace NewsExtract.Documents;

/// <summary>The quotes of a document, in text order.</summary>
/// <param name="Quotes">The quotes.</param>
public sealed record QuoteLayer(ImmutableArray<Quote> Quotes);
