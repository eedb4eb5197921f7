namespace NewsExtract.Cli.Rendering;

/// <summary>Progress as plain lines on stderr, written at once and in order.</summary>
internal sealed class StderrProgress : IProgress<string>
{
    public void Report(string value) => Console.Error.WriteLine(value);
}
