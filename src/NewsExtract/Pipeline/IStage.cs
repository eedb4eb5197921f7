using System.Collections.Immutable;
using NewsExtract.Documents;

namespace NewsExtract.Pipeline;

/// <summary>
/// One step of the pipeline: reads layers of the document and adds its own. A stage knows no other stage, keeps no state between
/// documents, and can be called from many threads at once. The same document gives the same result, always.
/// </summary>
public interface IStage
{
    /// <summary>A short lower-case name, for messages and timings.</summary>
    string Name { get; }

    /// <summary>The layer types that must be there. A layer that merely helps is not listed: the stage looks for it with <see cref="Document.Find{TLayer}"/>.</summary>
    ImmutableArray<Type> Requires { get; }

    /// <summary>The layer types that the stage adds.</summary>
    ImmutableArray<Type> Provides { get; }

    /// <summary>The document with this stage's layers.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was set.</exception>
    Document Annotate(Document document, CancellationToken cancellation);
}
