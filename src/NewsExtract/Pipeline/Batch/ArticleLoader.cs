using System.Text;
using System.Text.Json;
using NewsExtract.Documents;
using NewsExtract.Errors;
using NewsExtract.Formats.Reading;

namespace NewsExtract.Pipeline.Batch;

/// <summary>Reads the article of a file that holds one.</summary>
internal static class ArticleLoader
{
    /// <summary>The article of an item, and the number of bytes it took.</summary>
    /// <exception cref="NewsExtractException">NX01xx: it cannot be read.</exception>
    public static (Article Article, long Bytes) Load(BatchItem item)
    {
        if (item.Fault is not null)
        {
            throw new NewsExtractException(item.Fault);
        }

        if (item.Article is { } ready)
        {
            return (ready, item.Bytes);
        }

        try
        {
            var bytes = File.ReadAllBytes(item.Path!);
            var text = TextDecoder.Decode(bytes, item.Input);
            var extension = Path.GetExtension(item.Input);
            var article = new Article { Id = item.Input[..^extension.Length], Source = item.Input, Text = text };
            if (extension.StartsWith(".htm", StringComparison.OrdinalIgnoreCase))
            {
                var (main, title, published) = HtmlArticle.Read(text, item.Input);
                article = article with { Text = main, Title = title, PublishedText = published, Published = PublicationDate.Parse(published) };
            }

            return string.IsNullOrWhiteSpace(article.Text)
                ? throw new NewsExtractException(ErrorCatalog.ArticleEmpty(item.Input))
                : (article, bytes.Length);
        }
        catch (Exception e) when (e is not NewsExtractException && FaultOf(e, item.Input) is { } fault)
        {
            throw new NewsExtractException(fault, e);
        }
    }

    /// <summary>What an exception means for the input; null when it is not the input's fault.</summary>
    public static ErrorInfo? FaultOf(Exception exception, string input) => exception switch
    {
        NewsExtractException known => known.Info,
        FileNotFoundException or DirectoryNotFoundException => ErrorCatalog.Vanished(input),
        DecoderFallbackException broken => ErrorCatalog.NotUtf16(input, broken.Index),
        UnauthorizedAccessException or IOException => ErrorCatalog.Unreadable(input, Reason(exception)),
        JsonException => ErrorCatalog.JsonBroken(input, 1, 1),
        _ => null,
    };

    // The runtime's message repeats the path, which differs from machine to machine; failures.csv should not.
    private static string Reason(Exception exception)
    {
        var message = exception.Message;
        var colon = message.IndexOf(" : ", StringComparison.Ordinal);
        return exception is UnauthorizedAccessException ? "permission denied." : colon < 0 ? message.Split('\'')[0].Trim() : message[..colon].Trim() + ".";
    }
}
