namespace NewsExtract.Errors;

/// <summary>Faults of annotation files that are read back: gold files, outputs, scores.</summary>
internal static partial class ErrorCatalog
{
    public static ErrorInfo AnnotationNotJson(string input, long line, long column) => new(
        "NX0501", $"{input} is not valid JSON at line {line}, byte {column} of the line.", "Restore it, or run again with --force.");

    public static ErrorInfo AnnotationMalformed(string input, string problem) => new(
        "NX0502", $"{input} is not an annotation file: {problem}.", "See docs/annotation.schema.json ('newsextract schema' prints it).");

    public static ErrorInfo NothingToScore(string path) => new(
        "NX0503", $"{path} holds no annotation files.", "Give a folder of annotation files, the output folder of a run, or a .jsonl file.");

    public static ErrorInfo GoldOffsets(string input) => new(
        "NX0504", $"The offsets of {input} do not fit its text.", "Run 'newsextract validate' on it: it names each span.");

    public static ErrorInfo UnknownScorer(string scorer, string known) => new(
        "NX0505", $"The set asks for the scorer \"{scorer}\", which is not there.", $"Name one of these in set.json: {known}.");

    public static ErrorInfo GateUnreadable(string gate) => new(
        "NX0506", $"\"{gate}\" is no gate.", "Write it as FIGURE=VALUE, for example quotes.f1=0.8.");

    public static ErrorInfo GateUnknown(string figure, string known) => new(
        "NX0507", $"There is no figure \"{figure}\" to gate.", $"The figures are: {known}.");
}
