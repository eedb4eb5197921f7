namespace NewsExtract.Formats.Csv;

/// <summary>How CSV files are written.</summary>
/// <param name="ByteOrderMark">Whether the file starts with the mark by which Excel knows UTF-8.</param>
/// <param name="GuardFormulas">Whether text that a spreadsheet would run as a formula gets an apostrophe in front.</param>
public sealed record CsvSettings(bool ByteOrderMark = true, bool GuardFormulas = true);
