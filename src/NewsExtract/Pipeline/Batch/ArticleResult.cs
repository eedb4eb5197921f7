using System.Collections.Immutable;
using NewsExtract.Errors;
using NewsExtract.Formats;

namespace NewsExtract.Pipeline.Batch;

/// <summary>What came of one item.</summary>
/// <param name="Item">The item.</param>
/// <param name="Bytes">How many bytes of the input it took.</param>
internal sealed record ArticleResult(BatchItem Item, long Bytes)
{
    /// <summary>Why there is no annotation.</summary>
    public ErrorInfo? Fault { get; init; }

    /// <summary>Whether an earlier run had it already.</summary>
    public bool IsUnchanged { get; init; }

    public LedgerEntry Entry { get; init; }

    /// <summary>The JSON, when it is still to be written to the common file.</summary>
    public ReadOnlyMemory<byte> Line { get; init; }

    /// <summary>Rows for each of <see cref="Formats.Csv.CsvTable.OfRun"/>.</summary>
    public ImmutableArray<byte[]> Rows { get; init; } = [];

    public AnnotationCounts Counts { get; init; }
}
