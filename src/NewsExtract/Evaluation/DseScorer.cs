using System.Text.Json;

namespace NewsExtract.Evaluation;

/// <summary>
/// Every labelled direction p→q is one case of three classes; no predicted stance over p and q means neutral. The main figures ask that the spans
/// overlap; <c>by_entity</c> lets any mention of the predicted entity do so.
/// </summary>
internal static class DseScorer
{
    private static readonly string[] Labels = [.. StanceLabels.Polar, "neutral"];

    public static Figures Score(IReadOnlyList<ScoredDocument> documents, GoldSet set)
    {
        var strict = StanceLabels.Classes(Table(documents, byEntity: false), Labels);
        var wide = StanceLabels.Classes(Table(documents, byEntity: true), Labels);
        var byEntity = new Figures();
        foreach (var (name, value) in wide.Where(static figure => figure.Key is "macro_f1" or "f_avg_support_oppose"))
        {
            byEntity.Add(name, (double)value);
        }

        strict.Add("by_entity", byEntity);
        return strict;
    }

    private static Dictionary<(string, string), int> Table(IReadOnlyList<ScoredDocument> documents, bool byEntity)
    {
        var table = new Dictionary<(string, string), int>();
        foreach (var (_, gold, predicted) in documents)
        {
            foreach (var label in gold.Items("stances"))
            {
                var (best, verdict) = ((Shared: 0, IsPolar: false, Confidence: 0.0), "neutral");
                foreach (var stance in predicted.Items("stances"))
                {
                    var holder = Most(gold.Span(label, "holder"), stance, "holder", predicted, byEntity);
                    var target = Most(gold.Span(label, "target"), stance, "target", predicted, byEntity);
                    var rank = (holder + target, StanceLabels.IsPolar(stance), ScoredArticle.Confidence(stance));
                    if (holder > 0 && target > 0 && rank.CompareTo(best) > 0)
                    {
                        (best, verdict) = (rank, StanceLabels.Polarity(stance));
                    }
                }

                StanceLabels.Increase(table, StanceLabels.Polarity(label), verdict);
            }
        }

        return table;
    }

    private static int Most(ScoreSpan? label, JsonElement stance, string role, ScoredArticle article, bool byEntity)
    {
        var side = ScoredArticle.Property(stance, role);
        var most = ScoreSpan.Overlap(label, article.Span(side));
        if (byEntity && ScoredArticle.String(side, "entity") is { } id)
        {
            foreach (var entity in article.Items("entities").Where(e => ScoredArticle.String(e, "id") == id))
            {
                most = Math.Max(most, ScoredArticle.Items(entity, "mentions").Max(m => (int?)ScoreSpan.Overlap(label, article.Span(m))) ?? 0);
            }
        }

        return most;
    }
}
