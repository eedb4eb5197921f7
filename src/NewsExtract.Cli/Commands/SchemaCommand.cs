using System.CommandLine;
using NewsExtract.Formats.Json;

namespace NewsExtract.Cli.Commands;

/// <summary><c>newsextract schema</c>: prints the JSON Schema of annotation files.</summary>
internal static class SchemaCommand
{
    public static Command Build()
    {
        var command = new Command("schema", "Print the JSON Schema of annotation files.");
        command.SetAction(static _ =>
        {
            Console.Out.Write(AnnotationSchema.Text);
            return ExitCode.Done;
        });
        return command;
    }
}
