namespace NewsExtract.Quotes.Text;

/// <summary>What a token is as punctuation.</summary>
internal enum PunctuationKind : byte
{
#pragma warning disable CS1591
    Word,
    Comma,
    Stop,
    Question,
    Colon,
    Semicolon,
    Dash,
    Opening,
    Closing,
    OpeningMark,
    ClosingMark,
    Other,
#pragma warning restore CS1591
}
