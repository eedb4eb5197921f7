using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Pipeline;
using NewsExtract.Syntax.Sentences;

namespace NewsExtract.Syntax.Tokens;

/// <summary>
/// Finds tokens (by the conventions of Universal Dependencies English) and sentences with their paragraphs. Provides
/// <see cref="TokenLayer"/> and <see cref="SentenceLayer"/>.
/// </summary>
public sealed class TokenStage : IStage
{
    /// <inheritdoc/>
    public string Name => "tokens";

    /// <inheritdoc/>
    public ImmutableArray<Type> Requires => [];

    /// <inheritdoc/>
    public ImmutableArray<Type> Provides { get; } = [typeof(TokenLayer), typeof(SentenceLayer)];

    /// <inheritdoc/>
    public Document Annotate(Document document, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(document);
        var buffer = TokenBuffer.Rent();
        TokenScanner.Scan(document.Text, buffer);
        var sentences = SentenceSplitter.Split(document.Text, buffer);
        var tokens = buffer.ToSpans();
        TokenBuffer.Return(buffer);
        return document.With(new TokenLayer(tokens)).With(new SentenceLayer(sentences));
    }
}
