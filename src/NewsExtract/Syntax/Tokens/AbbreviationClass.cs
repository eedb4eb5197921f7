namespace NewsExtract.Syntax.Tokens;

/// <summary>What usually follows an abbreviation, which decides whether its stop can end a sentence.</summary>
internal enum AbbreviationClass : byte
{
    /// <summary>Not an abbreviation.</summary>
    None,

    /// <summary>A name follows: never the end of a sentence.</summary>
    Title,

    /// <summary>A number follows.</summary>
    Number,

    /// <summary>A month or weekday.</summary>
    Month,

    /// <summary>Follows a company's or office's name.</summary>
    Company,

    /// <summary>A state or province.</summary>
    Place,

    /// <summary>Another one.</summary>
    General,

    /// <summary>One letter.</summary>
    Initial,

    /// <summary>Letters with a stop after each.</summary>
    Acronym,
}
