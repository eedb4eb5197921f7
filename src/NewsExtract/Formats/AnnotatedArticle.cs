using System.Collections.Immutable;

namespace NewsExtract.Formats;

/// <summary>
/// An annotation file as <c>docs/annotation.schema.json</c> describes it: what is written of a document and read back. A layer that the file
/// lacks is a default <see cref="ImmutableArray{T}"/>, which is not the same as an empty one.
/// </summary>
public sealed record AnnotatedArticle
{
    /// <summary>The name of this version of the format.</summary>
    public const string SchemaName = "newsextract/1";

    /// <summary>What made the file; null in a file made by hand.</summary>
    public ToolStamp? Tool { get; init; }

    /// <summary>The article's id.</summary>
    public required string Id { get; init; }

    /// <summary>The input it came from.</summary>
    public string? Source { get; init; }

    /// <summary>The headline, when given apart from the text.</summary>
    public string? Title { get; init; }

    /// <summary>The time of publication as the input gave it.</summary>
    public string? Published { get; init; }

    /// <summary>ISO 639-1 code.</summary>
    public string Language { get; init; } = "en";

    /// <summary>SHA-256 of the text in UTF-8 (<c>sha256:…</c>); null in a file made by hand.</summary>
    public string? ContentHash { get; init; }

    /// <summary>What the offsets count.</summary>
    public OffsetUnit OffsetUnit { get; init; }

    /// <summary>The text exactly as it was read.</summary>
    public required string Text { get; init; }

    /// <summary>The sentences.</summary>
    public ImmutableArray<AnnotatedSpan> Sentences { get; init; }

    /// <summary>The entities.</summary>
    public ImmutableArray<AnnotatedEntity> Entities { get; init; }

    /// <summary>The quotes.</summary>
    public ImmutableArray<AnnotatedQuote> Quotes { get; init; }

    /// <summary>The stances.</summary>
    public ImmutableArray<AnnotatedStance> Stances { get; init; }
}
