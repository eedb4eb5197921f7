namespace NewsExtract.Quotes.Marks;

/// <summary>What the shape of a mark says about its side.</summary>
internal enum MarkShape : byte
{
    /// <summary>Straight: either side.</summary>
    Neutral,

    /// <summary>Drawn as an opening mark.</summary>
    Left,

    /// <summary>Drawn as a closing mark.</summary>
    Right,

    /// <summary>Opens always: a low mark.</summary>
    Low,
}
