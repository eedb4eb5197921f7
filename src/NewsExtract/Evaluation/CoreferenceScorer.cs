using NewsExtract.Evaluation.Coreference;

namespace NewsExtract.Evaluation;

/// <summary>Which mentions are of one entity, by the measures of <see cref="CoreferenceScores"/>; mentions are the same when their spans are. Values are left out.</summary>
internal static class CoreferenceScorer
{
    private static readonly string[] Values = ["DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"];

    /// <summary>Whether a file has labels of coreference: some entity is mentioned by a pronoun or a description.</summary>
    public static bool IsLabelled(ScoredArticle article) =>
        article.Items("entities").SelectMany(static e => ScoredArticle.Items(e, "mentions")).Any(static m => ScoredArticle.String(m, "kind") is "pronoun" or "nominal");

    public static Figures Score(IReadOnlyList<ScoredDocument> documents, GoldSet set)
    {
        var scores = new CoreferenceScores();
        foreach (var document in documents)
        {
            var numbers = new Dictionary<ScoreSpan, int>();
            scores.Add(Clusters(document.Gold, numbers), Clusters(document.Predicted, numbers));
        }

        Figures Of(double precision, double recall, double f1) => new() { { "p", Percent(precision) }, { "r", Percent(recall) }, { "f1", Percent(f1) } };
        return new Figures
        {
            { "conll_f1", Percent(scores.Conll) },
            { "muc", Of(scores.Muc.Precision, scores.Muc.Recall, scores.Muc.F1) },
            { "b_cubed", Of(scores.BCubed.Precision, scores.BCubed.Recall, scores.BCubed.F1) },
            { "ceaf_e", Of(scores.CeafE.Precision, scores.CeafE.Recall, scores.CeafE.F1) },
        };
    }

    private static List<List<int>> Clusters(ScoredArticle article, Dictionary<ScoreSpan, int> numbers)
    {
        var (clusters, taken) = (new List<List<int>>(), new HashSet<int>());
        foreach (var entity in article.Items("entities").Where(static e => !Values.Contains(ScoredArticle.String(e, "type"))))
        {
            var cluster = new List<int>();
            foreach (var mention in ScoredArticle.Items(entity, "mentions"))
            {
                if (article.Span(mention) is not { } span)
                {
                    continue;
                }

                if (!numbers.TryGetValue(span, out var number))
                {
                    numbers[span] = number = numbers.Count;
                }

                if (taken.Add(number))
                {
                    cluster.Add(number);
                }
            }

            clusters.Add(cluster);
        }

        return clusters;
    }

    private static double Percent(double share) => Math.Round(100 * share, 2);
}
