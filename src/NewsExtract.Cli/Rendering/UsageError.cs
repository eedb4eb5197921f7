using System.CommandLine;
using System.CommandLine.Parsing;
using NewsExtract.Errors;

namespace NewsExtract.Cli.Rendering;

/// <summary>A command line that cannot be understood: what is wrong, the line with a caret under the word, and what to do.</summary>
internal static class UsageError
{
    private const string Name = "newsextract";
    private const int MostDistance = 2;

    public static void Write(TextWriter output, string[] args, ParseResult parsed)
    {
        var command = CommandPath(parsed.CommandResult);
        var (error, index) = Diagnose(args, parsed, command);
        output.WriteLine($"error {error.Code}: {error.Message}");
        output.WriteLine();
        var line = Name;
        var (start, length) = (0, 0);
        for (var i = 0; i < args.Length; i++)
        {
            var shown = Shown(args[i]);
            (start, length) = i == index ? (line.Length + 1, shown.Length) : (start, length);
            line += " " + shown;
        }

        output.WriteLine($"  {line}");
        output.WriteLine(length > 0 ? $"  {new string(' ', start)}{new string('^', length)}" : $"  {new string(' ', line.Length + 1)}^");
        output.WriteLine();
        output.WriteLine($"  {error.Remedy}");
    }

    /// <summary>Makes a mistyped option an error where the parser would take it for an argument.</summary>
    public static void RefuseOptions(Argument argument) => argument.Validators.Add(static result =>
    {
        if (result.Tokens.Any(static token => IsOption(token.Value)))
        {
            result.AddError("unknown option");
        }
    });

    private static (ErrorInfo Error, int Index) Diagnose(string[] args, ParseResult parsed, string command)
    {
        var help = $"{command} --help";
        if (Array.IndexOf(args, "") is >= 0 and var empty)
        {
            return (ErrorCatalog.EmptyWord(help), empty);
        }

        var words = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(static a => a.Tokens).Select(static t => t.Value);
        if (words.Concat(parsed.UnmatchedTokens).FirstOrDefault(IsOption) is { } option)
        {
            return (ErrorCatalog.UnknownOption(option, Nearest(option, Options(parsed.CommandResult)), help), Array.IndexOf(args, option));
        }

        if (parsed.UnmatchedTokens is [var unmatched, ..])
        {
            var index = Array.IndexOf(args, unmatched);
            return parsed.CommandResult.Command.Subcommands.Count > 0
                ? (ErrorCatalog.UnknownCommand(unmatched, Nearest(unmatched, parsed.CommandResult.Command.Subcommands.Select(static c => c.Name)), help), index)
                : (ErrorCatalog.UnexpectedWord(unmatched, help), index);
        }

        var first = parsed.Errors[0];
        return first.SymbolResult switch
        {
            OptionResult { IdentifierToken: null, Option: var missing } => (ErrorCatalog.OptionMissing(missing.Name, help), -1),
            OptionResult { IdentifierToken: { } token, Tokens.Count: > 1 } twice when twice.Option.Arity.MaximumNumberOfValues == 1 =>
                (ErrorCatalog.OptionTwice(token.Value, help), Array.LastIndexOf(args, token.Value)),
            OptionResult { IdentifierToken: { } token, Tokens: [] } => (ErrorCatalog.OptionWithoutValue(token.Value, help), Array.IndexOf(args, token.Value)),
            OptionResult { IdentifierToken: { } token, Tokens: [var value, ..] } given =>
                (ErrorCatalog.OptionValue(token.Value, value.Value, Allowed(given.Option), help), LastIndexOf(args, value.Value)),
            ArgumentResult { Argument: var argument, Tokens: [] } => (ErrorCatalog.ArgumentMissing(argument.HelpName ?? argument.Name, help), -1),
            ArgumentResult { Argument: var argument, Tokens: [var value, ..] } =>
                (ErrorCatalog.ArgumentValue(argument.HelpName ?? argument.Name, value.Value, help), LastIndexOf(args, value.Value)),
            CommandResult { Command.Subcommands.Count: > 0 } => (ErrorCatalog.CommandMissing(help), -1),
            _ => (ErrorCatalog.CommandLineWrong(first.Message, help), -1),
        };
    }

    private static string CommandPath(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{CommandPath(parent)} {result.Command.Name}" : Name;

    /// <summary>Whether a word that was taken for an argument is meant as an option; <c>-</c> alone is standard input.</summary>
    private static bool IsOption(string word) => word.Length > 1 && word[0] == '-';

    private static IEnumerable<string> Options(CommandResult result) => result.Command.Options.SelectMany(static o => o.Aliases.Prepend(o.Name));

    private static string Allowed(Option option)
    {
        var completions = option.GetCompletions(System.CommandLine.Completions.CompletionContext.Empty).Select(static c => c.Label).ToList();
        return completions.Count > 0 ? string.Join(", ", completions) : option.ValueType == typeof(int) ? "a whole number" : option.HelpName ?? "a value";
    }

    private static int LastIndexOf(string[] args, string value)
    {
        var whole = Array.LastIndexOf(args, value);
        return whole >= 0 ? whole : Array.FindLastIndex(args, arg => arg.EndsWith("=" + value, StringComparison.Ordinal) || arg.EndsWith(":" + value, StringComparison.Ordinal));
    }

    private static string Shown(string argument) => argument.Length == 0 || argument.Contains(' ', StringComparison.Ordinal) ? $"\"{argument}\"" : argument;

    private static string? Nearest(string word, IEnumerable<string> known) =>
        known.Select(name => (Name: name, Distance: Distance(word, name))).Where(static pair => pair.Distance <= MostDistance)
            .OrderBy(static pair => pair.Distance).ThenBy(static pair => pair.Name, StringComparer.Ordinal).FirstOrDefault().Name;

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, left) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j], left) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, left, row[j]) = (row[j], cost, cost);
            }
        }

        return row[^1];
    }
}
