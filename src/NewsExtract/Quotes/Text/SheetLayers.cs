namespace NewsExtract.Quotes.Text;

/// <summary>The layers that help to find quotes without being needed.</summary>
[Flags]
internal enum SheetLayers : byte
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>Parts of speech.</summary>
    Tags = 1,

    /// <summary>Dependency trees.</summary>
    Parse = 2,

    /// <summary>Names.</summary>
    Mentions = 4,

    /// <summary>All of them.</summary>
    All = Tags | Parse | Mentions,
}
