using System.Text.Json;

namespace NewsExtract.Evaluation;

/// <summary>
/// Span overlap with the labelled attitudes that have a polarity and a target; predicted <c>neutral</c> is left out. A holder that is not in the
/// sentence is met by a predicted holder with no span there. <c>tuple_lenient</c> does not judge predictions on attitudes outside the labels.
/// </summary>
internal static class MpqaScorer
{
    public static Figures Score(IReadOnlyList<ScoredDocument> documents, GoldSet set)
    {
        var tuples = (Right: 0, Predicted: 0, Gold: 0, Spared: 0, Hit: 0);
        var (holders, targets) = (new RoleTally(), new RoleTally());
        foreach (var (_, gold, predicted) in documents)
        {
            var found = predicted.Items("stances").Where(StanceLabels.IsPolar).Select(s => new Found(s, predicted)).ToList();
            var sentences = gold.Items("sentences").Select(s => gold.Span(s)).ToList();
            var labels = gold.Items("stances").Select(g => new Attitude(g, gold, sentences)).ToList();
            var others = gold.Items("other_attitudes").Select(g => new Attitude(g, gold, sentences)).ToList();
            var lone = found.Where(s => !labels.Exists(g => g.IsMetBy(s))).ToList();
            tuples.Right += found.Count - lone.Count;
            tuples.Predicted += found.Count;
            tuples.Gold += labels.Count;
            tuples.Spared += lone.Count(s => others.Exists(o => o.Covers(s)));
            tuples.Hit += labels.Count(g => found.Exists(g.IsMetBy));
            holders.Add(labels.SelectMany(static g => g.Holders), found.Select(static s => s.Holder));
            targets.Add(labels.SelectMany(static g => g.Targets), found.Select(static s => s.Target));
        }

        return new Figures
        {
            { "holder", holders.ToPrf() },
            { "target", targets.ToPrf() },
            { "tuple", new Prf(tuples.Right, tuples.Predicted, tuples.Gold, tuples.Hit) },
            { "tuple_lenient", new Prf(tuples.Right, tuples.Predicted - tuples.Spared, tuples.Gold, tuples.Hit) },
        };
    }

    private static bool Over(IEnumerable<ScoreSpan?> spans, ScoreSpan? other) => spans.Any(s => ScoreSpan.Overlap(s, other) > 0);

    private sealed record Found(ScoreSpan? Holder, ScoreSpan? Target, ScoreSpan? Evidence, string Polarity)
    {
        public Found(JsonElement stance, ScoredArticle article)
            : this(article.Span(stance, "holder"), article.Span(stance, "target"), article.Span(stance, "evidence"), StanceLabels.Polarity(stance))
        {
        }
    }

    private sealed class Attitude(JsonElement label, ScoredArticle article, List<ScoreSpan?> sentences)
    {
        private readonly ScoreSpan? _evidence = article.Span(label, "evidence");
        private readonly string _polarity = StanceLabels.Polarity(label);
        private readonly ScoreSpan? _sentence = ScoredArticle.Number(label, "sentence") is { } index && index >= 0 && index < sentences.Count ? sentences[index] : null;

        public ScoreSpan?[] Holders { get; } = [.. ScoredArticle.Items(label, "holders").Select(s => article.Span(s))];

        public ScoreSpan?[] Targets { get; } = [.. ScoredArticle.Items(label, "targets").Select(s => article.Span(s))];

        public bool IsMetBy(Found found)
        {
            var holder = Holders.Length > 0 ? Over(Holders, found.Holder) : ScoreSpan.Overlap(found.Holder, _sentence) == 0;
            return holder && _polarity == found.Polarity && ScoreSpan.Overlap(_evidence, found.Evidence) > 0 && Over(Targets, found.Target);
        }

        public bool Covers(Found found) => ScoreSpan.Overlap(_evidence, found.Evidence) > 0 && Over(Targets.Length > 0 ? Targets : [found.Target], found.Target);
    }

    private sealed class RoleTally
    {
        private int _right;
        private int _predicted;
        private int _gold;
        private int _hit;

        public void Add(IEnumerable<ScoreSpan?> golds, IEnumerable<ScoreSpan?> predictions)
        {
            var (mine, theirs) = (golds.OfType<ScoreSpan>().ToHashSet(), predictions.OfType<ScoreSpan>().ToHashSet());
            _gold += mine.Count;
            _predicted += theirs.Count;
            _right += theirs.Count(t => mine.Any(m => ScoreSpan.Overlap(m, t) > 0));
            _hit += mine.Count(m => theirs.Any(t => ScoreSpan.Overlap(m, t) > 0));
        }

        public Prf ToPrf() => new(_right, _predicted, _gold, _hit);
    }
}
