using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using NewsExtract.Cli.Engines;
using NewsExtract.Cli.Rendering;
using NewsExtract.Errors;
using NewsExtract.Formats;
using NewsExtract.Formats.Csv;
using NewsExtract.Formats.Reading;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Pipeline.Batch;
using NewsExtract.Pipeline.Engines;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract run</c>: annotates articles.</summary>
internal static class RunCommand
{
    public static Command Build()
    {
        var inputs = new Argument<string[]>("INPUT")
        {
            Description = "Folders (with all below them), files, or - for JSON Lines on standard input. Read are .txt .md .html .htm .json .jsonl .csv.",
            Arity = ArgumentArity.OneOrMore,
        };
        UsageError.RefuseOptions(inputs);
        var output = new Option<string>("--output", "-o") { Description = "The folder for the results.", HelpName = "OUT", Required = true };
        var format = new Option<string>("--format") { Description = "json: a JSON and a CSV file for each article. jsonl: one annotations.jsonl for all.", HelpName = "FORMAT", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("json", "jsonl");
        var unit = new Option<string>("--offset-unit") { Description = "What offsets count: utf16 code units, or Unicode code points.", HelpName = "UNIT", DefaultValueFactory = _ => "utf16" };
        unit.AcceptOnlyFromAmong("utf16", "codepoint");
        var textField = new Option<string>("--text-field") { Description = "The field of JSON inputs that holds the text; a.b for a field inside a field.", HelpName = "NAME", DefaultValueFactory = _ => "text" };
        var textColumn = new Option<string>("--text-column") { Description = "The column of CSV inputs that holds the text.", HelpName = "NAME", DefaultValueFactory = _ => "text" };
        var jobs = new Option<int>("--jobs", "-j") { Description = "Articles annotated at once; 0 for one on each core.", HelpName = "N", DefaultValueFactory = _ => 0 };
        jobs.Validators.Add(static result =>
        {
            if (result.Tokens is [var token, ..] && (!int.TryParse(token.Value, out var number) || number is < 0 or > 1024))
            {
                result.AddError("not a number of jobs");
            }
        });
        var noBelief = new Option<bool>("--no-belief") { Description = "Leave out quotes that report a belief, plan or feeling rather than speech." };
        var threshold = new Option<double>("--stance-threshold") { Description = "Leave out stances for or against that are less certain than this.", HelpName = "0..1", DefaultValueFactory = _ => 0 };
        threshold.Validators.Add(static result =>
        {
            if (result.Tokens is [var token, ..]
                && (!double.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || number is not (>= 0 and <= 1)))
            {
                result.AddError("not a probability");
            }
        });
        var noBom = new Option<bool>("--no-bom") { Description = "Write CSV without byte order mark." };
        var noGuard = new Option<bool>("--no-csv-guard") { Description = "Write CSV text that a spreadsheet might run as a formula as it is." };
        var report = new Option<bool>("--report") { Description = "Also write report.html, the run as one web page." };
        var workbook = new Option<bool>("--xlsx") { Description = "Also write annotations.xlsx, the tables as one workbook." };
        var force = new Option<bool>("--force") { Description = "Annotate everything again, also in an output folder of another version." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Write nothing; list what would be done." };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "No progress and no summary; errors only." };
        var models = new Option<string?>("--models") { Description = "The folder of the models.", HelpName = "DIR" };
        var engine = new Option<string>("--engine") { Description = "What finds tokens, sentences, tags and names; see docs/engines.md.", HelpName = "NAME", DefaultValueFactory = _ => EngineRegistry.DefaultName };
        var command = new Command("run", "Annotate articles: a folder, files, or a stream.")
        {
            inputs, output, format, unit, textField, textColumn, jobs, noBelief, threshold, noBom, noGuard, report, workbook, force, dryRun, quiet, models, engine,
        };
        command.SetAction(parsed =>
        {
            var store = parsed.GetValue(models) is { } folder ? new ModelStore(folder) : ModelStore.Default;
            var linguistics = CliEngines.Build(store).Create(parsed.GetRequiredValue(engine));
            var annotation = new AnnotationOptions(
                parsed.GetValue(unit) == "codepoint" ? OffsetUnit.CodePoint : OffsetUnit.Utf16, IncludeBelief: !parsed.GetValue(noBelief), parsed.GetValue(threshold));
            var options = new BatchOptions
            {
                Inputs = [.. parsed.GetRequiredValue(inputs)],
                Output = parsed.GetRequiredValue(output),
                Annotation = annotation with { Tool = ToolIdentity.Stamp(annotation, store, linguistics.Identity) },
                Reading = new ReadingOptions(parsed.GetRequiredValue(textField), parsed.GetRequiredValue(textColumn)),
                Csv = new CsvSettings(ByteOrderMark: !parsed.GetValue(noBom), GuardFormulas: !parsed.GetValue(noGuard)),
                Format = parsed.GetValue(format) == "jsonl" ? OutputFormat.JsonLines : OutputFormat.Json,
                Jobs = parsed.GetValue(jobs) is > 0 and var given ? given : Environment.ProcessorCount,
                Force = parsed.GetValue(force),
                DryRun = parsed.GetValue(dryRun),
            };
            return Execute(options, store, linguistics, parsed.GetValue(quiet), parsed.GetValue(report), parsed.GetValue(workbook));
        });
        return command;
    }

    private static int Execute(BatchOptions options, ModelStore store, ILinguisticEngine engine, bool quiet, bool report, bool workbook)
    {
        CheckInputs(options.Inputs, options.Output);
        if (options.Annotation.Tool is { Models.IsEmpty: true })
        {
            throw new NewsExtractException(ErrorCatalog.ModelsMissing(store.Folder));
        }

        // The models are read while the inputs are listed.
        var pipeline = new Lazy<NewsPipeline>(() => DefaultPipeline.Build(store, engine));
        if (!options.DryRun)
        {
            _ = Task.Run(() => pipeline.Value);
        }

        using var interrupt = new InterruptSignal();
        using var progress = RunProgress.Create(options, quiet);
        var summary = new BatchRunner(options, pipeline, progress).Run(interrupt.Token);
        var isFinished = !options.DryRun && !summary.IsInterrupted;
        if (report && isFinished)
        {
            RunReport.WritePage(options.Output, RunReport.MostArticles);
        }

        if (workbook && isFinished)
        {
            RunReport.WriteWorkbook(options.Output);
        }

        progress.Finish(summary);
        return summary.IsInterrupted ? ExitCode.Interrupted : summary.Failed > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

    private static void CheckInputs(ImmutableArray<string> inputs, string output)
    {
        foreach (var input in inputs)
        {
            if (input != "-" && !Directory.Exists(input) && !File.Exists(input))
            {
                throw new NewsExtractException(ErrorCatalog.InputMissing(input));
            }

            if (input != "-" && Path.TrimEndingDirectorySeparator(Path.GetFullPath(input)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(output)))
            {
                throw new NewsExtractException(ErrorCatalog.OutputHoldsInput(output));
            }
        }
    }
}
