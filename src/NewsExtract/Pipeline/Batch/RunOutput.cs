using NewsExtract.Errors;
using NewsExtract.Formats.Csv;

namespace NewsExtract.Pipeline.Batch;

/// <summary>The files of a run that all articles share. They grow in the state folder and are put in place when the run is complete.</summary>
internal sealed class RunOutput : IDisposable
{
    private readonly RunFolder _folder;
    private readonly CsvSettings _csv;
    private readonly FileStream[] _tables;
    private readonly FileStream? _lines;
    private FileStream? _failures;

    public RunOutput(RunFolder folder, CsvSettings csv, OutputFormat format)
    {
        _folder = folder;
        _csv = csv;
        folder.KeepLeftLines();
        _tables = [.. CsvTable.OfRun.Select(Create)];
        _lines = format == OutputFormat.JsonLines ? Open(folder.LinesPart) : null;
    }

    /// <summary>Adds an article's rows and, for JSON Lines, its line.</summary>
    /// <returns>The ledger's entry, with the place of the line.</returns>
    /// <exception cref="NewsExtractException">NX0202.</exception>
    public LedgerEntry Add(ArticleResult result)
    {
        for (var i = 0; i < _tables.Length; i++)
        {
            var (file, rows) = (_tables[i], result.Rows[i]);
            RunFolder.Guarded(_folder.Table(CsvTable.OfRun[i].Name), () => file.Write(rows));
        }

        if (_lines is null)
        {
            return result.Entry;
        }

        var offset = _lines.Position;
        RunFolder.Guarded(_folder.Lines, () =>
        {
            _lines.Write(result.Line.Span);
            _lines.WriteByte((byte)'\n');
            _lines.Flush();
        });
        return result.Entry with { Offset = offset };
    }

    /// <summary>Adds an input that failed.</summary>
    /// <exception cref="NewsExtractException">NX0202.</exception>
    public void AddFailure(string input, ErrorInfo fault) => RunFolder.Guarded(_folder.Table(CsvTable.Failures.Name), () =>
    {
        _failures ??= Create(CsvTable.Failures);
        using var rows = new CsvRowWriter(_failures, _csv);
        rows.Text(input).Text(fault.Code).Text(fault.Message).Text(fault.Remedy).End();
    });

    /// <summary>Puts everything in place.</summary>
    /// <exception cref="NewsExtractException">NX0202.</exception>
    public void Complete() => RunFolder.Guarded(_folder.Root, () =>
    {
        foreach (var (file, table) in _tables.Zip(CsvTable.OfRun))
        {
            Place(file, _folder.TablePart(table.Name), _folder.Table(table.Name));
        }

        if (_lines is not null)
        {
            Place(_lines, _folder.LinesPart, _folder.Lines);
            _folder.DropLeftLines();
        }

        var failures = _folder.Table(CsvTable.Failures.Name);
        if (_failures is null)
        {
            File.Delete(failures);
        }
        else
        {
            Place(_failures, _folder.TablePart(CsvTable.Failures.Name), failures);
        }
    });

    public void Dispose()
    {
        foreach (var table in _tables)
        {
            table.Dispose();
        }

        _lines?.Dispose();
        _failures?.Dispose();
    }

    private static void Place(FileStream file, string part, string path)
    {
        file.Dispose();
        File.Move(part, path, overwrite: true);
    }

    private static FileStream Open(string path) => new(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);

    private FileStream Create(CsvTable table)
    {
        var file = Open(_folder.TablePart(table.Name));
        file.Write(CsvRowWriter.Prologue(table, _csv));
        return file;
    }
}
