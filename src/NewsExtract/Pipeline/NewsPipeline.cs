using System.Collections.Immutable;
using NewsExtract.Documents;

namespace NewsExtract.Pipeline;

/// <summary>A built pipeline: immutable and safe on many threads. Made by <see cref="NewsPipelineBuilder"/>.</summary>
public sealed class NewsPipeline
{
    internal NewsPipeline(ImmutableArray<IStage> stages) => Stages = stages;

    /// <summary>The stages in the order they run.</summary>
    public ImmutableArray<IStage> Stages { get; }

    /// <summary>Runs every stage over one article.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was set.</exception>
    public Document Annotate(Article article, CancellationToken cancellation = default) =>
        Annotate(new Document(article), cancellation);

    /// <summary>Runs every stage over a document, which may have layers already.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was set.</exception>
    public Document Annotate(Document document, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        foreach (var stage in Stages)
        {
            cancellation.ThrowIfCancellationRequested();
            document = stage.Annotate(document, cancellation);
        }

        return document;
    }
}
