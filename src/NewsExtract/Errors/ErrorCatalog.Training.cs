namespace NewsExtract.Errors;

/// <summary>Faults of training data.</summary>
internal static partial class ErrorCatalog
{
    public static ErrorInfo TrainingFileMissing(string path) => new(
        "NX0401", $"The training file {path} is missing.", "Give the folder of the training data with --data; 'newsextract train --help' says what is read.");

    public static ErrorInfo TrainingLineMalformed(string path, int line, string reason) => new(
        "NX0402", $"{path}, line {line}, cannot be read: {reason}", "Fetch the file again.");
}
