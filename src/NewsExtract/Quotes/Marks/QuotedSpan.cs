using NewsExtract.Documents;

namespace NewsExtract.Quotes.Marks;

/// <summary>A stretch of text in quotation marks.</summary>
/// <param name="Outer">With the marks.</param>
/// <param name="Inner">Without them; what a missing closing mark leaves open ends where its paragraph ends.</param>
/// <param name="Depth">0 for an outermost pair, 1 for one inside it, and so on.</param>
/// <param name="End">How it ends.</param>
internal readonly record struct QuotedSpan(TextSpan Outer, TextSpan Inner, int Depth, QuotedSpanEnd End);
