namespace NewsExtract.Documents;

/// <summary>The grammatical gender that the article's own words show for an entity.</summary>
public enum Gender : byte
{
    /// <summary>Nothing shows it.</summary>
    Unknown,

    /// <summary>Referred to as <c>he</c>.</summary>
    Masculine,

    /// <summary>Referred to as <c>she</c>.</summary>
    Feminine,

    /// <summary>Referred to as <c>it</c>: not a person.</summary>
    Neuter,
}
