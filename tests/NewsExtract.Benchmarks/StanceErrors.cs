using System.Globalization;
using System.Text.Json;
using NewsExtract.Evaluation;
using NewsExtract.Learning;
using NewsExtract.Stances.Lexicon;

namespace NewsExtract.Benchmarks;

/// <summary>The tables of <c>docs/accuracy/stances.md</c> beside its figures: precision by basis, confidence, and kinds of errors.</summary>
internal static class StanceErrors
{
    private const int Bins = 5;

    /// <summary>Compares a finished run with labels by the same agreement as <c>evaluate</c>.</summary>
    public static void Print(string goldPath, string predictedPath)
    {
        var gold = GoldSet.Read(goldPath);
        var found = AnnotationFiles.Read(predictedPath).ToDictionary(static a => a.Name, static a => a.Article, StringComparer.Ordinal);
        var errors = new Tally();
        var bases = new Tally();
        var right = new Tally();
        var confidences = new List<(double Confidence, bool IsRight)>();
        foreach (var (name, article) in gold.Articles)
        {
            if (!found.TryGetValue(name, out var predicted))
            {
                Console.WriteLine($"{name}: no prediction, not counted");
                continue;
            }

            if (gold.Scorer == "dse")
            {
                Pairs(article, predicted, errors, confidences);
            }
            else
            {
                Triples(article, predicted, errors, bases, right);
            }
        }

        foreach (var (basis, count) in bases.Largest)
        {
            Console.WriteLine($"| {basis} | {count} | {right[basis]} ({Percent(right[basis], count)}) |");
        }

        Confidence(confidences);
        foreach (var (kind, count) in errors.Largest)
        {
            Console.WriteLine($"| {kind} | {count} |");
        }
    }

    // Holder, target and polarity by name in a sentence.
    private static void Triples(ScoredArticle gold, ScoredArticle predicted, Tally errors, Tally bases, Tally right)
    {
        var known = StanceLabels.KnownNames(gold);
        known.Add("author");
        var sentences = gold.Items("sentences").Select(s => gold.Span(s)).ToList();
        var labels = gold.Items("stances").Select(s => (Sentence: ScoredArticle.Number(s, "sentence") ?? -1, Sides: NameKeys.Sides(s, gold, known), Polarity: StanceLabels.Polarity(s))).ToHashSet();
        var seen = new HashSet<(int, (string, string), string)>();
        foreach (var stance in predicted.Items("stances").Where(StanceLabels.IsPolar))
        {
            var sides = NameKeys.Sides(stance, predicted, known);
            var triple = (Sentence: StanceLabels.SentenceOf(stance, predicted, sentences), Sides: sides, Polarity: StanceLabels.Polarity(stance));
            if (!seen.Add(triple))
            {
                continue;
            }

            var (basis, isRight) = (BasisOf(stance), labels.Contains(triple));
            bases.Add(basis);
            right.Add(basis, isRight ? 1 : 0);
            if (!isRight)
            {
                var here = labels.Where(l => l.Sentence == triple.Sentence).ToList();
                errors.Add(
                    here.Count == 0 ? "written: the sentence has no labelled stance"
                    : here.Exists(l => l.Sides == sides) ? "sides right, polarity wrong"
                    : here.Exists(l => l.Sides.Holder == sides.Holder) ? "written: the holder is labelled, with another target"
                    : here.Exists(l => l.Sides.Target == sides.Target) ? "written: the target is labelled, with another holder"
                    : "written: neither side is labelled in the sentence");
            }
        }
    }

