using NewsExtract.Documents;

namespace NewsExtract.Formats;

/// <summary>One mention of an entity in an annotation file.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Kind">Name, nominal or pronoun.</param>
public sealed record AnnotatedMention(AnnotatedSpan Span, MentionKind Kind)
{
    /// <summary>Probability, 0 to 1, to four digits; null in a file that gives none.</summary>
    public double? Confidence { get; init; }

    /// <summary>The normalised value of a value expression, if any.</summary>
    public string? Value { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code, if any.</summary>
    public string? Country { get; init; }
}
