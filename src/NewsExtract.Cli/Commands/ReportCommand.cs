using System.CommandLine;
using NewsExtract.Cli.Rendering;
using NewsExtract.Pipeline.Batch;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract report</c>: the web page of a finished run.</summary>
internal static class ReportCommand
{
    public static Command Build()
    {
        var run = new Argument<string>("OUT") { Description = "The output folder of a finished run." };
        UsageError.RefuseOptions(run);
        var most = new Option<int>("--articles") { Description = "How many articles are shown with their text.", HelpName = "N", DefaultValueFactory = _ => RunReport.MostArticles };
        var command = new Command("report", "Write a finished run as one web page that needs no network.") { run, most };
        command.SetAction(parsed =>
        {
            Console.Error.WriteLine($"Report: {RunReport.WritePage(parsed.GetRequiredValue(run), parsed.GetValue(most))}");
            return ExitCode.Done;
        });
        return command;
    }
}
