using System.Text.Json;
using CsvHelper;
using NewsExtract.Errors;
using NewsExtract.Formats;
using NewsExtract.Formats.Csv;
using NewsExtract.Formats.Json;

namespace NewsExtract.Pipeline.Batch;

/// <summary>The output folder of a finished run, read back. Articles are read one at a time.</summary>
internal sealed class FinishedRun
{
    private FinishedRun(RunFolder folder, BatchOptions options)
    {
        Folder = folder;
        Options = options;
    }

    public RunFolder Folder { get; }

    /// <summary>What the run was given, as <c>run.json</c> states it.</summary>
    public BatchOptions Options { get; }

    /// <exception cref="NewsExtractException">NX0205: it is not the output of a finished run.</exception>
    public static FinishedRun Open(string path)
    {
        var folder = new RunFolder(path);
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(folder.Manifest));
            return new FinishedRun(folder, RunManifest.Read(json.RootElement, folder.Root));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new NewsExtractException(ErrorCatalog.OutputForeign(path), e);
        }
    }

    /// <summary>The articles in the order of the run, each with its JSON.</summary>
    /// <exception cref="NewsExtractException">NX0205, NX0501, NX0502: a file is missing or damaged.</exception>
    public IEnumerable<(LedgerEntry Entry, ReadOnlyMemory<byte> Json, AnnotatedArticle Article)> Articles()
    {
        using var lines = Options.Format == OutputFormat.JsonLines ? File.OpenRead(Folder.Lines) : null;
        foreach (var entry in Entries())
        {
            var json = Read(entry, lines);
            yield return (entry, json, AnnotationReader.Read(json, entry.Name));
        }
    }

    /// <summary>The ledger of the run.</summary>
    public IEnumerable<LedgerEntry> Entries()
    {
        foreach (var line in File.Exists(Folder.Ledger) ? File.ReadLines(Folder.Ledger) : throw new NewsExtractException(ErrorCatalog.OutputForeign(Folder.Root)))
        {
            if (LedgerEntry.TryParse(line, out var entry))
            {
                yield return entry;
            }
        }
    }

    /// <summary>The inputs that failed.</summary>
    public IEnumerable<(string Input, ErrorInfo Fault)> Failures()
    {
        var path = Folder.Table(CsvTable.Failures.Name);
        if (!File.Exists(path))
        {
            yield break;
        }

        using var csv = CsvReader.FromFile(path);
        while (csv.Read())
        {
            yield return (csv.GetString(0), new ErrorInfo(csv.GetString(1), csv.GetString(2), csv.GetString(3)));
        }
    }

    private byte[] Read(LedgerEntry entry, FileStream? lines)
    {
        try
        {
            if (lines is null)
            {
                return File.ReadAllBytes(Folder.JsonOf(entry.Name));
            }

            var json = new byte[entry.Length];
            lines.Position = entry.Offset;
            lines.ReadExactly(json);
            return json;
        }
        catch (IOException e)
        {
            throw new NewsExtractException(ErrorCatalog.OutputForeign(Folder.Root), e);
        }
    }
}
