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

    /// <summary>
    /// Runs every stage over several articles. Each stage goes through a block of them before the next begins, so that what it looks up stays in the caches of the processor: with short articles that saves
    /// an eighth of the time. The documents are the same as those of <see cref="Annotate(Article, CancellationToken)"/>.
    /// </summary>
    /// <param name="articles">The articles; read as the documents are asked for, a block ahead.</param>
    /// <param name="cancellation">Stops at the next stage.</param>
    /// <returns>A document for each article, in their order.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was set.</exception>
    public IEnumerable<Document> AnnotateAll(IEnumerable<Article> articles, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        return articles.Chunk(BlockSize).SelectMany(block =>
        {
            var documents = Array.ConvertAll(block, static article => new Document(article));
            var faults = new Exception?[block.Length];
            AnnotateBlock(documents, faults, cancellation);
            return Array.Find(faults, static fault => fault is not null) is { } first ? throw first : documents;
        });
    }

    /// <summary>How many articles a block has: more gain nothing, and are more to lose when a run is broken off.</summary>
    internal const int BlockSize = 8;

    /// <summary>Runs every stage over the documents of a block, in place. A document at which a stage fails keeps the layers it has; the others go on.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="faults">Receives what a stage threw, at the place of its document; documents with a fault are left alone.</param>
    /// <param name="cancellation">Stops at the next stage.</param>
    internal void AnnotateBlock(Span<Document> documents, Span<Exception?> faults, CancellationToken cancellation)
    {
        foreach (var stage in Stages)
        {
            for (var i = 0; i < documents.Length; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                try
                {
                    documents[i] = faults[i] is null ? stage.Annotate(documents[i], cancellation) : documents[i];
                }
                catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
                {
                    faults[i] = e;
                }
            }
        }
    }
}
