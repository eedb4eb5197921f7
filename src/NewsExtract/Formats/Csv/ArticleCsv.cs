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
            foreach (var entity in article.Entities.OrEmpty())
            {
                foreach (var mention in entity.Mentions)
                {
                    rows.Text("mention").Text(entity.Id).Text(entity.Type.Name()).Text(AnnotationNames.Of(mention.Kind))
                        .Number(mention.Span.Start).Number(mention.Span.End).Text(mention.Span.Text).Text(entity.Name).Text(entity.Id)
                        .Text(null).Text(null).Text(null).Text(mention.Value).Text(mention.Country).Text(null).Text(null).Number(mention.Confidence).Text(null).End();
                }
            }

            foreach (var quote in article.Quotes.OrEmpty())
            {
                rows.Text("quote").Text(quote.Id).Text(AnnotationNames.Of(quote.Type)).Text(quote.IsSpeech ? "speech" : "belief")
                    .Number(RunRows.Start(quote)).Number(RunRows.End(quote)).Text(RunRows.QuoteText(quote))
                    .Text(quote.SpeakerName ?? quote.Speaker?.Text).Text(quote.SpeakerEntity).Text(quote.Cue?.Text)
                    .Text(null).Text(null).Text(null).Text(null).Text(RunRows.Parts(quote)).Text(null).Number(quote.Confidence).Text(null).End();
            }

            foreach (var stance in article.Stances.OrEmpty())
            {
                rows.Text("stance").Text(stance.Id).Text(AnnotationNames.Of(stance.Polarity)).Text(null)
                    .Number(stance.Evidence?.Start).Number(stance.Evidence?.End).Text(stance.Evidence?.Text)
                    .Text(stance.Holder.Name).Text(stance.Holder.Entity).Text(null).Text(stance.Target.Name).Text(stance.Target.Entity)
                    .Text(null).Text(null).Text(null).Text(stance.Quote).Number(stance.Confidence).Text(string.Join(' ', stance.Basis)).End();
            }
        }

        return output.ToArray();
    }
}
