namespace NewsExtract.Formats.Exchange;

/// <summary>
/// brat standoff: the text as <c>.txt</c> and the spans as <c>.ann</c>, whose offsets count code points. Mentions, quotes, cues, speakers, evidence,
/// holders and targets are text-bound annotations tied by relations; a chain of mentions is an <c>Equiv</c>; what brat has no place for (ids, names,
/// confidence) stands in notes.
/// </summary>
internal sealed class BratFormat : IExchangeFormat
{
    public string Name => "brat";

    public string Description => "brat standoff, .txt and .ann; offsets count code points";

    public IEnumerable<(string Name, AnnotatedArticle Article)> Read(string path) =>
        ExchangeFiles.Find(path, ".ann").Select(static file =>
        {
            var text = ExchangeFiles.Read(Path.ChangeExtension(file.Path, ".txt"));
            var lines = ExchangeFiles.Read(file.Path).Split('\n').Select(static line => line.TrimEnd('\r')).ToList();
            return (file.Name, BratReader.Read(file.Name, text, lines, file.Path).To(OffsetUnit.Utf16));
        });

    public void Write(string folder, IEnumerable<(string Name, AnnotatedArticle Article)> articles)
    {
        foreach (var (name, article) in articles)
        {
            ExchangeFiles.Write(folder, name + ".txt", article.Text);
            ExchangeFiles.Write(folder, name + ".ann", BratWriter.Write(article.To(OffsetUnit.CodePoint)));
        }
    }
}
