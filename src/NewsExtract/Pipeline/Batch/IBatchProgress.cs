namespace NewsExtract.Pipeline.Batch;

/// <summary>Hears how a run goes on. Called from one thread at a time, in the order of the articles.</summary>
internal interface IBatchProgress
{
    /// <summary>An article is done, unchanged, or failed.</summary>
    void Finished(ArticleResult result);
}
