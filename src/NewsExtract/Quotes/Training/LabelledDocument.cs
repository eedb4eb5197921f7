using NewsExtract.Documents;

namespace NewsExtract.Quotes.Training;

/// <summary>An annotated article with its right quotes.</summary>
internal sealed record LabelledDocument(Document Document, List<GoldQuote> Gold);
