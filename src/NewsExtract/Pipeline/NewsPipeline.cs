using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Learning;

namespace NewsExtract.Pipeline;

/// <summary>A built pipeline: immutable and safe on many threads. Made by <see cref="NewsPipelineBuilder"/>.</summary>
public sealed class NewsPipeline
{
    internal NewsPipeline(ImmutableArray<IStage> stages) => Stages = stages;

    /// <summary>The stages in the order they run.</summary>
    public ImmutableArray<IStage> Stages { get; }

    /// <summary>The pipeline that <c>newsextract run</c> uses. Make it once: reading the models takes longer than an article.</summary>
    /// <param name="modelsFolder">The folder of the models; by default the one beside the assembly.</param>
    /// <exception cref="Errors.NewsExtractException">NX03xx: a model is missing, damaged or of another version.</exception>
    public static NewsPipeline CreateDefault(string? modelsFolder = null) =>
        DefaultPipeline.Build(modelsFolder is null ? ModelStore.Default : new ModelStore(modelsFolder));

    /// <summary>Runs every stage over a text.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was set.</exception>
    public Document Annotate(string text, CancellationToken cancellation = default) => Annotate(new Article { Id = "text", Text = text }, cancellation);

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
