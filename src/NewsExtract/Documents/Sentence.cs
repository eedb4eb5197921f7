namespace NewsExtract.Documents;

/// <summary>One sentence, headline, sub-heading or list item.</summary>
/// <param name="Span">From the first character of its first token to the last of its last, quotation marks and end marks included.</param>
/// <param name="Tokens">Its tokens; never empty.</param>
/// <param name="Paragraph">Number of its paragraph, from 0; a paragraph never shares a line with another.</param>
/// <param name="IsHeading">Whether it is a headline or sub-heading rather than running text.</param>
public readonly record struct Sentence(TextSpan Span, TokenRange Tokens, int Paragraph, bool IsHeading);
