namespace NewsExtract.Documents;

/// <summary>One name or value expression that the recogniser found.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Tokens">Its tokens; their outer edges are the edges of <paramref name="Span"/>.</param>
/// <param name="Type">What it names.</param>
/// <param name="Confidence">Calibrated probability that span and type are right, 0 to 1.</param>
public sealed record NamedMention(TextSpan Span, TokenRange Tokens, EntityType Type, double Confidence)
{
    /// <summary>The normalised value of a date, time, amount or percentage (ISO 8601, TIMEX-like, ISO 4217), if any.</summary>
    public string? Value { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code of a country, or of the country a known place is in.</summary>
    public string? Country { get; init; }
}
