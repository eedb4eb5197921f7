using System.CommandLine;
using NewsExtract.Cli.Rendering;
using NewsExtract.Pipeline.Batch;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract merge</c>: joins the outputs of several runs.</summary>
internal static class MergeCommand
{
    public static Command Build()
    {
        var runs = new Argument<string[]>("OUT") { Description = "The output folders of finished runs with the same version, models and options.", Arity = ArgumentArity.OneOrMore };
        UsageError.RefuseOptions(runs);
        var output = new Option<string>("--output", "-o") { Description = "The folder for the joined output.", HelpName = "MERGED", Required = true };
        var inputs = new Option<string[]>("--inputs") { Description = "Check that every article of these inputs is in one of the runs.", HelpName = "INPUT", Arity = ArgumentArity.OneOrMore };
        var command = new Command("merge", "Join the outputs of several runs into one.") { runs, output, inputs };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetRequiredValue(output);
            var summary = RunMerge.Merge(parsed.GetRequiredValue(runs), folder, parsed.GetValue(inputs) ?? []);
            Console.Error.WriteLine($"{summary.Articles:N0} articles, {summary.Failed:N0} failed inputs.");
            Console.Error.WriteLine($"Results: {folder}");
            return ExitCode.Done;
        });
        return command;
    }
}
