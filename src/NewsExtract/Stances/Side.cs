using NewsExtract.Documents;

namespace NewsExtract.Stances;

/// <summary>A holder or target that was found: an entity, a phrase, or the author.</summary>
/// <param name="Entity">Index in the <see cref="EntityLayer"/>, or −1.</param>
/// <param name="Tokens">Where it stands; empty for the author.</param>
internal readonly record struct Side(int Entity, TokenRange Tokens)
{
    public static Side None => new(-2, default);

    public static Side Author => new(-1, default);

    public bool IsNone => Entity == -2;

    public bool IsAuthor => Entity == -1 && Tokens.Length == 0;

    public bool IsPhrase => Entity == -1 && Tokens.Length > 0;

    /// <summary>Whether the two are the same entity, or their words overlap.</summary>
    public bool Meets(Side other) => (Entity >= 0 && Entity == other.Entity) || (Tokens.Length > 0 && Tokens.Overlaps(other.Tokens));
}
