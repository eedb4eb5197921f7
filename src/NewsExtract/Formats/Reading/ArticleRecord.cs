using NewsExtract.Errors;

namespace NewsExtract.Formats.Reading;

/// <summary>One record of an input that holds several (a line, a row, an element), or why it cannot be read.</summary>
/// <param name="Place">What to call it in messages: the file and the line or number.</param>
/// <param name="Number">Its line or its number, from 1.</param>
/// <param name="Bytes">How much of the input it takes.</param>
internal sealed record ArticleRecord(string Place, long Number, long Bytes)
{
    public string? Id { get; init; }

    public string? Title { get; init; }

    public string? Published { get; init; }

    public string? Text { get; init; }

    /// <summary>Why it cannot be read; then there is no text.</summary>
    public ErrorInfo? Fault { get; init; }
}
