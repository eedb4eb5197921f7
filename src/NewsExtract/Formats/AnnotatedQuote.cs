using System.Collections.Immutable;
using NewsExtract.Documents;

namespace NewsExtract.Formats;

/// <summary>One quote of an annotation file.</summary>
/// <param name="Id"><c>q1</c>, <c>q2</c> …</param>
/// <param name="Type">Direct, mixed or indirect.</param>
/// <param name="Content">The attributed words.</param>
public sealed record AnnotatedQuote(string Id, QuoteType Type, ImmutableArray<AnnotatedSpan> Content)
{
    /// <summary>The words that announce it, if any.</summary>
    public AnnotatedSpan? Cue { get; init; }

    /// <summary>The source phrase, if any.</summary>
    public AnnotatedSpan? Speaker { get; init; }

    /// <summary>The speaker's <see cref="AnnotatedEntity.Id"/>, if resolved.</summary>
    public string? SpeakerEntity { get; init; }

    /// <summary>The speaker's fullest name, if resolved.</summary>
    public string? SpeakerName { get; init; }

    /// <summary>False for a reported belief, plan or feeling.</summary>
    public bool IsSpeech { get; init; } = true;

    /// <summary>Probability, 0 to 1, to four digits; null in a file that gives none.</summary>
    public double? Confidence { get; init; }
}
