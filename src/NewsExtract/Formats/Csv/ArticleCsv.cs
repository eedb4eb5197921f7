using NewsExtract.Documents;
using NewsExtract.Formats.Json;

namespace NewsExtract.Formats.Csv;

/// <summary>The CSV file beside an article: one row an annotation, ordered by layer.</summary>
internal static class ArticleCsv
{
    /// <summary>The whole file.</summary>
    public static byte[] Write(AnnotatedArticle article, CsvSettings settings)
    {
        using var output = new MemoryStream();
        output.Write(CsvRowWriter.Prologue(CsvTable.Article, settings));
        using (var rows = new CsvRowWriter(output, settings))
        {
            foreach (var entity in RunRows.OrEmpty(article.Entities))
            {
                foreach (var mention in entity.Mentions)
                {
                    rows.Text("mention").Text(entity.Id).Text(entity.Type.Name()).Text(AnnotationNames.Of(mention.Kind))
                        .Number(mention.Span.Start).Number(mention.Span.End).Text(mention.Span.Text).Text(entity.Name).Text(entity.Id)
                        .Empty().Empty().Empty().Text(mention.Value).Text(mention.Country).Empty().Empty().Number(mention.Confidence).Empty().End();
                }
            }

            foreach (var quote in RunRows.OrEmpty(article.Quotes))
            {
                rows.Text("quote").Text(quote.Id).Text(AnnotationNames.Of(quote.Type)).Text(quote.IsSpeech ? "speech" : "belief")
                    .Number((long?)RunRows.Start(quote)).Number((long?)RunRows.End(quote)).Text(RunRows.QuoteText(quote))
                    .Text(quote.SpeakerName ?? quote.Speaker?.Text).Text(quote.SpeakerEntity).Text(quote.Cue?.Text)
                    .Empty().Empty().Empty().Empty().Text(RunRows.Parts(quote)).Empty().Number(quote.Confidence).Empty().End();
            }

            foreach (var stance in RunRows.OrEmpty(article.Stances))
            {
                rows.Text("stance").Text(stance.Id).Text(AnnotationNames.Of(stance.Polarity)).Empty()
                    .Number((long?)stance.Evidence?.Start).Number((long?)stance.Evidence?.End).Text(stance.Evidence?.Text)
                    .Text(stance.Holder.Name).Text(stance.Holder.Entity).Empty().Text(stance.Target.Name).Text(stance.Target.Entity)
                    .Empty().Empty().Empty().Text(stance.Quote).Number(stance.Confidence).Text(string.Join(' ', stance.Basis)).End();
            }
        }

        return output.ToArray();
    }
}
