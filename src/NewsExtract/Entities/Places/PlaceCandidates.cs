namespace NewsExtract.Entities.Places;

/// <summary>The countries that a place's name may stand for, as the table has them: <c>FR</c>, <c>+FR US</c> (the first is usual), <c>AR ES</c> (none is).</summary>
internal readonly record struct PlaceCandidates(string? Codes)
{
    /// <summary>Whether the name is known.</summary>
    public bool IsKnown => !string.IsNullOrEmpty(Codes);

    /// <summary>Whether it can be in one country only.</summary>
    public bool IsSure => Codes?.Length == 2;

    /// <summary>The usual country, or null.</summary>
    public string? Usual => IsSure ? Codes : Codes is ['+', ..] ? Codes.Substring(1, 2) : null;

    /// <summary>Whether the usual country gives way to another that the article speaks of.</summary>
    public bool IsOpen => Codes is ['*', ..] || (IsKnown && Usual is null);

    /// <summary>The country when the article says nothing, or null.</summary>
    public string? Fallback => Codes is ['*', ..] ? Codes.Substring(1, 2) : Usual;

    /// <summary>Whether the country is one of them.</summary>
    public bool Holds(string country) => Codes?.Contains(country, StringComparison.Ordinal) == true;
}
