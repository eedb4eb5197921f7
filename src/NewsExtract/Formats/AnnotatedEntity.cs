using System.Collections.Immutable;
using NewsExtract.Documents;

namespace NewsExtract.Formats;

/// <summary>One entity of an annotation file.</summary>
/// <param name="Id"><c>e1</c>, <c>e2</c> …; other names in files that are not ours.</param>
/// <param name="Type">What it is.</param>
/// <param name="Name">Its fullest name.</param>
/// <param name="Mentions">In text order.</param>
public sealed record AnnotatedEntity(string Id, EntityType Type, string Name, ImmutableArray<AnnotatedMention> Mentions);
