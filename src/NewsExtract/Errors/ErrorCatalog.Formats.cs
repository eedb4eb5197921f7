namespace NewsExtract.Errors;

/// <summary>Faults of exchange formats.</summary>
internal static partial class ErrorCatalog
{
    public static ErrorInfo NothingToConvert(string path, string extension) => new(
        "NX0601", $"{path} holds no {extension} files.", "Check the path and the format that --from names.");

    public static ErrorInfo BratLine(string place, string line) => new(
        "NX0602", $"{place} cannot be used: {line}", "Mend that line; offsets count code points of the .txt file beside it.");

    public static ErrorInfo ExchangeMalformed(string file, string place, string format, string problem) => new(
        "NX0603", $"{file} is not a {format} file: {place} {problem}.", "Export it again, or check what --from names; docs/formats.md describes the formats.");

    public static ErrorInfo ExchangeSpan(string place, int start, int end, int length) => new(
        "NX0604", $"{place}: the span {start}..{end} lies outside the text of {length} characters.", "Offsets count Unicode code points; export the file again.");

    public static ErrorInfo QuoteNotFound(string place, string words) => new(
        "NX0605", $"{place}: \"{words}\" does not stand where the selectors say, nor anywhere else just once.", "Put back the .txt file that the annotations were made for.");
}
