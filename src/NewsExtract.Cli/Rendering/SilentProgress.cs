using NewsExtract.Pipeline.Batch;

namespace NewsExtract.Cli.Rendering;

/// <summary>Says nothing but errors.</summary>
internal sealed class SilentProgress(BatchOptions options, TextWriter output) : RunProgress(options, output)
{
    protected override void Fault(string message) => Console.Error.WriteLine(message);
}
