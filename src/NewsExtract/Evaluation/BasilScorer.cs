namespace NewsExtract.Evaluation;

/// <summary>
/// Polarity of named speakers' stances, where only some spans are labelled, so that there is no precision. Covered: some stance predicted in that
/// sentence has this holder. Of several, the one on the same target counts, then the one whose evidence shares most, then the most confident.
/// </summary>
internal static class BasilScorer
{
    public static Figures Score(IReadOnlyList<ScoredDocument> documents, GoldSet set)
    {
        var table = new Dictionary<(string, string), int>();
        var (targets, total) = (0, 0);
        foreach (var (_, gold, predicted) in documents)
        {
            var known = StanceLabels.KnownNames(gold);
            var sentences = gold.Items("sentences").Select(s => gold.Span(s)).ToList();
            var found = predicted.Items("stances").Select(s =>
            {
                var (holder, target) = NameKeys.Sides(s, predicted, known);
                return (Sentence: StanceLabels.SentenceOf(s, predicted, sentences), Holder: holder, Target: target, Stance: s);
            }).ToList();
            foreach (var label in gold.Items("stances"))
            {
                total++;
                var (holder, target) = (StanceLabels.SideName(label, "holder"), StanceLabels.SideName(label, "target"));
                var evidence = gold.Span(label, "evidence");
                var candidates = found.Where(f => f.Sentence == (ScoredArticle.Number(label, "sentence") ?? -1) && f.Holder == holder).ToList();
                if (candidates.Count > 0)
                {
                    var best = candidates.MaxBy(f => (f.Target == target, ScoreSpan.Overlap(predicted.Span(f.Stance, "evidence"), evidence), ScoredArticle.Confidence(f.Stance)));
                    targets += best.Target == target ? 1 : 0;
                    StanceLabels.Increase(table, StanceLabels.Polarity(label), StanceLabels.Polarity(best.Stance));
                }
            }
        }

        var covered = table.Values.Sum();
        var figures = new Figures
        {
            { "coverage", Prf.Rate(covered, total) }, { "coverage_with_target", Prf.Rate(targets, total) }, { "covered", covered }, { "gold", total },
        };
        foreach (var (name, value) in StanceLabels.Classes(table, StanceLabels.Polar))
        {
            if (value is Figures group)
            {
                figures.Add(name, group);
            }
            else
            {
                figures.Add(name, (double)value);
            }
        }

        return figures;
    }
}
