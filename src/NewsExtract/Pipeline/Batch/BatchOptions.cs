using System.Collections.Immutable;
using NewsExtract.Formats;
using NewsExtract.Formats.Csv;
using NewsExtract.Formats.Reading;

namespace NewsExtract.Pipeline.Batch;

/// <summary>What a run is given.</summary>
internal sealed record BatchOptions
{
    /// <summary>Folders, files, or <c>-</c>.</summary>
    public required ImmutableArray<string> Inputs { get; init; }

    public required string Output { get; init; }

    public required AnnotationOptions Annotation { get; init; }

    public ReadingOptions Reading { get; init; } = new();

    public CsvSettings Csv { get; init; } = new();

    public OutputFormat Format { get; init; }

    /// <summary>Articles annotated at once.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Annotate again what is there already, and take an output folder of another version.</summary>
    public bool Force { get; init; }

    /// <summary>Write nothing; only tell what would be done.</summary>
    public bool DryRun { get; init; }

    /// <summary>What <c>-</c> reads.</summary>
    public Func<Stream> StandardInput { get; init; } = Console.OpenStandardInput;
}
