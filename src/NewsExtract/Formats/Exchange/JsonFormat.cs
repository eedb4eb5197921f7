using System.Text;
using NewsExtract.Formats.Json;

namespace NewsExtract.Formats.Exchange;

/// <summary>Annotation files, one an article; below <c>articles/</c> when written.</summary>
internal sealed class JsonFormat : IExchangeFormat
{
    public string Name => "json";

    public string Description => "annotation files, one an article; states its offset unit";

    public IEnumerable<(string Name, AnnotatedArticle Article)> Read(string path) =>
        ExchangeFiles.Find(path, ".json").Select(static file => (file.Name, AnnotationReader.Read(Encoding.UTF8.GetBytes(ExchangeFiles.Read(file.Path).TrimStart('\uFEFF')), file.Path).Checked(file.Path)));

    public void Write(string folder, IEnumerable<(string Name, AnnotatedArticle Article)> articles)
    {
        foreach (var (name, article) in articles)
        {
            ExchangeFiles.Write(folder, $"articles/{name}.json", AnnotationWriter.ToJson(article));
        }
    }
}
