namespace NewsExtract.Evaluation;

/// <summary>One article's labels and what was predicted for it.</summary>
internal sealed record ScoredDocument(string Name, ScoredArticle Gold, ScoredArticle Predicted);
