using System.Collections.Immutable;

namespace NewsExtract.Documents;

/// <summary>The entities of a document. Every mention belongs to one entity; values are entities of their own.</summary>
/// <param name="Entities">In the order of first mention.</param>
public sealed record EntityLayer(ImmutableArray<Entity> Entities);
