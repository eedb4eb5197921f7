namespace NewsExtract.Entities.Recognition;

/// <summary>How a token is written.</summary>
internal enum Casing : byte
{
    /// <summary>No letter or digit.</summary>
    Mark,

    /// <summary>Letters, the first in lower case.</summary>
    Lower,

    /// <summary>A capital, then lower case.</summary>
    Initial,

    /// <summary>Two or more capitals and nothing else but dots and marks.</summary>
    Upper,

    /// <summary>One capital alone, or with a dot.</summary>
    Single,

    /// <summary>Capitals and small letters mixed.</summary>
    Mixed,

    /// <summary>A digit among the letters.</summary>
    Alphanumeric,

    /// <summary>Digits without letters.</summary>
    Number,
}
