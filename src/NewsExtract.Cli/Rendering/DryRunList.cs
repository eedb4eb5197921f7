using NewsExtract.Pipeline.Batch;

namespace NewsExtract.Cli.Rendering;

/// <summary>What a run would do, one input a line on stdout.</summary>
internal sealed class DryRunList(BatchOptions options, TextWriter output) : RunProgress(options, output)
{
    public override void Finish(BatchSummary summary) =>
        Console.Error.WriteLine($"Dry run: {summary.Annotated:N0} to annotate, {summary.Unchanged:N0} unchanged, {summary.Failed:N0} cannot be read. Nothing was written.");

    protected override void Show(ArticleResult result) =>
        Output.WriteLine($"{(result.Fault is { } fault ? fault.Code : result.IsUnchanged ? "unchanged" : "annotate")}\t{result.Item.Input}");

    protected override void Fault(string message)
    {
    }
}
