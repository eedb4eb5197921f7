using System.CommandLine;
using System.Globalization;
using NewsExtract.Cli.Rendering;
using NewsExtract.Errors;
using NewsExtract.Evaluation;
using NewsExtract.Pipeline.Batch;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract evaluate</c>: scores a run against labels.</summary>
internal static class EvaluateCommand
{
    public static Command Build()
    {
        var gold = new Option<string>("--gold") { Description = "The labels: a folder of annotation files, or a .jsonl file.", HelpName = "GOLD", Required = true };
        var predicted = new Option<string>("--predicted") { Description = "The output folder of a run, a folder of annotation files, or a .jsonl file.", HelpName = "PRED", Required = true };
        var json = new Option<string?>("--json") { Description = "Write every figure to this file.", HelpName = "FILE" };
        var gates = new Option<string[]>("--fail-under") { Description = "Exit with 3 when a figure is lower, for example quotes.f1=0.8; may be given several times.", HelpName = "FIGURE=VALUE", Arity = ArgumentArity.OneOrMore };
        var command = new Command("evaluate", "Score annotations against labels, layer by layer.") { gold, predicted, json, gates };
        command.SetAction(parsed => Execute(parsed.GetRequiredValue(gold), parsed.GetRequiredValue(predicted), parsed.GetValue(json), parsed.GetValue(gates) ?? []));
        return command;
    }

    private static int Execute(string gold, string predicted, string? json, string[] gates)
    {
        var parsed = gates.Select(Parse).ToList();
        var result = Evaluator.Score(gold, predicted);
        FigureTable.Write(Console.Out, result);
        if (json is not null)
        {
            AtomicFile.Write(json, FigureJson.Write(result));
        }

        var missed = false;
        foreach (var (figure, least) in parsed)
        {
            var found = result.Find(figure) ?? throw new NewsExtractException(ErrorCatalog.GateUnknown(figure, Known(result)));
            if (found < least)
            {
                missed = true;
                Console.Error.WriteLine($"Gate missed: {figure} is {found:F2}, less than {least:F2}.");
            }
        }

        return missed ? ExitCode.GateMissed : ExitCode.Done;
    }

    /// <summary>A gate in percent; a value up to 1 is a share.</summary>
    private static (string Figure, double Least) Parse(string gate) =>
        gate.Split('=') is [var figure, var value] && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var least) && least is >= 0 and <= 100
            ? (figure, least <= 1 ? 100 * least : least)
            : throw new NewsExtractException(ErrorCatalog.GateUnreadable(gate));

    private static string Known(EvaluationResult result) =>
        string.Join(", ", result.Layers.SelectMany(static l => l.Figures.Flatten().Select(f => $"{l.Layer}.{f.Name}")).Where(static n => n.EndsWith("f1", StringComparison.Ordinal)));
}
