using NewsExtract.Documents;
using NewsExtract.Errors;

namespace NewsExtract.Pipeline.Batch;

/// <summary>One article that a run is to annotate: a file still to be read, an article from a file of several, or a fault.</summary>
/// <param name="Input">What to call it in messages and in <c>failures.csv</c>.</param>
/// <param name="Name">The path of its outputs below <c>articles/</c>, without extension; unique in the run. Empty with a fault.</param>
internal sealed record BatchItem(string Input, string Name)
{
    /// <summary>The file to read, when the article is not read yet.</summary>
    public string? Path { get; init; }

    /// <summary>The article, when it is read already.</summary>
    public Article? Article { get; init; }

    /// <summary>Why there is no article.</summary>
    public ErrorInfo? Fault { get; init; }

    /// <summary>How many bytes of the input it takes, when that is known before it is read.</summary>
    public long Bytes { get; init; }
}
