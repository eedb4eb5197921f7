namespace NewsExtract.Documents;

/// <summary>How much of a quote is in quotation marks. The written names are lower case.</summary>
public enum QuoteType : byte
{
    /// <summary>All of it.</summary>
    Direct,

    /// <summary>Part of it.</summary>
    Mixed,

    /// <summary>None of it.</summary>
    Indirect,
}
