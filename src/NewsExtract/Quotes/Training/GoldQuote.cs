using NewsExtract.Documents;

namespace NewsExtract.Quotes.Training;

/// <summary>An attribution in tokens: edges without marks and punctuation, a leading <c>that</c> left out of the content.</summary>
internal sealed record GoldQuote(TokenRange Cue, TokenRange Source, List<TokenRange> Content, bool IsSpeech);
