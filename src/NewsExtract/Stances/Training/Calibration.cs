using NewsExtract.Stances.Model;

namespace NewsExtract.Stances.Training;

/// <summary>Calibrated probabilities, and thresholds from the middle of where macro-F1 on held-out cases is best.</summary>
/// <param name="Values">Slope and intercept of both sigmoids, then both thresholds.</param>
/// <param name="Macro">Macro-F1 at these thresholds, in per cent.</param>
/// <param name="Mean">Mean F1 of support and oppose, in per cent.</param>
/// <param name="Loss">Mean log loss of both probabilities, in thousandths: steadier than the other two.</param>
internal sealed record Calibration(float[] Values, double Macro, double Mean, double Loss)
{
    private const int Steps = 25;
    private const int Reach = 3;

    public string Describe() => FormattableString.Invariant($"macro-F1 {Macro:F1}, mean of support and oppose {Mean:F1}, thresholds {Values[4]:F2} {Values[5]:F2}, log loss {Loss:F1}");

    /// <summary>Fits both sigmoids, then looks for the thresholds on a grid.</summary>
    public static Calibration Fit(IReadOnlyList<Case> all, (double Support, double Oppose)[] allScores)
    {
        var cases = all.Where(static c => c.IsMeasured).ToList();
        var scores = allScores.Where((_, i) => all[i].IsMeasured).ToArray();
        var (sa, sb) = Learners.Platt([.. scores.Select(static s => s.Support)], [.. cases.Select(static c => c.Sign > 0)]);
        var (oa, ob) = Learners.Platt([.. scores.Select(static s => s.Oppose)], [.. cases.Select(static c => c.Sign < 0)]);
        var probabilities = scores.Select(s => (S: StanceModel.Sigmoid((sa * s.Support) + sb), O: StanceModel.Sigmoid((oa * s.Oppose) + ob))).ToArray();
        var at = ThresholdGrid.Middle(Steps, Reach, (s, o) => Score(cases, probabilities, ThresholdOf(s), ThresholdOf(o)).Macro);
        var (macro, average) = Score(cases, probabilities, ThresholdOf(at.Support), ThresholdOf(at.Oppose));
        return new Calibration([sa, sb, oa, ob, ThresholdOf(at.Support), ThresholdOf(at.Oppose)], macro, average, LogLoss(cases, probabilities));
    }

    private static float ThresholdOf(int step) => 0.1f + (0.02f * step);

    /// <summary>Mean log loss of both probabilities, in thousandths.</summary>
    internal static double LogLoss(List<Case> cases, (double S, double O)[] probabilities)
    {
        var sum = 0.0;
        for (var i = 0; i < cases.Count; i++)
        {
            var (s, o) = probabilities[i];
            sum -= Math.Log(Math.Max(cases[i].Sign > 0 ? s : 1 - s, 1e-9)) + Math.Log(Math.Max(cases[i].Sign < 0 ? o : 1 - o, 1e-9));
        }

        return 1000 * sum / Math.Max(cases.Count, 1);
    }

    private static (double Macro, double Mean) Score(List<Case> cases, (double S, double O)[] probabilities, float ts, float to)
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
