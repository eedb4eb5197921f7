namespace NewsExtract.Formats.Reading;

/// <summary>Where the text stands in inputs with fields.</summary>
/// <param name="TextField">The JSON field; with dots, a field inside a field.</param>
/// <param name="TextColumn">The CSV column.</param>
public sealed record ReadingOptions(string TextField = "text", string TextColumn = "text");
