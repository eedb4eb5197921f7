namespace NewsExtract.Evaluation;

/// <summary>One-to-one matching of labels and predictions.</summary>
internal static class Matching
{
    private const double Tiny = 1e-9;

    /// <summary>
    /// The pairs (gold, predicted) of greatest total weight, each weight at least <paramref name="floor"/>. The matching grows along the alternating
    /// path that gains most until none gains (successive augmentation; Kuhn 1955).
    /// </summary>
    public static List<(int Gold, int Predicted)> Best<T>(IReadOnlyList<T> golds, IReadOnlyList<T> predictions, Func<T, T, double> weight, double floor)
    {
        var edges = new List<(int Gold, int Predicted, double Weight)>();
        for (var i = 0; i < golds.Count; i++)
        {
            for (var j = 0; j < predictions.Count; j++)
            {
                if (weight(golds[i], predictions[j]) is var w && w >= floor)
                {
                    edges.Add((i, j, w));
                }
            }
        }

        var weights = edges.ToDictionary(static e => (e.Gold, e.Predicted), static e => e.Weight);
        var (predictedOf, goldOf) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        while (Augment(edges, weights, predictedOf, goldOf))
        {
        }

        return [.. predictedOf.OrderBy(static p => p.Key).Select(static p => (p.Key, p.Value))];
    }

    private static bool Augment(
        List<(int Gold, int Predicted, double Weight)> edges, Dictionary<(int, int), double> weights, Dictionary<int, int> predictedOf, Dictionary<int, int> goldOf)
    {
        var gain = new Dictionary<int, double>();
        foreach (var (gold, _, _) in edges)
        {
            if (!predictedOf.ContainsKey(gold))
            {
                gain[gold] = 0;
            }
        }

        // In the order in which they are reached: ties go to the first.
        var (best, reached, came) = (new Dictionary<int, double>(), new List<int>(), new Dictionary<int, int>());
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (gold, predicted, weight) in edges)
            {
                if (!gain.TryGetValue(gold, out var sofar) || (predictedOf.TryGetValue(gold, out var own) && own == predicted)
                    || sofar + weight <= best.GetValueOrDefault(predicted) + Tiny)
                {
                    continue;
                }

                if (!best.ContainsKey(predicted))
                {
                    reached.Add(predicted);
                }

                (best[predicted], came[predicted], changed) = (sofar + weight, gold, true);
                if (goldOf.TryGetValue(predicted, out var owner))
                {
                    gain[owner] = best[predicted] - weights[(owner, predicted)];
                }
            }
        }

        var free = reached.Where(j => !goldOf.ContainsKey(j)).ToList();
        if (free.Count == 0)
        {
            return false;
        }

        int? end = free.MaxBy(j => best[j]);
        while (end is { } predicted)
        {
            var gold = came[predicted];
            end = predictedOf.TryGetValue(gold, out var before) ? before : null;
            (predictedOf[gold], goldOf[predicted]) = (predicted, gold);
        }

        return true;
    }
}
