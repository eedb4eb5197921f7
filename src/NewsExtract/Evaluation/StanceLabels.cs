using System.Text.Json;

namespace NewsExtract.Evaluation;

/// <summary>What the stance scorers share: reading polarities, finding sentences, and scores of a table of classes.</summary>
internal static class StanceLabels
{
    public static readonly string[] Polar = ["support", "oppose"];

    public static string Polarity(JsonElement stance) => ScoredArticle.String(stance, "polarity") ?? "";

    public static bool IsPolar(JsonElement stance) => Polar.Contains(Polarity(stance));

    /// <summary>The name in a side of a gold stance.</summary>
    public static string SideName(JsonElement stance, string role) => NameKeys.Key(ScoredArticle.String(ScoredArticle.Property(stance, role), "name"));

    /// <summary>The keys of the names that a gold file lists as its entities.</summary>
    public static HashSet<string> KnownNames(ScoredArticle gold) => [.. gold.Items("entity_names").Select(static n => NameKeys.Key(n.GetString()))];

    /// <summary>Index of the gold sentence that holds most of the evidence (or else of the target, or the holder); −1 when none does.</summary>
    public static int SentenceOf(JsonElement stance, ScoredArticle article, IReadOnlyList<ScoreSpan?> sentences)
    {
        foreach (var role in new[] { "evidence", "target", "holder" })
        {
            if (article.Span(stance, role) is { } span)
            {
                var shared = sentences.Select(s => ScoreSpan.Overlap(span, s)).ToList();
                if (shared.Exists(static n => n > 0))
                {
                    return shared.IndexOf(shared.Max());
                }
            }
        }

        return -1;
    }

    /// <summary>Scores of each class; a predicted label outside the classes is simply wrong.</summary>
    public static Figures Classes(IReadOnlyDictionary<(string Gold, string Predicted), int> table, string[] labels)
    {
        var classes = new Figures();
        var f1 = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var label in labels)
        {
            var prf = new Prf(
                table.GetValueOrDefault((label, label)),
                table.Where(cell => cell.Key.Predicted == label).Sum(static cell => cell.Value),
                table.Where(cell => cell.Key.Gold == label).Sum(static cell => cell.Value));
            f1[label] = prf.F1;
            classes.Add(label, prf);
        }

        var confusion = new Figures();
        foreach (var ((gold, predicted), count) in table.OrderBy(static cell => cell.Key.Gold, StringComparer.Ordinal).ThenBy(static cell => cell.Key.Predicted, StringComparer.Ordinal))
        {
            confusion.Add($"{gold}->{predicted}", count);
        }

        double Mean(string[] names) => Math.Round(names.Sum(name => f1[name]) / names.Length, 2);
        return new Figures
        {
            { "macro_f1", Mean(labels) },
            { "f_avg_support_oppose", Mean(Polar) },
            { "classes", classes },
            { "accuracy", Prf.Rate(labels.Sum(label => table.GetValueOrDefault((label, label))), table.Values.Sum()) },
            { "confusion", confusion },
        };
    }

    public static void Increase(Dictionary<(string Gold, string Predicted), int> table, string gold, string predicted) =>
        table[(gold, predicted)] = table.GetValueOrDefault((gold, predicted)) + 1;
}
