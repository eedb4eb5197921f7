using NewsExtract.Pipeline.Batch;

namespace NewsExtract.Cli.Rendering;

/// <summary>Progress on a terminal: one line with a bar, the rate and the time that remains, drawn again several times a second.</summary>
internal sealed class BarProgress(BatchOptions options, TextWriter output) : RunProgress(options, output)
{
    private const int BarWidth = 24;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    // Counted on the side: the first article does not wait for it.
    private readonly Task<long> _total = Task.Run(new InputScanner(options).Measure);
    private TimeSpan _next = Pause;
    private int _width;

    protected override void Show(ArticleResult result)
    {
        if (Elapsed >= _next)
        {
            _next = Elapsed + Pause;
            Draw(Line());
        }
    }

    protected override void Fault(string message)
    {
        Clear();
        Output.WriteLine(message);
    }

    protected override void Clear()
    {
        if (_width > 0)
        {
            Output.Write($"\r{new string(' ', _width)}\r");
            _width = 0;
        }
    }

    private string Line()
    {
        var rate = $"{Articles:N0} articles  {Articles / Elapsed.TotalSeconds:F1}/s  {WordsPerSecond:N0} words/s{(Failed > 0 ? $"  {Failed:N0} failed" : "")}";
        if (!_total.IsCompletedSuccessfully || _total.Result <= 0)
        {
            return rate;
        }

        var done = Math.Min(1, (double)Bytes / _total.Result);
        var remaining = done > 0 ? TimeSpan.FromSeconds(Elapsed.TotalSeconds * (1 - done) / done) : TimeSpan.Zero;
        var filled = (int)(done * BarWidth);
        return $"[{new string('#', filled)}{new string('.', BarWidth - filled)}] {done,4:P0}  {rate}  {Clock(remaining)} left";
    }

    private static string Clock(TimeSpan time) =>
        time.TotalHours >= 1 ? $"{(int)time.TotalHours}:{time.Minutes:D2}:{time.Seconds:D2}" : $"{time.Minutes}:{time.Seconds:D2}";

    private static int WindowWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : 80;
        }
        catch (IOException)
        {
            return 80;
        }
    }

    private void Draw(string line)
    {
        // A line that wraps could not be drawn over.
        line = line[..Math.Min(line.Length, Math.Max(20, WindowWidth() - 1))];
        Output.Write($"\r{line.PadRight(_width)}");
        _width = line.Length;
    }
}
