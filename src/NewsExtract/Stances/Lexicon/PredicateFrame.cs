namespace NewsExtract.Stances.Lexicon;

/// <summary>Where a predicate has its target.</summary>
internal enum PredicateFrame : byte
{
    /// <summary>Subject towards the direct object.</summary>
    Object,

    /// <summary>The object holds the stance; the subject is its target.</summary>
    Reverse,

    /// <summary>Towards the action in the complement clause.</summary>
    Clause,

    /// <summary>Towards the complement of a preposition.</summary>
    Preposition,

    /// <summary>Towards the object, with a particle beside the verb.</summary>
    Particle,
}
