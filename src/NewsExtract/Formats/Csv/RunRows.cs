using NewsExtract.Documents;
using NewsExtract.Formats.Json;

namespace NewsExtract.Formats.Csv;

/// <summary>The rows that one article gives to the tables of a run.</summary>
internal static class RunRows
{
    /// <summary>The rows of one article for one of <see cref="CsvTable.OfRun"/>.</summary>
    public static byte[] Of(CsvTable table, AnnotatedArticle article, CsvSettings settings)
    {
        using var output = new MemoryStream();
        using (var rows = new CsvRowWriter(output, settings))
        {
            Write(table, article, rows);
        }

        return output.ToArray();
    }

    /// <summary>Writes those rows to any kind of table.</summary>
    public static void Write(CsvTable table, AnnotatedArticle article, IRowWriter rows)
    {
        if (table == CsvTable.Articles)
        {
            Article(rows, article);
        }
        else if (table == CsvTable.Entities)
        {
            Entities(rows, article);
        }
        else if (table == CsvTable.Quotes)
        {
            Quotes(rows, article);
        }
        else
        {
            Stances(rows, article);
        }
    }

    private static void Article(IRowWriter rows, AnnotatedArticle article)
    {
        var counts = AnnotationCounts.Of(article);
        rows.Text(article.Id).Text(article.Source).Text(article.Title).Text(article.Published).Text(article.Language)
            .Number(article.Text.Length).Number(counts.Words).Number(counts.Sentences).Number(counts.Entities).Number(counts.Mentions)
            .Number(counts.Quotes).Number(counts.Stances).End();
    }

    private static void Entities(IRowWriter rows, AnnotatedArticle article)
    {
        foreach (var entity in article.Entities.OrEmpty())
        {
            int Count(MentionKind kind) => entity.Mentions.Count(m => m.Kind == kind);
            var first = entity.Mentions.Length > 0 ? entity.Mentions[0].Span : null;
            rows.Text(article.Id).Text(entity.Id).Text(entity.Type.Name()).Text(entity.Name).Number((long)entity.Mentions.Length)
                .Number(Count(MentionKind.Name)).Number(Count(MentionKind.Nominal)).Number(Count(MentionKind.Pronoun))
                .Number(first?.Start).Number(first?.End)
                .Text(entity.Mentions.FirstOrDefault(static m => m.Value is not null)?.Value)
                .Text(entity.Mentions.FirstOrDefault(static m => m.Country is not null)?.Country).End();
        }
    }

    private static void Quotes(IRowWriter rows, AnnotatedArticle article)
    {
        foreach (var quote in article.Quotes.OrEmpty())
        {
            rows.Text(article.Id).Text(quote.Id).Text(AnnotationNames.Of(quote.Type)).Text(quote.IsSpeech ? "true" : "false")
                .Text(quote.SpeakerName).Text(quote.SpeakerEntity).Text(quote.Speaker?.Text).Text(quote.Cue?.Text)
                .Text(QuoteText(quote)).Number(Start(quote)).Number(End(quote)).Text(Parts(quote))
                .Number(quote.Speaker?.Start).Number(quote.Speaker?.End)
                .Number(quote.Cue?.Start).Number(quote.Cue?.End).Number(quote.Confidence).End();
        }
    }

    private static void Stances(IRowWriter rows, AnnotatedArticle article)
    {
        foreach (var stance in article.Stances.OrEmpty())
        {
            rows.Text(article.Id).Text(stance.Id).Text(stance.Holder.Name).Text(stance.Holder.Entity).Text(AnnotationNames.Of(stance.Polarity))
                .Text(stance.Target.Name).Text(stance.Target.Entity).Text(stance.Evidence?.Text)
                .Number(stance.Evidence?.Start).Number(stance.Evidence?.End)
                .Number(stance.Holder.Span?.Start).Number(stance.Holder.Span?.End)
                .Number(stance.Target.Span?.Start).Number(stance.Target.Span?.End)
                .Text(stance.Quote).Number(stance.Confidence).Text(string.Join(' ', stance.Basis)).End();
        }
    }

    /// <summary>The words of a quote; where it is interrupted, an ellipsis stands for what comes between.</summary>
    internal static string QuoteText(AnnotatedQuote quote) => string.Join(" … ", quote.Content.Select(static part => part.Text));

    /// <summary>The parts of a quote as <c>start..end</c>; a spreadsheet would take <c>1:20</c> or <c>1-20</c> for a time or a date.</summary>
    internal static string Parts(AnnotatedQuote quote) => string.Join(' ', quote.Content.Select(static part => $"{part.Start}..{part.End}"));

    internal static int? Start(AnnotatedQuote quote) => quote.Content.Length > 0 ? quote.Content[0].Start : null;

    internal static int? End(AnnotatedQuote quote) => quote.Content.Length > 0 ? quote.Content[^1].End : null;
}
