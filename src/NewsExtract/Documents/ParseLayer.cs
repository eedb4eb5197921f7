using System.Collections.Immutable;

namespace NewsExtract.Documents;

/// <summary>A dependency tree for each sentence: one head and one relation for each token.</summary>
/// <param name="Heads">Index in the document of the head token, or −1 at the root of a sentence; a head is in the token's own sentence.</param>
/// <param name="Relations">The relation to the head.</param>
public sealed record ParseLayer(ImmutableArray<int> Heads, ImmutableArray<Relation> Relations);
