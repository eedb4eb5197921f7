namespace NewsExtract.Evaluation;

/// <summary>
/// Quotes: found when their content overlaps the label's by a Jaccard index of 0.5 (one to one, of greatest total weight); with speaker when the
/// source phrases overlap too. Labels of reported belief are neither required nor, when predicted as speech, counted against.
/// </summary>
internal static class QuoteScorer
{
    private const double Floor = 0.5;
    private static readonly string[] Types = ["direct", "mixed", "indirect"];
    private static readonly double[] CoverageFloors = [0.3, 0.8];

    public static Figures Score(IReadOnlyList<ScoredDocument> documents, GoldSet set)
    {
        var tally = new Tally();
        foreach (var document in documents)
        {
            ScoredQuote[] golds = [.. document.Gold.Items("quotes").Select(q => new ScoredQuote(document.Gold, q))];
            ScoredQuote[] predictions = [.. document.Predicted.Items("quotes").Select(q => new ScoredQuote(document.Predicted, q))];
            tally.Add(golds, predictions);
        }

        return tally.ToFigures();
    }

    /// <summary>Each label in turn takes the free prediction that covers most of it, over the floor (as the Gender Gap Tracker matches).</summary>
    private static (List<(ScoredQuote Gold, ScoredQuote Predicted)> Pairs, List<ScoredQuote> Free) Cover(
        IEnumerable<ScoredQuote> golds, IEnumerable<ScoredQuote> predictions, double floor)
    {
        var (free, pairs) = (predictions.ToList(), new List<(ScoredQuote, ScoredQuote)>());
        foreach (var gold in golds)
        {
            if (free.Count > 0 && free.MaxBy(p => (gold.Coverage(p), gold.Jaccard(p))) is var best && gold.Coverage(best!) > floor)
            {
                pairs.Add((gold, best!));
                free.Remove(best!);
            }
        }

        return (pairs, free);
    }

    private sealed class Tally
    {
        private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
        private readonly List<(HashSet<int>, HashSet<int>)> _characters = [];
        private readonly List<(HashSet<ScoreSpan>, HashSet<ScoreSpan>)> _content = [];
        private readonly List<(HashSet<ScoreSpan>, HashSet<ScoreSpan>)> _cues = [];
        private readonly List<(HashSet<ScoreSpan>, HashSet<ScoreSpan>)> _sources = [];

        private int this[string name] => _counts.GetValueOrDefault(name);

        public void Add(ScoredQuote[] golds, ScoredQuote[] predictions)
        {
            var scored = golds.Where(static g => g.IsScored && g.Characters.Count > 0).ToList();
            var others = golds.Where(static g => !g.IsScored).ToList();
            var said = predictions.Where(static p => ScoredArticle.Flag(p.Data, "speech", true)).ToList();
            var pairs = Matching.Best(scored, said, static (g, p) => g.Jaccard(p), Floor).Select(m => (Gold: scored[m.Gold], Predicted: said[m.Predicted])).ToList();
            var rest = said.Except(pairs.Select(static m => m.Predicted)).ToList();
            var skipped = Matching.Best(others, rest, static (g, p) => g.Jaccard(p), Floor).Select(m => rest[m.Predicted]).ToHashSet();
            var judged = said.Where(p => !skipped.Contains(p)).ToList();
            Main(scored, judged, pairs, skipped.Count);
            Speakers(scored, pairs);
            _characters.Add((Union(golds, static q => q.Characters), Union(predictions, static q => q.Characters)));
            _content.Add((Union(golds, static q => q.Pieces), Union(predictions, static q => q.Pieces)));
            _cues.Add((Union(golds, static q => Optional(q.Cue)), Union(predictions, static q => Optional(q.Cue))));
            _sources.Add((Union(golds, static q => Optional(q.Source)), Union(predictions, static q => Optional(q.Source))));
            foreach (var floor in CoverageFloors)
            {
                var (hits, free) = Cover(scored, said, floor);
                Count($"tp {floor}", hits.Count);
                Count($"judged {floor}", hits.Count + Cover(others, free, floor).Free.Count);
                Count($"speaker {floor}", hits.Count(static m => ScoreSpan.Meets(m.Gold.Source, m.Predicted.Source)));
                Count($"verb {floor}", hits.Count(static m => ScoreSpan.Meets(m.Gold.Cue, m.Predicted.Cue)));
            }
        }

