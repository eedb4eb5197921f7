using System.Text;
using NewsExtract.Errors;
using NewsExtract.Formats.Html;
using NewsExtract.Formats.Xlsx;

namespace NewsExtract.Pipeline.Batch;

/// <summary>Writes what is made from a finished run: <c>report.html</c> and <c>annotations.xlsx</c> in its output folder.</summary>
internal static class RunReport
{
    /// <summary>Articles shown with their text, unless told otherwise: more would make a page that browsers open slowly.</summary>
    public const int MostArticles = 500;

    private const string Title = "Who said what, and who is for or against what";

    /// <summary>Writes the web page.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="NewsExtractException">NX0202, NX0205, NX05xx.</exception>
    public static string WritePage(string output, int most) => Write(output, "report.html", (run, file) =>
    {
        using var page = new StreamWriter(file, new UTF8Encoding(false)) { NewLine = "\n" };
        HtmlReport.Write(page, Title, () => run.Articles().Select(static a => a.Article), most);
    });

    /// <summary>Writes the workbook.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="NewsExtractException">NX0202, NX0205, NX05xx.</exception>
    public static string WriteWorkbook(string output) =>
        Write(output, "annotations.xlsx", static (run, file) => XlsxWorkbook.Write(file, () => run.Articles().Select(static a => a.Article)));

    private static string Write(string output, string name, Action<FinishedRun, Stream> write)
    {
        var run = FinishedRun.Open(output);
        var path = Path.Combine(run.Folder.Root, name);
        var part = path + AtomicFile.PartExtension;
        RunFolder.Guarded(path, () =>
        {
            using (var file = new FileStream(part, FileMode.Create, FileAccess.ReadWrite))
            {
                write(run, file);
            }

            File.Move(part, path, overwrite: true);
        });
        return path;
    }
}
