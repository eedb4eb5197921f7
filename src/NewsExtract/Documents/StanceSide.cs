namespace NewsExtract.Documents;

/// <summary>A holder or a target of a stance.</summary>
/// <param name="Name">The fullest name, or the words of a topic phrase; <c>author</c> for the article's own voice.</param>
/// <param name="Entity">The <see cref="Documents.Entity.Id"/>, when the side is an entity.</param>
/// <param name="Span">Where it stands; null for the author.</param>
public sealed record StanceSide(string Name, string? Entity, TextSpan? Span)
{
    /// <summary>The holder of the article's own voice.</summary>
    public static StanceSide Author { get; } = new("author", null, null);
}
