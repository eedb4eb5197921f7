using System.Globalization;

namespace NewsExtract.Formats.Csv;

/// <summary>
/// Keeps spreadsheets from running a text cell as a formula (CSV injection): an apostrophe goes in front of text whose first visible character
/// starts a formula. Spreadsheets skip white space and invisible characters first, and take the full-width signs for the plain ones.
/// </summary>
public static class FormulaGuard
{
    private const string Starters = "=+-@|\uFF1D\uFF0B\uFF0D\uFF20\u2212\uFE63\uFE62\uFE66\uFE6B";

    /// <summary>The text, with an apostrophe in front where it needs one.</summary>
    public static string Guard(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsDangerous(text) ? "'" + text : text;
    }

    /// <summary>Whether a spreadsheet might run the text as a formula. A plain number such as <c>-5</c> is none.</summary>
    public static bool IsDangerous(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return false;
        }

        // A leading tab or line end alone makes some spreadsheets split the cell and look at what comes after.
        if (text[0] is '\t' or '\r' or '\n')
        {
            return true;
        }

        var at = 0;
        while (at < text.Length && IsSkipped(text[at]))
        {
            at++;
        }

        return at < text.Length && Starters.Contains(text[at], StringComparison.Ordinal) && !IsNumber(text);
    }

    private static bool IsSkipped(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark;

    private static bool IsNumber(ReadOnlySpan<char> text) =>
        text[0] is '-' or '+' && text.Length > 1 && char.IsAsciiDigit(text[1]) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
