using System.Collections.Immutable;

namespace NewsExtract.Documents;

/// <summary>One real thing in the article, with all its mentions.</summary>
/// <param name="Id"><c>e1</c>, <c>e2</c>, … in the order of first mention.</param>
/// <param name="Type">What kind of thing it is.</param>
/// <param name="Name">The fullest name that the article uses for it; for an entity without a name, its fullest description.</param>
/// <param name="Mentions">In text order; never empty.</param>
public sealed record Entity(string Id, EntityType Type, string Name, ImmutableArray<EntityMention> Mentions)
{
    /// <summary>The gender that names, titles and pronouns show.</summary>
    public Gender Gender { get; init; }

    /// <summary>Whether it is several people or things.</summary>
    public bool IsPlural { get; init; }
}
