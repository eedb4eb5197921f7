using NewsExtract.Documents;
using NewsExtract.Pipeline;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Tests.Quotes;

/// <summary>A text as the rules on quotes see it, with all layers of the shipped models.</summary>
internal sealed class ParsedSheet
{
    private static readonly Lazy<NewsPipeline> Full = new(static () => NewsPipeline.CreateDefault());

    private readonly string _text;

    public ParsedSheet(string text)
    {
        _text = text;
        Sheet.Fill(Full.Value.Annotate(text));
    }

    public QuoteSheet Sheet { get; } = new();

    /// <summary>The tokens of the first place where a part stands.</summary>
    public TokenRange Range(string part)
    {
        var start = _text.IndexOf(part, StringComparison.Ordinal);
        return Sheet.Tokens.Covering(new TextSpan(start, start + part.Length));
    }

    /// <summary>The text of tokens; empty for none.</summary>
    public string Text(TokenRange range) => range.Length == 0 ? "" : _text[Sheet.Tokens[range.Start].Start..Sheet.Tokens[range.End - 1].End];
}
