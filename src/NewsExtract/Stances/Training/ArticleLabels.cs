using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NewsExtract.Errors;
using NewsExtract.Quotes.Training;

namespace NewsExtract.Stances.Training;

/// <summary>
/// Our own labels of stances in articles of PolNeAR: places only, no text. A line: the number of the article, from 0, a span for each of its entities, then the sentences by where they start:
/// <c>120: 1&gt;3- A&gt;2+; 340: …</c>, A being the author.
/// </summary>
internal static class ArticleLabels
{
    /// <summary>The labelled articles.</summary>
    /// <exception cref="NewsExtractException">NX0401 or NX0402: a file is missing, or a line malformed.</exception>
    public static IEnumerable<LabelledArticle> Read(string labels, string path)
    {
        if (!File.Exists(labels))
        {
            throw new NewsExtractException(ErrorCatalog.TrainingFileMissing(labels));
        }

        var articles = PolnearReader.Read(path);
        var number = 0;
        foreach (var line in File.ReadLines(labels, Encoding.UTF8))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var cells = line.Split('\t');
            if (cells.Length != 3 || !int.TryParse(cells[0], CultureInfo.InvariantCulture, out var key) || key < 0 || key >= articles.Count)
            {
                throw new NewsExtractException(ErrorCatalog.TrainingLineMalformed(labels, number, "expected the number of a known article, spans and labels"));
            }

            var (id, text) = (articles[key].Id, articles[key].Text);
            var entities = OwnLabels.Spans(cells[1], (text, []), labels, number);
            var stances = ImmutableArray.CreateBuilder<(int, int, int, int)>();
            foreach (var part in cells[2].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var colon = part.IndexOf(':', StringComparison.Ordinal);
                if (colon < 1 || !int.TryParse(part.AsSpan(0, colon), CultureInfo.InvariantCulture, out var sentence) || sentence < 0 || sentence >= text.Length)
                {
                    throw new NewsExtractException(ErrorCatalog.TrainingLineMalformed(labels, number, $"no place of a sentence: {part}"));
                }

                foreach (var (holder, target, sign) in OwnLabels.Stances(part[(colon + 1)..], entities.Length, true, labels, number))
                {
                    stances.Add((sentence, holder, target, sign));
                }
            }

            yield return new LabelledArticle(id, text, entities, stances.ToImmutable());
        }
    }
}
