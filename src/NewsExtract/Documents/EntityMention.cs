namespace NewsExtract.Documents;

/// <summary>One mention of an entity.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Kind">Name, nominal or pronoun.</param>
/// <param name="Confidence">Probability that it is a mention of this entity, 0 to 1.</param>
public sealed record EntityMention(TextSpan Span, TokenRange Tokens, MentionKind Kind, double Confidence)
{
    /// <summary>The normalised value of a value expression, if any.</summary>
    public string? Value { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code, for places in a known country.</summary>
    public string? Country { get; init; }
}
