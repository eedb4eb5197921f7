using System.Text;
using NewsExtract.Formats.Json;

namespace NewsExtract.Formats.Exchange;

/// <summary>Annotation files as lines of one file, <c>annotations.jsonl</c>.</summary>
internal sealed class JsonLinesFormat : IExchangeFormat
{
    private const string FileName = "annotations.jsonl";

    public string Name => "jsonl";

    public string Description => "the same, one a line of annotations.jsonl";

    public IEnumerable<(string Name, AnnotatedArticle Article)> Read(string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, FileName) : path;
        return ExchangeFiles.Find(file, ".jsonl").SelectMany(static found => ExchangeFiles.Lines(found.Path).Select(line =>
        {
            var place = $"{found.Path}:{line.Number}";
            var article = AnnotationReader.Read(Encoding.UTF8.GetBytes(line.Text.TrimStart('\uFEFF')), place).Checked(place);
            return (article.Id, article);
        }));
    }

    public void Write(string folder, IEnumerable<(string Name, AnnotatedArticle Article)> articles)
    {
        Directory.CreateDirectory(folder);
        using var lines = new StreamWriter(Path.Combine(folder, FileName), append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        foreach (var (_, article) in articles)
        {
            lines.WriteLine(AnnotationWriter.ToJson(article, indented: false));
        }
    }
}