    // Directions of a marked pair, by spans.
    private static void Pairs(ScoredArticle gold, ScoredArticle predicted, Tally errors, List<(double, bool)> confidences)
    {
        foreach (var label in gold.Items("stances"))
        {
            var (holder, target) = (gold.Span(label, "holder"), gold.Span(label, "target"));
            var stance = predicted.Items("stances")
                .Where(s => ScoreSpan.Overlap(holder, predicted.Span(s, "holder")) > 0 && ScoreSpan.Overlap(target, predicted.Span(s, "target")) > 0)
                .OrderByDescending(s => ScoreSpan.Overlap(holder, predicted.Span(s, "holder")) + ScoreSpan.Overlap(target, predicted.Span(s, "target")))
                .ThenByDescending(StanceLabels.IsPolar).ThenByDescending(ScoredArticle.Confidence).Cast<JsonElement?>().FirstOrDefault();
            var (expected, got) = (StanceLabels.Polarity(label), stance is { } found ? StanceLabels.Polarity(found) : "neutral");
            if (got != "neutral")
            {
                confidences.Add((ScoredArticle.Confidence(stance!.Value), got == expected));
            }

            if (got != expected)
            {
                errors.Add(
                    expected == "neutral" ? $"written, nothing labelled: {BasisOf(stance!.Value)}"
                    : got != "neutral" ? "polarity wrong"
                    : $"{expected} missed, {(HasStanceWord(gold, holder, target) ? "a" : "no")} stance word between the names");
            }
        }
    }

    private static void Confidence(List<(double Confidence, bool IsRight)> all)
    {
        var error = 0.0;
        foreach (var bin in all.GroupBy(static c => Math.Min((int)(c.Confidence * Bins), Bins - 1)).OrderBy(static bin => bin.Key))
        {
            var (mean, share) = (bin.Average(static c => c.Confidence), bin.Average(static c => c.IsRight ? 1.0 : 0));
            error += Math.Abs(mean - share) * bin.Count() / all.Count;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {bin.Key / (double)Bins:F1}–{(bin.Key + 1) / (double)Bins:F1} | {bin.Count()} | {mean:F2} | {share:F2} |"));
        }

        if (all.Count > 0)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"calibration error {100 * error:F1} %"));
        }
    }

    private static string BasisOf(JsonElement stance)
    {
        var all = ScoredArticle.Items(stance, "basis").Select(static b => b.GetString()!).ToList();
        var model = all.Find(static b => b.StartsWith("model:", StringComparison.Ordinal));
        var hasRule = all.Exists(static b => !b.StartsWith("model:", StringComparison.Ordinal));
        var isPhrase = ScoredArticle.String(ScoredArticle.Property(stance, "holder"), "entity") is null || ScoredArticle.String(ScoredArticle.Property(stance, "target"), "entity") is null;
        return model is not null ? hasRule ? $"a rule and `{model}` agree" : $"`{model}`" : isPhrase ? "a rule alone, a topic in words" : "a rule alone, two entities";
    }

    private static bool HasStanceWord(ScoredArticle article, ScoreSpan? a, ScoreSpan? b)
    {
        if (a is not { } one || b is not { } other || Math.Min(one.End, other.End) is var start && Math.Max(one.Start, other.Start) is var end && start >= end)
        {
            return false;
        }

        return article.TextOf(one with { Start = Math.Min(one.End, other.End), End = Math.Max(one.Start, other.Start) }).Split((char[])[' ', ',', '.', ';', ':', '"', '“', '”', '(', ')'])
            .Any(static word => StanceLexicon.Instance.Find(FeatureHash.OfLower(word)) is { Predicates.Length: > 0 });
    }

    private static string Percent(int part, int whole) => (part / (double)Math.Max(whole, 1)).ToString("P0", CultureInfo.InvariantCulture);

    private sealed class Tally
    {
        private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

        public IEnumerable<(string Kind, int Count)> Largest => _counts.OrderByDescending(static c => c.Value).ThenBy(static c => c.Key, StringComparer.Ordinal).Select(static c => (c.Key, c.Value));

        public int this[string kind] => _counts.GetValueOrDefault(kind);

        public void Add(string kind, int count = 1) => _counts[kind] = _counts.GetValueOrDefault(kind) + count;
    }
}
