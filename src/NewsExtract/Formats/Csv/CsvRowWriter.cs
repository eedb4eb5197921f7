using CsvHelper;

namespace NewsExtract.Formats.Csv;

/// <summary>Writes rows of text, numbers and empty cells by RFC 4180, with the formula guard on text.</summary>
internal sealed class CsvRowWriter : IRowWriter, IDisposable
{
    private readonly CsvWriter _csv;
    private readonly CsvSettings _settings;

    /// <summary>A writer of rows alone: no header, no byte order mark.</summary>
    public CsvRowWriter(Stream output, CsvSettings settings)
    {
        _settings = settings;
        _csv = CsvWriter.Create(output, new CsvWriterOptions { Quoting = CsvQuoting.WhenNeededOrWhitespace, BufferSize = 1 << 12 }, leaveOpen: true);
    }

    /// <summary>The bytes a file of this table starts with: the mark, if any, and the header.</summary>
    public static byte[] Prologue(CsvTable table, CsvSettings settings)
    {
        using var output = new MemoryStream();
        if (settings.ByteOrderMark)
        {
            output.Write("\uFEFF"u8);
        }

        using (var csv = CsvWriter.Create(output, leaveOpen: true))
        {
            csv.WriteHeader(table.Columns.AsSpan());
        }

        return output.ToArray();
    }

    public IRowWriter Text(string? text)
    {
        _csv.WriteField(text is null ? "" : _settings.GuardFormulas ? FormulaGuard.Guard(text) : text);
        return this;
    }

    public IRowWriter Number(long? number)
    {
        _csv.WriteField(number);
        return this;
    }

    public IRowWriter Number(double? number)
    {
        _csv.WriteField(number);
        return this;
    }

    public void End() => _csv.EndRecord();

    public void Dispose() => _csv.Dispose();
}
