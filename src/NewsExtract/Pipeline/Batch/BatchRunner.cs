using NewsExtract.Errors;
using NewsExtract.Formats;

namespace NewsExtract.Pipeline.Batch;

/// <summary>Annotates a whole set of inputs into an output folder.</summary>
/// <param name="options">What is given.</param>
/// <param name="pipeline">The pipeline; made when the first article needs it.</param>
/// <param name="progress">Hears of each article.</param>
internal sealed class BatchRunner(BatchOptions options, Lazy<NewsPipeline> pipeline, IBatchProgress progress)
{
    /// <summary>Blocks of articles under way or waiting for an earlier one, for each worker.</summary>
    private const int WindowPerJob = 4;

    private long _annotated;
    private long _unchanged;
    private long _failed;
    private AnnotationCounts _counts;

    /// <summary>Runs to the end, or until <paramref name="stop"/> is set; then the articles under way are finished and the run can be continued.</summary>
    /// <exception cref="NewsExtractException">NX02xx: the output folder cannot be used or written; NX03xx: the models cannot be read.</exception>
    public BatchSummary Run(CancellationToken stop)
    {
        using var folder = new RunFolder(options.Output);
        if (options.DryRun)
        {
            using var earlier = RunLedger.Read(folder, Version, options.Format, options.Force);
            Work(new ArticleWorker(options, folder, earlier, pipeline), Count, stop);
            return Summary(0, stop);
        }

        folder.Open();
        using var ledger = RunLedger.Read(folder, Version, options.Format, options.Force);
        ledger.Start();
        using var output = Opened(() => new RunOutput(folder, options.Csv, options.Format));
        Work(new ArticleWorker(options, folder, ledger, pipeline), Collect, stop);
        if (stop.IsCancellationRequested)
        {
            return Summary(0, stop);
        }

        output.Complete();
        var removed = ledger.Complete();
        var summary = Summary(removed, stop);
        AtomicFile.Write(folder.Manifest, RunManifest.Write(options, summary));
        return summary;

        void Collect(ArticleResult result)
        {
            if (result.Fault is { } fault)
            {
                output.AddFailure(result.Item.Input, fault);
            }
            else
            {
                ledger.Append(output.Add(result));
            }

            Count(result);
        }
    }

    private string Version => options.Annotation.Tool?.Version ?? "";

    private void Work(ArticleWorker worker, Action<ArticleResult> collect, CancellationToken stop)
    {
        var workers = new OrderedWorkers<BatchItem[], ArticleResult[]>(options.Jobs, options.Jobs * WindowPerJob, worker.Process, results => Array.ForEach(results, collect));
        workers.Run(Blocks(new InputScanner(options).Scan()), stop);
    }

    /// <summary>
    /// Puts articles together in blocks. The first are small, so that a short run still keeps all workers busy; and whoever writes to standard input waits for what he has written.
    /// </summary>
    private IEnumerable<BatchItem[]> Blocks(IEnumerable<BatchItem> items)
    {
        var largest = options.Inputs.Contains("-") ? 1 : NewsPipeline.BlockSize;
        var block = new List<BatchItem>(largest);
        var blocks = 0;
        foreach (var item in items)
        {
            block.Add(item);
            if (block.Count >= Math.Min(largest, 1 + (blocks / (2 * options.Jobs))))
            {
                yield return [.. block];
                block.Clear();
                blocks++;
            }
        }

        if (block.Count > 0)
        {
            yield return [.. block];
        }
    }

    private void Count(ArticleResult result)
    {
        _failed += result.Fault is not null ? 1 : 0;
        _unchanged += result.IsUnchanged ? 1 : 0;
        _annotated += result.Fault is null && !result.IsUnchanged ? 1 : 0;
        _counts = _counts.Add(result.Counts);
        progress.Finished(result);
    }

    private BatchSummary Summary(int removed, CancellationToken stop) =>
        new(_annotated, _unchanged, _failed, removed, stop.IsCancellationRequested, _counts);

    private static T Opened<T>(Func<T> open)
        where T : class
    {
        T? opened = null;
        RunFolder.Guarded(".newsextract", () => opened = open());
        return opened!;
    }
}
