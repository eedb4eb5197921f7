using System.Collections.Immutable;

namespace NewsExtract.Documents;

/// <summary>The stances of a document, in text order of their evidence.</summary>
/// <param name="Stances">The stances.</param>
public sealed record StanceLayer(ImmutableArray<Stance> Stances);
