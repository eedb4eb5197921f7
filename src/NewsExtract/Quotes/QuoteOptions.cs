namespace NewsExtract.Quotes;

/// <summary>Options of the quote stage.</summary>
public sealed record QuoteOptions
{
    /// <summary>Whether to leave the trained model aside and go by the rules alone, as when there is no model. Default: false.</summary>
    public bool RulesOnly { get; init; }
}
