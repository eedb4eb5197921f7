namespace NewsExtract.Errors;

/// <summary>Faults of the command line.</summary>
internal static partial class ErrorCatalog
{
    public static ErrorInfo UnknownOption(string option, string? nearest, string help) => new(
        "NX0801", $"There is no option {option}.", nearest is null ? $"See '{help}'." : $"Did you mean {nearest}? See '{help}'.");

    public static ErrorInfo UnknownCommand(string command, string? nearest, string help) => new(
        "NX0802", $"There is no command \"{command}\".", nearest is null ? $"See '{help}'." : $"Did you mean {nearest}? See '{help}'.");

    public static ErrorInfo UnexpectedWord(string word, string help) => new(
        "NX0803", $"\"{word}\" has no place here.", $"Leave it out, or put quotation marks around a name with spaces. See '{help}'.");

    public static ErrorInfo OptionWithoutValue(string option, string help) => new(
        "NX0804", $"The option {option} needs a value.", $"Give it after the option. See '{help}'.");

    public static ErrorInfo OptionValue(string option, string value, string allowed, string help) => new(
        "NX0805", $"\"{value}\" is no value for {option}.", $"It takes: {allowed}. See '{help}'.");

    public static ErrorInfo ArgumentMissing(string argument, string help) => new(
        "NX0806", $"{argument} is missing.", $"Add it to the command. See '{help}'.");

    public static ErrorInfo ArgumentValue(string argument, string value, string help) => new(
        "NX0807", $"\"{value}\" is no value for {argument}.", $"See '{help}'.");

    public static ErrorInfo OptionMissing(string option, string help) => new(
        "NX0808", $"The option {option} is missing.", $"Add it to the command. See '{help}'.");

    public static ErrorInfo CommandMissing(string help) => new(
        "NX0809", "No command is given.", $"See '{help}'.");

    public static ErrorInfo CommandLineWrong(string reason, string help) => new(
        "NX0810", $"The command line cannot be understood: {reason}", $"See '{help}'.");

    public static ErrorInfo OptionTwice(string option, string help) => new(
        "NX0811", $"The option {option} is given twice.", $"Give it once. See '{help}'.");

    public static ErrorInfo EmptyWord(string help) => new(
        "NX0812", "A word of the command is empty.", $"Give a name there; a variable may not be set. See '{help}'.");

    public static ErrorInfo Unexpected(string reason) => new(
        "NX0899", $"Something went wrong that should not: {reason}", "This is a fault of NewsExtract: please report it with the command and the lines below.");
}
