using System.CommandLine;
using NewsExtract.Cli.Rendering;
using NewsExtract.Formats.Exchange;
using NewsExtract.Pipeline.Batch;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract convert</c>: exchanges annotations with other tools.</summary>
internal static class ConvertCommand
{
    public static Command Build()
    {
        var names = ExchangeFormats.All.Select(static format => format.Name).ToArray();
        var list = string.Join("; ", ExchangeFormats.All.Select(static format => $"{format.Name}: {format.Description}"));
        var input = new Argument<string>("IN") { Description = "A folder of files of the one format, or one file; for json also the output folder of a run." };
        UsageError.RefuseOptions(input);
        var output = new Option<string>("--output", "-o") { Description = "The folder for the files of the other format.", HelpName = "OUT", Required = true };
        var from = new Option<string>("--from") { Description = "The format that is read.", HelpName = "FORMAT", DefaultValueFactory = _ => "json" };
        from.AcceptOnlyFromAmong(names);
        var to = new Option<string>("--to") { Description = "The format that is written.", HelpName = "FORMAT", Required = true };
        to.AcceptOnlyFromAmong(names);
        var command = new Command("convert", $"Convert annotations. {list}.") { input, output, from, to };
        command.SetAction(parsed => Execute(
            parsed.GetRequiredValue(input), parsed.GetRequiredValue(output), ExchangeFormats.Find(parsed.GetRequiredValue(from)), ExchangeFormats.Find(parsed.GetRequiredValue(to))));
        return command;
    }

    private static int Execute(string input, string output, IExchangeFormat from, IExchangeFormat to)
    {
        var count = 0;
        var articles = from.Read(input).Select(item =>
        {
            count++;
            return (OutputNames.Safe(item.Name), item.Article);
        });
        to.Write(output, articles);
        Console.Error.WriteLine($"{count:N0} articles. Results: {output}");
        return ExitCode.Done;
    }
}
