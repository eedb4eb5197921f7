using System.Collections.Immutable;

namespace NewsExtract.Documents;

/// <summary>The named mentions and value expressions of a document, in text order, without overlaps.</summary>
/// <param name="Mentions">The mentions.</param>
public sealed record MentionLayer(ImmutableArray<NamedMention> Mentions);
