namespace NewsExtract.Errors;

/// <summary>Faults of the output folder and of writing.</summary>
internal static partial class ErrorCatalog
{
    public static ErrorInfo StageFailed(string article, string reason) => new(
        "NX0003", $"A stage failed on {article}: {reason}", "This is a fault of NewsExtract: please report it with the article.");

    public static ErrorInfo OutputVersion(string folder, string found, string expected) => new(
        "NX0201", $"{folder} was written by version {found}; this is version {expected}.", "Give --force to annotate everything again, or another folder.");

    public static ErrorInfo WriteFailed(string path, string reason) => new(
        "NX0202", $"{path} cannot be written: {reason}", "Make room or check the permissions, and run the same command again: finished articles are kept.");

    public static ErrorInfo OutputIsFile(string path) => new(
        "NX0203", $"{path} is a file, not a folder.", "Give another folder with -o.");

    public static ErrorInfo OutputBusy(string folder) => new(
        "NX0204", $"Another run is writing to {folder}.", "Wait until it is done, or give another folder with -o.");

    public static ErrorInfo OutputForeign(string folder) => new(
        "NX0205", $"{folder} is not the output of a finished run: it has no run.json that can be read.", "Run 'newsextract run INPUT -o FOLDER' first, and let it finish.");

    public static ErrorInfo OutputHoldsInput(string path) => new(
        "NX0206", $"The output folder {path} is also the input.", "Give another folder with -o.");

    public static ErrorInfo RunsDiffer(string run, string first) => new(
        "NX0211", $"{run} was made with another version, other models or other options than {first}.", "Run it again with the same ones, then merge.");

    public static ErrorInfo ArticleTwice(string name, string run) => new(
        "NX0212", $"The article {name} of {run} is in an earlier run too.", "Give each article to one run; names go by the path below the folder that a run is given.");

    public static ErrorInfo ArticleMissing(string input) => new(
        "NX0213", $"{input} is in none of the runs.", "Run the shard that it belongs to, or leave --inputs out.");
}
