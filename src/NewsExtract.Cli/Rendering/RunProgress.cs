using System.Diagnostics;
using NewsExtract.Pipeline.Batch;

namespace NewsExtract.Cli.Rendering;

/// <summary>What a run says on stderr while it goes on, and where its results are at the end.</summary>
internal abstract class RunProgress(BatchOptions options, TextWriter output) : IBatchProgress, IDisposable
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private long _articles;
    private long _words;
    private long _failed;
    private long _bytes;

    protected TextWriter Output => output;

    protected TimeSpan Elapsed => _watch.Elapsed;

    protected long Articles => _articles;

    protected long Failed => _failed;

    protected long Bytes => _bytes;

    protected double WordsPerSecond => _words / Math.Max(1e-3, _watch.Elapsed.TotalSeconds);

    /// <summary>A bar on a terminal, lines elsewhere, nothing when quiet; a plain list for a dry run.</summary>
    public static RunProgress Create(BatchOptions options, bool quiet) =>
        options.DryRun ? new DryRunList(options, Console.Out)
        : quiet ? new SilentProgress(options, TextWriter.Null)
        : Console.IsErrorRedirected ? new LineProgress(options, Console.Error)
        : new BarProgress(options, Console.Error);

    public void Finished(ArticleResult result)
    {
        _articles++;
        _bytes += result.Bytes;
        _words += result.Counts.Words;
        if (result.Fault is { } fault)
        {
            _failed++;
            Fault($"error {fault.Code}: {fault.Message}");
        }

        Show(result);
    }

    /// <summary>Says where the results are and what they hold.</summary>
    public virtual void Finish(BatchSummary summary)
    {
        Clear();
        if (summary.IsInterrupted)
        {
            output.WriteLine($"Interrupted: {Count(summary.Articles)} finished and kept. Run the same command again to continue.");
            return;
        }

        var unchanged = summary.Unchanged > 0 ? $" ({summary.Unchanged:N0} unchanged)" : "";
        output.WriteLine(
            $"{Count(summary.Articles)}{unchanged}, {summary.Counts.Words:N0} words: {summary.Counts.Entities:N0} entities, " +
            $"{summary.Counts.Quotes:N0} quotes, {summary.Counts.Stances:N0} stances in {_watch.Elapsed.TotalSeconds:F1} s.");
        if (summary.Removed > 0)
        {
            output.WriteLine($"{Count(summary.Removed)} of an earlier run no longer among the inputs: files removed.");
        }

        if (summary.Failed > 0)
        {
            output.WriteLine($"{summary.Failed:N0} inputs failed: see {Path.Combine(options.Output, "failures.csv")}.");
        }

        output.WriteLine($"Results: {options.Output}");
    }

    private static string Count(long articles) => articles == 1 ? "1 article" : $"{articles:N0} articles";

    public virtual void Dispose()
    {
    }

    /// <summary>Called after each article.</summary>
    protected virtual void Show(ArticleResult result)
    {
    }

    /// <summary>Called for each fault.</summary>
    protected virtual void Fault(string message) => output.WriteLine(message);

    /// <summary>Takes away what does not stay.</summary>
    protected virtual void Clear()
    {
    }
}
