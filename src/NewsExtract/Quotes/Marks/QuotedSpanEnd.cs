namespace NewsExtract.Quotes.Marks;

/// <summary>How a stretch in quotation marks ends.</summary>
internal enum QuotedSpanEnd : byte
{
    /// <summary>With a closing mark.</summary>
    Closed,

    /// <summary>With its paragraph; the next one opens again, as long quotations do.</summary>
    Continued,

    /// <summary>With its paragraph: the closing mark is missing.</summary>
    Missing,
}
