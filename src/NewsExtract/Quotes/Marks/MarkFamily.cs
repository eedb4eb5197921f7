namespace NewsExtract.Quotes.Marks;

/// <summary>Marks that can close each other.</summary>
internal enum MarkFamily : byte
{
    /// <summary>No quotation mark.</summary>
    None,

    /// <summary>Straight, curly and low double marks, two apostrophes, two backticks: writers mix them.</summary>
    Double,

    /// <summary>Straight, curly and low single marks and the backtick.</summary>
    Single,

    /// <summary>Double guillemets.</summary>
    Angle,

    /// <summary>Single guillemets.</summary>
    SingleAngle,
}
