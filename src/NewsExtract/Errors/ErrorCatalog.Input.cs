namespace NewsExtract.Errors;

/// <summary>Faults of articles and of where they come from.</summary>
internal static partial class ErrorCatalog
{
    public static ErrorInfo InputMissing(string path) => new(
        "NX0101", $"There is no file or folder {path}.", "Check the path; '-' reads JSON Lines from standard input.");

    public static ErrorInfo NotUtf8(string input, long offset, byte value) => new(
        "NX0102", $"{input} is not UTF-8: the byte 0x{value:X2} at offset {offset} does not fit.",
        "Save it as UTF-8 (for example 'iconv -f windows-1252 -t utf-8'), or as UTF-16 with a byte order mark.");

    public static ErrorInfo NotUtf16(string input, long offset) => new(
        "NX0103", $"{input} begins as UTF-16, but the bytes at offset {offset} are not a whole character.",
        "Save it again as UTF-8 or UTF-16.");

    public static ErrorInfo ArticleEmpty(string input) => new(
        "NX0104", $"{input} has no text.", "Remove it, or give the text that is missing.");

    public static ErrorInfo HasNul(string input, long offset) => new(
        "NX0105", $"{input} has a NUL character at offset {offset}: it is not plain text.",
        "If it is UTF-16, save it with a byte order mark; if it is no text file, leave it out.");

    public static ErrorInfo NoArticles(string folder) => new(
        "NX0106", $"The folder {folder} holds no articles.",
        "Articles are files that end in .txt, .md, .html, .htm, .json, .jsonl or .csv, in the folder or below it.");

    public static ErrorInfo Vanished(string input) => new(
        "NX0107", $"{input} was there when the folder was listed and is not there any more.", "Run again when nothing moves the files.");

    public static ErrorInfo Unreadable(string input, string reason) => new(
        "NX0108", $"{input} cannot be read: {reason}", "Check its permissions, and that it is a file.");

    public static ErrorInfo ColumnMissing(string input, string column, string found) => new(
        "NX0109", $"{input} has no column \"{column}\"; its columns are {found}.", "Name the column that holds the text with --text-column.");

    public static ErrorInfo JsonBroken(string input, long line, long column) => new(
        "NX0110", $"{input} is not valid JSON at line {line}, byte {column} of the line.", "Mend that line; in a .jsonl file each line is one whole JSON object.");

    public static ErrorInfo JsonWithoutText(string input, string field) => new(
        "NX0111", $"{input} has no text in the field \"{field}\".", "Name the field that holds the text with --text-field.");

    public static ErrorInfo JsonNoObject(string input, string found) => new(
        "NX0112", $"{input} is {found}, not an object with the article's fields.", "Give each article as an object such as {\"id\": \"a1\", \"text\": \"…\"}.");

    public static ErrorInfo CsvBroken(string input, string reason) => new(
        "NX0113", $"{input} is broken CSV: {reason}", "Check the quotation marks: a field with a quotation mark, comma or line end stands in quotation marks, with its own doubled.");

    public static ErrorInfo UnknownKind(string input, string extension) => new(
        "NX0114", $"{input} is of no kind that is read here (\"{extension}\").", "Give .txt, .md, .html, .htm, .json, .jsonl or .csv; rename the file if it is one of them.");

    public static ErrorInfo HtmlWithoutText(string input) => new(
        "NX0115", $"No article text was found in {input}.", "Save the page with its text (not a page that loads it later), or give the text as .txt.");

    public static ErrorInfo JsonHalfCharacter(string input) => new(
        "NX0116", $"{input} has half of a character (a lone surrogate, written as an escape).", "Write the character itself, or both escapes of its pair.");
}
