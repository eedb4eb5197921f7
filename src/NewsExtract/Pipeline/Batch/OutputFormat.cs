namespace NewsExtract.Pipeline.Batch;

/// <summary>How a run writes its articles.</summary>
internal enum OutputFormat : byte
{
    /// <summary>A JSON and a CSV file for each article.</summary>
    Json,

    /// <summary>One file of JSON Lines for all.</summary>
    JsonLines,
}
