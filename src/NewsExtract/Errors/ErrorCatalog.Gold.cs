namespace NewsExtract.Errors;

/// <summary>Faults of annotation files that are read back: gold files, outputs, scores.</summary>
internal static partial class ErrorCatalog
{
    public static ErrorInfo AnnotationNotJson(string input, long line, long column) => new(
        "NX0501", $"{input} is not valid JSON at line {line}, byte {column} of the line.", "Restore it, or run again with --force.");

    public static ErrorInfo AnnotationMalformed(string input, string problem) => new(
        "NX0502", $"{input} is not an annotation file: {problem}.", "See docs/annotation.schema.json ('newsextract schema' prints it).");
}
