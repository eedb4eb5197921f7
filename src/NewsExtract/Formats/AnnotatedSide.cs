namespace NewsExtract.Formats;

/// <summary>The holder or the target of a stance in an annotation file.</summary>
/// <param name="Name">Its name; <c>author</c> for the article's own voice.</param>
/// <param name="Entity">Its <see cref="AnnotatedEntity.Id"/>, if it is an entity.</param>
/// <param name="Span">Where it stands; null for the author.</param>
public sealed record AnnotatedSide(string Name, string? Entity, AnnotatedSpan? Span);
