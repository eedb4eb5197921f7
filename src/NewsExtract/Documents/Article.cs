namespace NewsExtract.Documents;

/// <summary>One news article as it was read: immutable, its text never changed afterwards.</summary>
public sealed record Article
{
    /// <summary>The name that output files and tables use: a relative path without extension, with <c>/</c>, or the input's own id.</summary>
    public required string Id { get; init; }

    /// <summary>Where it came from: the relative path of the input, with <c>/</c>; null when made from a string.</summary>
    public string? Source { get; init; }

    /// <summary>The headline, when the input gives it apart from the text.</summary>
    public string? Title { get; init; }

    /// <summary>The date of publication, when the input gives it; relative dates are resolved against it.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The publication time exactly as the input gave it.</summary>
    public string? PublishedText { get; init; }

    /// <summary>The language as an ISO 639-1 code; only English is analysed.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The text. All offsets are UTF-16 indices into it.</summary>
    public required string Text { get; init; }
}
