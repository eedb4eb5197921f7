using System.Text;
using NewsExtract.Formats;
using NewsExtract.Formats.Csv;
using NewsExtract.Formats.Exchange;
using NewsExtract.Formats.Html;
using NewsExtract.Formats.Json;

namespace NewsExtract.Tests.Formats;

/// <summary>
/// The files of every format as they stand in <c>Snapshots</c>, byte for byte, so that a change of what others read is seen and meant. With the environment
/// variable <c>NEWSEXTRACT_UPDATE_SNAPSHOTS</c> set, the tests write the files instead of comparing.
/// </summary>
public class FormatSnapshotTests
{
    private static readonly ToolStamp Tool = new("1.2.3", "sha256:00", [KeyValuePair.Create("entities", "sha256:11"), KeyValuePair.Create("quotes", "sha256:22")]);

    private static AnnotatedArticle Article(OffsetUnit unit = OffsetUnit.Utf16) => AnnotationBuilder.Build(SampleDocument.Make(), new AnnotationOptions(unit) { Tool = Tool });

    [Theory]
    [InlineData(OffsetUnit.Utf16, "article.utf16.json")]
    [InlineData(OffsetUnit.CodePoint, "article.codepoint.json")]
    public void The_annotation_file(OffsetUnit unit, string name) => Compare(name, Encoding.UTF8.GetBytes(AnnotationWriter.ToJson(Article(unit))));

    [Fact]
    public void The_table_of_an_article() => Compare("article.csv", ArticleCsv.Write(Article(), new CsvSettings()));

    [Fact]
    public void The_tables_of_a_run()
    {
        foreach (var table in CsvTable.OfRun)
        {
            Compare($"run/{table.Name}.csv", [.. CsvRowWriter.Prologue(table, new CsvSettings()), .. RunRows.Of(table, Article(), new CsvSettings())]);
        }
    }

    [Fact]
    public void The_report()
    {
        var page = new StringWriter { NewLine = "\n" };
        HtmlReport.Write(page, "Sample", static () => [Article()], 10);
        Compare("report.html", Encoding.UTF8.GetBytes(page.ToString()));
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("conll")]
    [InlineData("brat")]
    [InlineData("labelstudio")]
    [InlineData("doccano")]
    [InlineData("w3c")]
    public void The_exchange_formats(string format)
    {
        var folder = Directory.CreateTempSubdirectory("newsextract-");
        try
        {
            ExchangeFormats.Find(format).Write(folder.FullName, [("sample", Article())]);
            var files = Directory.GetFiles(folder.FullName).Order(StringComparer.Ordinal).ToList();
            foreach (var file in files)
            {
                Compare($"{format}/{Path.GetFileName(file)}", File.ReadAllBytes(file));
            }

            Directory.GetFiles(Place(format)).Select(Path.GetFileName).Should().BeEquivalentTo(files.Select(Path.GetFileName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Place(string name) => Path.Combine(Repository.Root, "tests", "NewsExtract.Tests", "Formats", "Snapshots", name);

    private static void Compare(string name, byte[] contents)
    {
        var path = Place(name);
        if (Environment.GetEnvironmentVariable("NEWSEXTRACT_UPDATE_SNAPSHOTS") is { Length: > 0 })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, contents);
        }

        // As text first, since that shows where they differ.
        var stored = File.ReadAllBytes(path);
        Encoding.UTF8.GetString(contents).Should().Be(Encoding.UTF8.GetString(stored), name);
        contents.Should().Equal(stored, name);
    }
}