        public Figures ToFigures()
        {
            var types = new Figures();
            foreach (var type in Types)
            {
                types.Add(type, new Prf(this[$"right {type}"], this[$"judged {type}"], this[$"gold {type}"], this[$"hit {type}"]));
            }

            var figures = new Figures
            {
                { "quote", new Prf(this["matched"], this["judged"], this["gold"]) },
                { "quote_and_speaker", new Prf(this["speaker"], this["judged"], this["gold"]) },
                { "types", types },
                { "type_accuracy_on_matched", Prf.Rate(this["type"], this["matched"]) },
                { "speaker_accuracy_on_matched", Prf.Rate(this["speaker"], this["matched"]) },
                { "not_judged", this["skipped"] },
                { "content_characters", Prf.OfSets(_characters) },
                { "exact_segments", new Figures { { "content", Prf.OfSets(_content) }, { "cue", Prf.OfSets(_cues) }, { "source", Prf.OfSets(_sources) } } },
            };
            foreach (var floor in CoverageFloors)
            {
                figures.Add($"coverage_{floor}", new Figures
                {
                    { "quote", new Prf(this[$"tp {floor}"], this[$"judged {floor}"], this["gold"]) },
                    { "speaker_accuracy", Prf.Rate(this[$"speaker {floor}"], this[$"tp {floor}"]) },
                    { "verb_accuracy", Prf.Rate(this[$"verb {floor}"], this[$"tp {floor}"]) },
                });
            }

            foreach (var group in this["named all"] > 0 ? new[] { "all", "pronoun" } : [])
            {
                figures.Add($"resolved_speaker_{group}", new Figures
                {
                    { "of_all", Prf.Rate(this[$"resolved {group}"], this[$"named {group}"]) },
                    { "gold", this[$"named {group}"] },
                    { "of_matched", Prf.Rate(this[$"resolved {group}"], this[$"named and matched {group}"]) },
                });
            }

            figures.Add("false_speaker", new Figures { { "rate", Prf.Rate(this["false"], this["unsourced"]) }, { "of", this["unsourced"] } });
            return figures;
        }

        private void Main(List<ScoredQuote> scored, List<ScoredQuote> judged, List<(ScoredQuote Gold, ScoredQuote Predicted)> pairs, int skipped)
        {
            scored.ForEach(g => Count($"gold {g.Type}", 1));
            pairs.ForEach(m => Count($"hit {m.Gold.Type}", 1));
            judged.ForEach(p => Count($"judged {p.Type}", 1));
            pairs.ForEach(m => Count($"right {m.Predicted.Type}", 1));
            Count("gold", scored.Count);
            Count("judged", judged.Count);
            Count("skipped", skipped);
            Count("matched", pairs.Count);
            Count("speaker", pairs.Count(static m => ScoreSpan.Meets(m.Gold.Source, m.Predicted.Source)));
            Count("type", pairs.Count(static m => m.Gold.Type == m.Predicted.Type));
            var unsourced = pairs.Where(static m => m.Gold.Source is null).Select(static m => m.Predicted).ToList();
            Count("unsourced", unsourced.Count);
            Count("false", unsourced.Count(static p => p.Source is not null || ScoredArticle.String(p.Data, "speakerName") is { Length: > 0 }));
        }

        /// <summary>Whether the speaker's name is right, for labels that say which mentions are of the same speaker.</summary>
        private void Speakers(List<ScoredQuote> scored, List<(ScoredQuote Gold, ScoredQuote Predicted)> pairs)
        {
            var partner = pairs.ToDictionary(static m => m.Gold, static m => m.Predicted);
            foreach (var gold in scored)
            {
                var names = ScoredArticle.Items(gold.Data, "cluster_mentions").Where(static m => !ScoredArticle.Flag(m, "pronoun", false))
                    .Select(static m => ScoredArticle.String(m, "text") ?? "").ToList();
                if (names.Count == 0)
                {
                    continue;
                }

                var predicted = partner.GetValueOrDefault(gold);
                var isRight = predicted is not null && names.Any(name => NameKeys.NamesMention(ScoredArticle.String(predicted.Data, "speakerName"), name));
                foreach (var group in ScoredArticle.Flag(gold.Data, "pronoun", false) ? new[] { "all", "pronoun" } : ["all"])
                {
                    Count($"named {group}", 1);
                    Count($"named and matched {group}", predicted is not null ? 1 : 0);
                    Count($"resolved {group}", isRight ? 1 : 0);
                }
            }
        }

        private static HashSet<T> Union<T>(IEnumerable<ScoredQuote> quotes, Func<ScoredQuote, IEnumerable<T>> of) => [.. quotes.SelectMany(of)];

        private static ScoreSpan[] Optional(ScoreSpan? span) => span is { } given ? [given] : [];

        private void Count(string name, int number) => _counts[name] = this[name] + number;
    }
}
