using System.IO.Compression;
using System.Security;
using System.Text;
using NewsExtract.Formats.Csv;

namespace NewsExtract.Formats.Xlsx;

/// <summary>
/// Writes the tables of a run as a workbook (Office Open XML), one sheet a table and further sheets where one is full. Written part by part rather than by a
/// library, because the bytes must not hold the time of writing.
/// </summary>
internal static class XlsxWorkbook
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // The earliest time that a zip file can state.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the workbook.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="articles">Gives the articles; called once a table, so that they need not be held.</param>
    /// <param name="mostRows">Rows of a sheet, with the header.</param>
    public static void Write(Stream output, Func<IEnumerable<AnnotatedArticle>> articles, int mostRows = XlsxSheet.MostRows)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var sheets = new List<string>();
        foreach (var table in CsvTable.OfRun)
        {
            using var rows = articles().GetEnumerator();
            var hasMore = rows.MoveNext();
            for (var part = 1; part == 1 || hasMore; part++)
            {
                sheets.Add(Title(table, part));
                using var entry = Open(zip, $"xl/worksheets/sheet{sheets.Count}.xml");
                using var sheet = new XlsxSheet(entry, table.Columns);
                hasMore = Fill(sheet, table, rows, hasMore, mostRows);
            }
        }

        WriteFrame(zip, sheets);
    }

    /// <summary>Writes articles while the sheet has room for them; an article's rows stay together.</summary>
    private static bool Fill(XlsxSheet sheet, CsvTable table, IEnumerator<AnnotatedArticle> articles, bool hasMore, int mostRows)
    {
        while (hasMore && (sheet.Rows == 1 || sheet.Rows + RowsOf(table, articles.Current) <= mostRows))
        {
            RunRows.Write(table, articles.Current, sheet);
            hasMore = articles.MoveNext();
        }

        return hasMore;
    }

    private static long RowsOf(CsvTable table, AnnotatedArticle article)
    {
        var counts = AnnotationCounts.Of(article);
        return table == CsvTable.Articles ? 1 : table == CsvTable.Entities ? counts.Entities : table == CsvTable.Quotes ? counts.Quotes : counts.Stances;
    }

    private static string Title(CsvTable table, int part) => char.ToUpperInvariant(table.Name[0]) + table.Name[1..] + (part == 1 ? "" : $" {part}");

    private static void WriteFrame(ZipArchive zip, List<string> sheets)
    {
        var numbers = Enumerable.Range(1, sheets.Count).ToList();
        Part(zip, "xl/workbook.xml", $"""
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{Relationships}"><sheets>{string.Concat(numbers.Select(i => $"<sheet name=\"{SecurityElement.Escape(sheets[i - 1])}\" sheetId=\"{i}\" r:id=\"rId{i}\"/>"))}</sheets></workbook>
            """);
        Part(zip, "xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(numbers.Select(static i => $"<Relationship Id=\"rId{i}\" Type=\"{Relationships}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"))}</Relationships>
            """);
        Part(zip, "_rels/.rels", $"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        Part(zip, "[Content_Types].xml", $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Sheet}.sheet.main+xml"/>{string.Concat(numbers.Select(static i => $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"{Sheet}.worksheet+xml\"/>"))}</Types>
            """);
    }

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(Open(zip, name), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        writer.Write(xml);
    }

    private static Stream Open(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        return entry.Open();
    }
}
