using NewsExtract.Stances.Model;

namespace NewsExtract.Stances.Training;

/// <summary>Calibrated probabilities and the thresholds that give the best macro-F1 on held-out cases.</summary>
internal sealed record Calibration(float[] Values, double Macro, double Mean)
{
    public string Describe() => FormattableString.Invariant($"macro-F1 {Macro:F1}, mean of support and oppose {Mean:F1}, thresholds {Values[4]:F2} {Values[5]:F2}");

    /// <summary>Fits both sigmoids, then searches the thresholds on a grid.</summary>
    public static Calibration Fit(IReadOnlyList<Case> cases, (double Support, double Oppose)[] scores)
    {
        var (sa, sb) = Learners.Platt([.. scores.Select(static s => s.Support)], [.. cases.Select(static c => c.Sign > 0)]);
        var (oa, ob) = Learners.Platt([.. scores.Select(static s => s.Oppose)], [.. cases.Select(static c => c.Sign < 0)]);
        var probabilities = scores.Select(s => (S: StanceModel.Sigmoid((sa * s.Support) + sb), O: StanceModel.Sigmoid((oa * s.Oppose) + ob))).ToArray();
        var best = new Calibration([], -1, 0);
        for (var ts = 0.1f; ts < 0.6f; ts += 0.02f)
        {
            for (var to = 0.1f; to < 0.6f; to += 0.02f)
            {
                var (macro, mean) = Score(cases, probabilities, ts, to);
                if (macro > best.Macro)
                {
                    best = new Calibration([sa, sb, oa, ob, ts, to], macro, mean);
                }
            }
        }

        return best;
    }

    private static (double Macro, double Mean) Score(IReadOnlyList<Case> cases, (double S, double O)[] probabilities, float ts, float to)
    {
        Span<int> right = stackalloc int[3], predicted = stackalloc int[3], gold = stackalloc int[3];
        right.Clear();
        predicted.Clear();
        gold.Clear();
        for (var i = 0; i < cases.Count; i++)
        {
            var sign = StanceModel.Decide(probabilities[i].S, probabilities[i].O, ts, to);
            predicted[sign + 1]++;
            gold[cases[i].Sign + 1]++;
            right[sign + 1] += sign == cases[i].Sign ? 1 : 0;
        }

        Span<double> f1 = stackalloc double[3];
        for (var k = 0; k < 3; k++)
        {
            f1[k] = right[k] == 0 ? 0 : 200.0 * right[k] / (predicted[k] + gold[k]);
        }

        return ((f1[0] + f1[1] + f1[2]) / 3, (f1[0] + f1[2]) / 2);
    }
}
