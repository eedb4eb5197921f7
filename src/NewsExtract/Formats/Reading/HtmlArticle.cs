using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsExtract.Errors;
using SmartReader;

namespace NewsExtract.Formats.Reading;

/// <summary>The main text of a web page: what a reader mode shows, one paragraph a block, with an empty line between blocks.</summary>
internal static class HtmlArticle
{
    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "button", "svg", "iframe", "figure", "head",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "section", "article", "main", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "table", "tr", "td", "th", "h1", "h2", "h3", "h4",
        "h5", "h6", "body", "html", "figcaption", "address", "hr", "br",
    };

    /// <summary>Text, title and publication time of a page.</summary>
    /// <exception cref="NewsExtractException">NX0115: no text.</exception>
    public static (string Text, string? Title, string? Published) Read(string html, string input)
    {
        string? title = null, published = null, text = null;
        if (Readable(html) is { } article)
        {
            title = article.Title is { Length: > 0 } given ? Collapse(given) : null;
            published = article.PublicationDate?.ToString("yyyy-MM-dd");
            text = article.IsReadable ? TextOf(new HtmlParser().ParseDocument(article.Content ?? "").Body) : null;
        }

        if (string.IsNullOrEmpty(text))
        {
            var page = new HtmlParser().ParseDocument(html);
            title ??= page.Title is { Length: > 0 } given ? Collapse(given) : null;
            text = TextOf(page.Body);
        }

        return text.Length > 0 ? (text, title, published) : throw new NewsExtractException(ErrorCatalog.HtmlWithoutText(input));
    }

    private static Article? Readable(string html)
    {
        try
        {
            // The address is never fetched; the reader needs one to resolve links.
            return new Reader("https://localhost/", html).GetArticle();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Pages that the reader mode cannot take still have a body.
            return null;
        }
    }

    private static string TextOf(IElement? root)
    {
        var blocks = new List<string>();
        var current = new StringBuilder();
        if (root is not null)
        {
            Walk(root, blocks, current);
        }

        Close(blocks, current);
        return string.Join("\n\n", blocks);
    }

    private static void Walk(INode node, List<string> blocks, StringBuilder current)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
            {
                current.Append(text.Data);
            }
            else if (child is IElement element && !Skipped.Contains(element.LocalName))
            {
                var isBlock = Blocks.Contains(element.LocalName);
                if (isBlock)
                {
                    Close(blocks, current);
                }

                Walk(element, blocks, current);
                if (isBlock)
                {
                    Close(blocks, current);
                }
            }
        }
    }

    private static void Close(List<string> blocks, StringBuilder current)
    {
        var text = Collapse(current.ToString());
        current.Clear();
        if (text.Length > 0)
        {
            blocks.Add(text);
        }
    }

    private static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("\0", "", StringComparison.Ordinal);
}
