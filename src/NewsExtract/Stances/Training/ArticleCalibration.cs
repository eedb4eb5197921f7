using NewsExtract.Stances.Model;

namespace NewsExtract.Stances.Training;

/// <summary>Calibrated probabilities, and the thresholds at which the stances of held-out articles are found best (F1 over both polarities).</summary>
/// <param name="Values">Slope and intercept of both sigmoids, then both thresholds.</param>
/// <param name="Precision">In per cent, as the two below.</param>
/// <param name="Recall">Of all labelled stances, also of those that no candidate reaches.</param>
/// <param name="F1">Of the two.</param>
/// <param name="Loss">Mean log loss of both probabilities, in thousandths.</param>
internal sealed record ArticleCalibration(float[] Values, double Precision, double Recall, double F1, double Loss)
{
    private const int Steps = 30;
    private const int Reach = 2;

    public string Describe() => FormattableString.Invariant($"P {Precision:F1} R {Recall:F1} F1 {F1:F1}, thresholds {Values[4]:F2} {Values[5]:F2}, log loss {Loss:F1}");

    /// <summary>The stance that scores are decided for: +1, −1 or 0.</summary>
    public int Decide((double Support, double Oppose) score) =>
        StanceModel.Decide(StanceModel.Sigmoid((Values[0] * score.Support) + Values[1]), StanceModel.Sigmoid((Values[2] * score.Oppose) + Values[3]), Values[4], Values[5]);

    /// <summary>Fits both sigmoids, then looks for the thresholds on a grid.</summary>
    public static ArticleCalibration Fit(List<Case> cases, (double Support, double Oppose)[] scores, int missed)
    {
        var (sa, sb) = Learners.Platt([.. scores.Select(static s => s.Support)], [.. cases.Select(static c => c.Sign > 0)]);
        var (oa, ob) = Learners.Platt([.. scores.Select(static s => s.Oppose)], [.. cases.Select(static c => c.Sign < 0)]);
        var probabilities = scores.Select(s => (S: StanceModel.Sigmoid((sa * s.Support) + sb), O: StanceModel.Sigmoid((oa * s.Oppose) + ob))).ToArray();
        var gold = cases.Count(static c => c.Sign != 0) + missed;
        var at = ThresholdGrid.Middle(Steps, Reach, (s, o) => Score(cases, probabilities, ThresholdOf(s), ThresholdOf(o), gold).F1);
        var (p, r, f1) = Score(cases, probabilities, ThresholdOf(at.Support), ThresholdOf(at.Oppose), gold);
        return new ArticleCalibration([sa, sb, oa, ob, ThresholdOf(at.Support), ThresholdOf(at.Oppose)], p, r, f1, Calibration.LogLoss(cases, probabilities));
    }

    private static float ThresholdOf(int step) => 0.08f + (0.02f * step);

    private static (double P, double R, double F1) Score(List<Case> cases, (double S, double O)[] probabilities, float ts, float to, int gold)
    {
        var (right, found) = (0, 0);
        for (var i = 0; i < cases.Count; i++)
        {
            var sign = StanceModel.Decide(probabilities[i].S, probabilities[i].O, ts, to);
            found += sign != 0 ? 1 : 0;
            right += sign != 0 && sign == cases[i].Sign ? 1 : 0;
        }

        return (100.0 * right / Math.Max(found, 1), 100.0 * right / Math.Max(gold, 1), 200.0 * right / Math.Max(found + gold, 1));
    }
}
