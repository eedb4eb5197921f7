using System.Collections.Immutable;

namespace NewsExtract.Documents;

/// <summary>One attribution: what was said, believed or written, and by whom.</summary>
/// <param name="Id"><c>q1</c>, <c>q2</c>, … in text order.</param>
/// <param name="Type">Direct, mixed or indirect.</param>
/// <param name="Content">The words that are attributed, without the outer quotation marks, the speaker and the cue; never empty, in text order.</param>
/// <param name="Confidence">Calibrated probability that it is a quote of this speaker, 0 to 1.</param>
public sealed record Quote(string Id, QuoteType Type, ImmutableArray<TextSpan> Content, double Confidence)
{
    /// <summary>The words that announce the quote (<c>said in a statement</c>), if any.</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>The whole source phrase, with title and apposition; null when the article names none.</summary>
    public TextSpan? Speaker { get; init; }

    /// <summary>The <see cref="Entity.Id"/> of the speaker, when it is resolved.</summary>
    public string? SpeakerEntity { get; init; }

    /// <summary>The fullest name of the speaker, when it is resolved.</summary>
    public string? SpeakerName { get; init; }

    /// <summary>True for words said or written, false for a reported belief, plan or feeling.</summary>
    public bool IsSpeech { get; init; } = true;
}
