using System.CommandLine;
using NewsExtract.Cli.Rendering;
using NewsExtract.Errors;
using NewsExtract.Evaluation;
using NewsExtract.Formats.Json;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract validate</c>: checks annotation files against the format and against their text.</summary>
internal static class ValidateCommand
{
    public static Command Build()
    {
        var gold = new Argument<string>("GOLD") { Description = "A folder of annotation files, the output folder of a run, or one .json or .jsonl file." };
        UsageError.RefuseOptions(gold);
        var command = new Command("validate", "Check annotation files: their form, offsets, ids and overlaps.") { gold };
        command.SetAction(parsed => Execute(parsed.GetRequiredValue(gold)));
        return command;
    }

    private static int Execute(string gold)
    {
        var (files, faulty, faults) = (0, 0, 0);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (place, json) in AnnotationFiles.ReadBytes(gold))
        {
            var found = Check(place, json, ids);
            files++;
            faulty += found.Count > 0 ? 1 : 0;
            faults += found.Count;
            foreach (var fault in found)
            {
                Console.WriteLine($"{place}: {fault.Code} {fault.Message}");
            }
        }

        Console.Error.WriteLine(faults == 0 ? $"{files:N0} files are right." : $"{faults:N0} faults in {faulty:N0} of {files:N0} files.");
        return faults == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private static IReadOnlyList<ErrorInfo> Check(string place, ReadOnlyMemory<byte> json, HashSet<string> ids)
    {
        try
        {
            var article = AnnotationReader.Read(json, place);
            var faults = AnnotationValidator.Check(article);
            return ids.Add(article.Id) ? faults : [.. faults, ErrorCatalog.IdTwice("article", article.Id)];
        }
        catch (NewsExtractException e)
        {
            return [e.Info];
        }
    }
}
