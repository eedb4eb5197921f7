using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Pipeline;

namespace NewsExtract.Entities.Values;

/// <summary>
/// Adds value expressions to the mentions: dates and times with ISO 8601 values, money, percentages, measures. Merges with the names of
/// a <see cref="MentionLayer"/> that is there already.
/// </summary>
public sealed class ValueStage : IStage
{
    /// <inheritdoc/>
    public string Name => "values";

    /// <inheritdoc/>
    public ImmutableArray<Type> Requires { get; } = [typeof(TokenLayer), typeof(SentenceLayer)];

    /// <inheritdoc/>
    public ImmutableArray<Type> Provides { get; } = [typeof(MentionLayer)];

    /// <inheritdoc/>
    public Document Annotate(Document document, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(document);
        var names = document.Find<MentionLayer>()?.Mentions ?? [];
        return document.With(new MentionLayer(MentionMerger.Merge(names, ValueRecognizer.Recognize(document))));
    }
}
