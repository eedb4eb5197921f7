namespace NewsExtract.Evaluation;

/// <summary>
/// Triples (holder, target, polarity) by name in a sentence. Predicted <c>neutral</c> is left out: such sets have none. Sides that the labellers
/// marked as not in their list are set aside: not required, and a prediction that agrees with the rest is not judged. <c>all_gold</c> requires them too.
/// </summary>
internal static class SeesawScorer
{
    private const string Unlisted = "not in the list";

    public static Figures Score(IReadOnlyList<ScoredDocument> documents, GoldSet set)
    {
        var judged = new List<(HashSet<Triple> Gold, HashSet<Triple> Predicted)>();
        var strict = new List<(HashSet<Triple> Gold, HashSet<Triple> Predicted)>();
        foreach (var document in documents)
        {
            var known = StanceLabels.KnownNames(document.Gold);
            known.Add("author");
            var sentences = document.Gold.Items("sentences").Select(s => document.Gold.Span(s)).ToList();
            var every = document.Gold.Items("stances").Select(s =>
            {
                var (holder, target) = NameKeys.Sides(s, document.Gold, known);
                return new Triple(ScoredArticle.Number(s, "sentence") ?? -1, holder, target, StanceLabels.Polarity(s));
            }).ToHashSet();
            var found = document.Predicted.Items("stances").Where(StanceLabels.IsPolar).Select(s =>
            {
                var (holder, target) = NameKeys.Sides(s, document.Predicted, known);
                return new Triple(StanceLabels.SentenceOf(s, document.Predicted, sentences), holder, target, StanceLabels.Polarity(s));
            }).ToHashSet();
            var vague = every.Where(static t => t.Holder == Unlisted || t.Target == Unlisted).ToHashSet();
            var required = every.Except(vague).ToHashSet();
            strict.Add((every, found));
            judged.Add((required, found.Where(t => required.Contains(t) || !vague.Any(v => v.Allows(t, Unlisted))).ToHashSet()));
        }

        var matched = judged.Sum(static pair =>
        {
            var places = pair.Gold.Select(static g => (g.Sentence, g.Holder, g.Target)).ToHashSet();
            return pair.Predicted.Count(t => places.Contains((t.Sentence, t.Holder, t.Target)));
        });
        return new Figures
        {
            { "triple", Prf.OfSets(judged) },
            { "triple_any_polarity", Prf.OfSets(Cut(judged, static t => (t.Sentence, t.Holder, t.Target))) },
            { "holder_in_sentence", Prf.OfSets(Cut(judged, static t => (t.Sentence, t.Holder))) },
            { "polarity_accuracy_on_matched", Prf.Rate(judged.Sum(static pair => pair.Gold.Count(pair.Predicted.Contains)), matched) },
            { "all_gold", Prf.OfSets(strict) },
        };
    }

    private static IEnumerable<(HashSet<T> Gold, HashSet<T> Predicted)> Cut<T>(IEnumerable<(HashSet<Triple> Gold, HashSet<Triple> Predicted)> pairs, Func<Triple, T> fields) =>
        pairs.Select(pair => (pair.Gold.Select(fields).ToHashSet(), pair.Predicted.Select(fields).ToHashSet()));

    private readonly record struct Triple(int Sentence, string Holder, string Target, string Polarity)
    {
        public bool Allows(Triple other, string any) =>
            Sentence == other.Sentence && (Holder == any || Holder == other.Holder) && (Target == any || Target == other.Target) && Polarity == other.Polarity;
    }
}
