namespace NewsExtract.Errors;

/// <summary>Faults of exchange formats.</summary>
internal static partial class ErrorCatalog
{
    public static ErrorInfo NothingToConvert(string path, string extension) => new(
        "NX0601", $"{path} holds no {extension} files.", "Check the path and the format that --from names.");

    public static ErrorInfo BratLine(string place, string line) => new(
        "NX0602", $"{place} cannot be used: {line}", "Mend that line; offsets count code points of the .txt file beside it.");
}
