using System.Net;
using System.Text;
using NewsExtract.Formats.Json;

namespace NewsExtract.Formats.Html;

/// <summary>
/// The report of a run as one web page: counts, the names that come up most, and each article with its annotations shown in the text. It needs no
/// network and no script; whatever comes from an article is encoded.
/// </summary>
internal static class HtmlReport
{
    /// <summary>Rows of each table on the first page.</summary>
    private const int TopRows = 15;

    /// <summary>Writes the page.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="title">Its title.</param>
    /// <param name="articles">Gives the articles; called twice, so that they need not be held.</param>
    /// <param name="most">How many articles are shown with their text.</param>
    public static void Write(TextWriter output, string title, Func<IEnumerable<AnnotatedArticle>> articles, int most)
    {
        var totals = new ReportTotals();
        foreach (var article in articles())
        {
            totals.Add(article);
        }

        output.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{Encode(title)}</title>
            <style>
            {Style()}</style>
            </head>
            <body>

            """);
        FirstPage(output, title, totals);
        output.Write("<h2>Articles</h2>\n");
        output.Write(Legend);
        var shown = 0;
        foreach (var article in articles().Take(most))
        {
            Article(output, article, isOpen: shown++ == 0);
        }

        if (totals.Articles > shown)
        {
            output.Write($"<p class=\"quiet\">{totals.Articles - shown:N0} more articles are not shown here; the tables and annotation files have them all.</p>\n");
        }

        output.Write("</body>\n</html>\n");
    }

    private const string Legend =
        "<p class=\"legend quiet\"><span class=\"m person\">person</span><span class=\"m org\">organisation</span><span class=\"m gpe\">place</span>" +
        "<span class=\"m norp\">group</span><span class=\"m person pronoun\">pronoun or description</span><span class=\"q\">quote</span><span class=\"q belief\">reported belief</span>" +
        "<span class=\"cue\">cue</span><span class=\"src\">speaker</span><span class=\"ev support\">support</span><span class=\"ev oppose\">oppose</span></p>\n";

    private static void FirstPage(TextWriter output, string title, ReportTotals totals)
    {
        var counts = totals.Counts;
        output.Write($"""
            <h1>{Encode(title)}</h1>
            <p class="quiet">{totals.Articles:N0} {(totals.Articles == 1 ? "article" : "articles")}, {counts.Words:N0} words: {counts.Entities:N0} entities with {counts.Mentions:N0} mentions, {counts.Quotes:N0} quotes, {counts.Stances:N0} stances. Names are joined over articles by their spelling alone.</p>
            <div class="columns">

            """);
        Table(output, "Speakers", ["speaker", "#quotes", "#articles"], totals.TopSpeakers(TopRows));
        Table(output, "Entities", ["name", "type", "#mentions", "#articles"], totals.TopEntities(TopRows));
        Table(output, "Stances", ["holder", "target", "#support", "#oppose", "#neutral"], totals.TopStances(TopRows));
        output.Write("</div>\n");
    }

    private static void Article(TextWriter output, AnnotatedArticle article, bool isOpen)
    {
        var counts = AnnotationCounts.Of(article);
        var html = new StringBuilder();
        html.Append(isOpen ? "<details open>\n" : "<details>\n").Append("<summary><bdi>").Append(Encode(article.Title ?? article.Id))
            .Append($"</bdi> <span class=\"quiet\"><bdi>{Encode(article.Source ?? article.Id)}</bdi>, {counts.Words:N0} words, {counts.Quotes:N0} quotes, {counts.Stances:N0} stances</span></summary>\n")
            .Append("<div class=\"text\">");
        TextHighlighter.Write(html, article);
        html.Append("</div>\n");
        output.Write(html);
        if (counts.Quotes > 0)
        {
            Table(output, "Quotes", ["speaker", "cue", "quote", "type", "#confidence"], article.Quotes.Select(static q => new[]
            {
                q.SpeakerName ?? q.Speaker?.Text ?? "", q.Cue?.Text ?? "", Csv.RunRows.QuoteText(q), AnnotationNames.Of(q.Type) + (q.IsSpeech ? "" : ", belief"), $"{q.Confidence:0.00}",
            }));
        }

        if (counts.Stances > 0)
        {
            Table(output, "Stances", ["holder", "polarity", "target", "evidence", "#confidence"], article.Stances.Select(static s => new[]
            {
                s.Holder.Name, AnnotationNames.Of(s.Polarity), s.Target.Name, s.Evidence?.Text ?? "", $"{s.Confidence:0.00}",
            }));
        }

        output.Write("</details>\n");
    }

    /// <summary>A table; columns that begin with # hold numbers.</summary>
    private static void Table(TextWriter output, string title, string[] columns, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        var html = new StringBuilder($"<div><h3>{title}</h3>\n<table>\n<tr>");
        foreach (var column in columns)
        {
            html.Append(column[0] == '#' ? $"<th class=\"n\">{column[1..]}</th>" : $"<th>{column}</th>");
        }

        html.Append("</tr>\n");
        foreach (var row in all)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Length; i++)
            {
                var style = columns[i][0] == '#' ? " class=\"n\"" : columns[i] == "polarity" ? $" class=\"{Encode(row[i])}\"" : "";
                html.Append($"<td{style}>{Encode(row[i])}</td>");
            }

            html.Append("</tr>\n");
        }

        output.Write(html.Append("</table>\n</div>\n"));
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string Style()
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
