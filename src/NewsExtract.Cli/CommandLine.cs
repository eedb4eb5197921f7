using System.CommandLine;
using System.CommandLine.Help;
using NewsExtract.Cli.Commands;
using NewsExtract.Cli.Rendering;
using NewsExtract.Errors;

namespace NewsExtract.Cli;

/// <summary>The commands of the tool, and what happens when one cannot be understood or fails.</summary>
internal static class CommandLine
{
    private const int HelpWidth = 100;

    /// <summary>Runs the command that the arguments name.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args)
    {
        try
        {
            var root = Build();
            if (args.Length == 0)
            {
                args = ["--help"];
            }

            // Names that begin with @ are articles, not files of arguments.
            var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
            if ((parsed.Errors.Count > 0 && parsed.Action is not HelpAction) || args.Contains(""))
            {
                UsageError.Write(Console.Error, args, parsed);
                return ExitCode.Usage;
            }

            var exitCode = parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
            Console.Out.Flush();
            return exitCode;
        }
        catch (NewsExtractException e)
        {
            ErrorText.Write(Console.Error, e.Info);

            // A disk that is full is no fault of the command line: what was finished is kept.
            return e.Info.Code == "NX0202" ? ExitCode.SomeFailed : ExitCode.Usage;
        }
        catch (IOException e)
        {
            ErrorText.Write(Console.Error, ErrorCatalog.WriteFailed("A file or the standard output", e.Message));
            return ExitCode.SomeFailed;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Interrupted.");
            return ExitCode.Interrupted;
        }
        catch (Exception e)
        {
            ErrorText.Write(Console.Error, ErrorCatalog.Unexpected(e.Message));
            Console.Error.WriteLine(e);
            return ExitCode.Usage;
        }
    }

    internal static RootCommand Build()
    {
        var root = new RootCommand("Reads English news articles and writes down who is in them, who said what, and who is for or against what.")
        {
            HelpName = "newsextract",
        };
        root.Add(RunCommand.Build());
        root.Add(EvaluateCommand.Build());
        root.Add(ValidateCommand.Build());
        root.Add(ReportCommand.Build());
        root.Add(MergeCommand.Build());
        root.Add(ConvertCommand.Build());
        root.Add(TrainCommand.Build());
        root.Add(SchemaCommand.Build());
        foreach (var option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction help })
            {
                help.MaxWidth = HelpWidth;
            }
        }

        return root;
    }
}
