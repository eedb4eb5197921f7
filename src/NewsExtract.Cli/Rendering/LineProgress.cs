using NewsExtract.Pipeline.Batch;

namespace NewsExtract.Cli.Rendering;

/// <summary>Progress where stderr is a file or a pipe: a plain line every few seconds.</summary>
internal sealed class LineProgress(BatchOptions options, TextWriter output) : RunProgress(options, output)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private TimeSpan _next = Pause;

    protected override void Show(ArticleResult result)
    {
        if (Elapsed >= _next)
        {
            _next = Elapsed + Pause;
            Output.WriteLine($"{Articles:N0} articles, {Articles / Elapsed.TotalSeconds:F1} a second, {WordsPerSecond:N0} words a second, {Failed:N0} failed");
        }
    }
}
