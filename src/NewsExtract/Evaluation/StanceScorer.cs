using System.Text.Json;

namespace NewsExtract.Evaluation;

/// <summary>
/// Stances in sets with full labels: found when polarity is the same, holder and target agree and the evidence overlaps, one to one. Sides agree
/// when their spans overlap, or when they name the same (by the article's own entities; <c>author</c> is a name). Neutral counts like the others.
/// </summary>
internal static class StanceScorer
{
    public static Figures Score(IReadOnlyList<ScoredDocument> documents, GoldSet set)
    {
        var (right, anyPolarity, predicted, gold) = (0, 0, 0, 0);
        var polar = (Right: 0, Predicted: 0, Gold: 0);
        foreach (var document in documents)
        {
            var known = document.Gold.Items("entities").Select(static e => NameKeys.Key(ScoredArticle.String(e, "name"))).ToHashSet(StringComparer.Ordinal);
            var golds = document.Gold.Items("stances").Select(s => new Labelled(s, document.Gold, known)).ToList();
            var found = document.Predicted.Items("stances").Select(s => new Labelled(s, document.Predicted, known)).ToList();
            var pairs = Matching.Best(golds, found, static (g, p) => g.Agrees(p) && g.Polarity == p.Polarity ? 1 + g.EvidenceShare(p) : 0, 0.5);
            right += pairs.Count;
            anyPolarity += Matching.Best(golds, found, static (g, p) => g.Agrees(p) ? 1 : 0, 0.5).Count;
            predicted += found.Count;
            gold += golds.Count;
            polar.Right += pairs.Count(m => golds[m.Gold].Polarity != "neutral");
            polar.Predicted += found.Count(static s => s.Polarity != "neutral");
            polar.Gold += golds.Count(static s => s.Polarity != "neutral");
        }

        return new Figures
        {
            { "stance", new Prf(right, predicted, gold) },
            { "support_oppose", new Prf(polar.Right, polar.Predicted, polar.Gold) },
            { "any_polarity", new Prf(anyPolarity, predicted, gold) },
            { "polarity_accuracy_on_matched", Prf.Rate(right, anyPolarity) },
        };
    }

    private sealed class Labelled
    {
        private readonly ScoreSpan? _holder;
        private readonly ScoreSpan? _target;
        private readonly ScoreSpan? _evidence;
        private readonly string _holderName;
        private readonly string _targetName;

        public Labelled(JsonElement stance, ScoredArticle article, IReadOnlySet<string> known)
        {
            (_holder, _target, _evidence) = (article.Span(stance, "holder"), article.Span(stance, "target"), article.Span(stance, "evidence"));
            (_holderName, _targetName) = NameKeys.Sides(stance, article, known);
            Polarity = StanceLabels.Polarity(stance);
        }

        public string Polarity { get; }

        public bool Agrees(Labelled other) =>
            (ScoreSpan.Overlap(_holder, other._holder) > 0 || (_holderName == other._holderName && _holderName.Length > 0)) &&
            (ScoreSpan.Overlap(_target, other._target) > 0 || (_targetName == other._targetName && _targetName.Length > 0)) &&
            (_evidence is null || other._evidence is null || ScoreSpan.Overlap(_evidence, other._evidence) > 0);

        /// <summary>The share of the evidence that both have, between 0 and 1.</summary>
        public double EvidenceShare(Labelled other)
        {
            var shared = ScoreSpan.Overlap(_evidence, other._evidence);
            return shared == 0 ? 0 : (double)shared / Math.Max(_evidence!.Value.End - _evidence.Value.Start, other._evidence!.Value.End - other._evidence.Value.Start);
        }
    }
}
