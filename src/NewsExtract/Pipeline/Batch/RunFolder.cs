using NewsExtract.Errors;

namespace NewsExtract.Pipeline.Batch;

/// <summary>The places in the output folder of a run. One run at a time holds the folder.</summary>
internal sealed class RunFolder : IDisposable
{
    private FileStream? _lock;

    public RunFolder(string root) => Root = Path.GetFullPath(root);

    public string Root { get; }

    /// <summary>What a run needs to continue, and its tables while they grow.</summary>
    public string State => Path.Combine(Root, ".newsextract");

    public string Articles => Path.Combine(Root, "articles");

    public string Lines => Path.Combine(Root, "annotations.jsonl");

    public string LinesPart => Path.Combine(State, "annotations.jsonl.part");

    public string Ledger => Path.Combine(State, "ledger.tsv");

    public string LedgerPart => Path.Combine(State, "ledger.part");

    public string Manifest => Path.Combine(Root, "run.json");

    public string JsonOf(string name) => Path.Combine(Articles, name + ".json");

    public string CsvOf(string name) => Path.Combine(Articles, name + ".csv");

    public string Table(string name) => Path.Combine(Root, name + ".csv");

    public string TablePart(string name) => Path.Combine(State, name + ".csv.part");

    /// <summary>Makes the folder, holds it, and removes what a killed run left unfinished.</summary>
    /// <exception cref="NewsExtractException">NX0202 to NX0204: it cannot be made, is a file, or another run holds it.</exception>
    public void Open()
    {
        if (File.Exists(Root))
        {
            throw new NewsExtractException(ErrorCatalog.OutputIsFile(Root));
        }

        Guarded(State, () => Directory.CreateDirectory(State));
        try
        {
            _lock = new FileStream(Path.Combine(State, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e)
        {
            throw new NewsExtractException(ErrorCatalog.OutputBusy(Root), e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new NewsExtractException(ErrorCatalog.WriteFailed(Root, e.Message), e);
        }

        AtomicFile.CleanUp(Articles);
    }

    /// <summary>The earlier files of JSON Lines: the finished one and those that killed runs left.</summary>
    public IEnumerable<string> EarlierLines()
    {
        if (File.Exists(Lines))
        {
            yield return Lines;
        }

        foreach (var file in LeftLines())
        {
            yield return file;
        }
    }

    /// <summary>Puts the unfinished JSON Lines of a killed run aside, so that its articles can be copied from there.</summary>
    public void KeepLeftLines()
    {
        if (File.Exists(LinesPart))
        {
            var number = 1;
            while (File.Exists(LeftLine(number)))
            {
                number++;
            }

            File.Move(LinesPart, LeftLine(number));
        }
    }

    /// <summary>Deletes them when the run is complete.</summary>
    public void DropLeftLines()
    {
        foreach (var file in LeftLines().ToList())
        {
            File.Delete(file);
        }
    }

    /// <summary>Deletes the outputs of an article and the folders that are empty then.</summary>
    public void DeleteArticle(string name)
    {
        File.Delete(JsonOf(name));
        File.Delete(CsvOf(name));
        for (var folder = Path.GetDirectoryName(JsonOf(name)); folder is not null && folder.Length >= Articles.Length; folder = Path.GetDirectoryName(folder))
        {
            if (!Directory.Exists(folder) || Directory.EnumerateFileSystemEntries(folder).Any())
            {
                break;
            }

            Directory.Delete(folder);
        }
    }

    /// <summary>Does something with a file, with faults of writing as errors of the catalog.</summary>
    /// <exception cref="NewsExtractException">NX0202.</exception>
    public static void Guarded(string path, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NewsExtractException(ErrorCatalog.WriteFailed(path, e.Message), e);
        }
    }

    public void Dispose() => _lock?.Dispose();

    private IEnumerable<string> LeftLines()
    {
        for (var number = 1; File.Exists(LeftLine(number)); number++)
        {
            yield return LeftLine(number);
        }
    }

    private string LeftLine(int number) => Path.Combine(State, $"lines-{number}.jsonl");
}
