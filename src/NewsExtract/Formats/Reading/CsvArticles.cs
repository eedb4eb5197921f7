using CsvHelper;
using NewsExtract.Errors;

namespace NewsExtract.Formats.Reading;

/// <summary>Articles in CSV, one a row. The separator (comma, semicolon, tab or bar) is found out from the first lines.</summary>
internal static class CsvArticles
{
    /// <summary>The records of a CSV stream, one at a time. The columns <c>id</c>, <c>title</c> and <c>published</c> are used when there.</summary>
    /// <exception cref="NewsExtractException">NX0109: no column of that name; NX0113: broken quoting.</exception>
    public static IEnumerable<ArticleRecord> Read(Stream stream, string input, ReadingOptions options)
    {
        using var csv = CsvReader.Create(
            stream, new CsvReaderOptions { TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw }, leaveOpen: true);
        var columns = Columns(csv, input, options);
        long last = 0;
        while (Next(csv, input))
        {
            var place = $"{input}:{csv.LineNumber}";
            var record = new ArticleRecord(place, csv.LineNumber, csv.ByteOffset - last);
            last = csv.ByteOffset;
            yield return Fill(csv, record, columns);
        }
    }

    private static (int Text, int Id, int Title, int Published) Columns(CsvReader csv, string input, ReadingOptions options)
    {
        try
        {
            var found = csv.Headers.ToArray();
            int Index(string name) => csv.TryGetFieldIndex(name, out var index) ? index : -1;
            return Index(options.TextColumn) is >= 0 and var text
                ? (text, Index("id"), Index("title"), Index("published"))
                : throw new NewsExtractException(ErrorCatalog.ColumnMissing(
                    input, options.TextColumn, found.Length == 0 ? "none" : string.Join(", ", found.Take(20).Select(static name => $"\"{name}\""))));
        }
        catch (CsvFormatException e)
        {
            throw new NewsExtractException(ErrorCatalog.CsvBroken(input, e.Message), e);
        }
    }

    private static bool Next(CsvReader csv, string input)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException e)
        {
            throw new NewsExtractException(ErrorCatalog.CsvBroken($"{input}:{e.LineNumber}", e.Message), e);
        }
    }

    private static ArticleRecord Fill(CsvReader csv, ArticleRecord record, (int Text, int Id, int Title, int Published) columns)
    {
        try
        {
            // The raw record gives the offset in the file; a field decoded from it would not.
            TextDecoder.CheckUtf8(csv.RawRecord, record.Place, csv.ByteOffset);
            string? Field(int index) => index >= 0 && csv.GetString(index) is { Length: > 0 } given ? given : null;
            record = record with { Id = Field(columns.Id), Title = Field(columns.Title), Published = Field(columns.Published) };
            var text = csv.GetString(columns.Text);
            var nul = text.IndexOf('\0', StringComparison.Ordinal);
            return nul < 0 ? record with { Text = text } : record with { Fault = ErrorCatalog.HasNul(record.Place, nul) };
        }
        catch (NewsExtractException e)
        {
            return record with { Fault = e.Info };
        }
    }
}
