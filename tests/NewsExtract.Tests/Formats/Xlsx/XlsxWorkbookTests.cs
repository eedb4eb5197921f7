using System.IO.Compression;
using System.Xml.Linq;
using NewsExtract.Documents;
using NewsExtract.Formats;
using NewsExtract.Formats.Csv;
using NewsExtract.Formats.Xlsx;

namespace NewsExtract.Tests.Formats.Xlsx;

public class XlsxWorkbookTests
{
    [Fact]
    public void The_four_tables_are_its_sheets_with_header_and_rows()
    {
        using var zip = Open(Sample("one"), Sample("two"));

        SheetNames(zip).Should().Equal("Articles", "Entities", "Quotes", "Stances");
        var counts = new[] { 2, 6, 4, 4 };
        for (var i = 0; i < 4; i++)
        {
            var rows = Rows(zip, i + 1);
            rows.Should().HaveCount(1 + counts[i]);
            rows[0].Should().Equal(CsvTable.OfRun[i].Columns);
            rows.Should().OnlyContain(row => row.Count == CsvTable.OfRun[i].Columns.Length);
        }

        zip.Entries.Select(static e => e.FullName).Should().Contain(["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+CMD()")]
    [InlineData("@SUM(A1)")]
    [InlineData("<f>1</f>")]
    [InlineData(" 🚢 & \"x\" ")]
    public void A_text_is_a_text_never_a_formula(string name)
    {
        using var zip = Open(Sample("one") with { Entities = [new AnnotatedEntity("e1", EntityType.Org, name, [])] });

        var sheet = Sheet(zip, 2);
        sheet.Descendants().Should().NotContain(static e => e.Name.LocalName == "f");
        Rows(zip, 2)[1].Should().Contain(name, "and it stands as it was, without guard");
        sheet.Descendants().Where(static e => e.Name.LocalName == "c" && e.Value.Length > 0 && e.Attribute("t") == null)
            .Should().OnlyContain(static e => double.IsFinite(double.Parse(e.Value, System.Globalization.CultureInfo.InvariantCulture)), "what is no text is a number");
    }

    [Fact]
    public void Characters_that_XML_lacks_do_not_break_it()
    {
        using var zip = Open(Sample("one") with { Title = "a\0b\u0007c\uFFFEd" });
        Rows(zip, 1)[1].Should().Contain("a b c d");
    }

    [Fact]
    public void A_full_sheet_is_followed_by_another()
    {
        using var zip = Open(most: 5, Sample("one"), Sample("two"), Sample("three"));
        SheetNames(zip).Should().Equal("Articles", "Entities", "Entities 2", "Entities 3", "Quotes", "Quotes 2", "Stances", "Stances 2");
    }

    private static AnnotatedArticle Sample(string id) => AnnotationBuilder.Build(SampleDocument.Make(), new AnnotationOptions()) with { Id = id };

    private static ZipArchive Open(params AnnotatedArticle[] articles) => Open(XlsxSheet.MostRows, articles);

    private static ZipArchive Open(int most, params AnnotatedArticle[] articles)
    {
        var file = new MemoryStream();
        XlsxWorkbook.Write(file, () => articles, most);
        return new ZipArchive(file, ZipArchiveMode.Read);
    }

    private static XDocument Part(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }

    private static XDocument Sheet(ZipArchive zip, int number) => Part(zip, $"xl/worksheets/sheet{number}.xml");

    private static IEnumerable<string> SheetNames(ZipArchive zip) => Part(zip, "xl/workbook.xml").Descendants().Where(static e => e.Name.LocalName == "sheet").Select(static e => e.Attribute("name")!.Value);

    private static List<List<string>> Rows(ZipArchive zip, int sheet) =>
        [.. Sheet(zip, sheet).Descendants().Where(static e => e.Name.LocalName == "row").Select(static row => row.Elements().Select(static c => c.Value).ToList())];
}
