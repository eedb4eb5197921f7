namespace NewsExtract.Entities.Coreference;

/// <summary>An entity that a mention may refer to, and the mention by which it was found: its latest, or one ahead in the same sentence.</summary>
/// <param name="Entity">Index in the <see cref="EntityTable"/>.</param>
/// <param name="Mention">Index of the mention.</param>
internal readonly record struct Candidate(int Entity, int Mention);
