namespace NewsExtract.Stances.Training;

/// <summary>
/// Chooses two thresholds on a grid of held-out scores. The top of such a grid is flat and ragged: what is best to the second digit is chance, so the middle of the best stretch is taken.
/// </summary>
internal static class ThresholdGrid
{
    /// <summary>The point around which the scores are best on the mean of <paramref name="reach"/> steps to each side.</summary>
    public static (int Support, int Oppose) Middle(int steps, int reach, Func<int, int, double> score)
    {
        var scores = new double[steps, steps];
        for (var s = 0; s < steps; s++)
        {
            for (var o = 0; o < steps; o++)
            {
                scores[s, o] = score(s, o);
            }
        }

        var (best, at) = (double.NegativeInfinity, (0, 0));
        for (var s = 0; s < steps; s++)
        {
            for (var o = 0; o < steps; o++)
            {
                if (Around(scores, s, o, reach) is var mean && mean > best)
                {
                    (best, at) = (mean, (s, o));
                }
            }
        }

        return at;
    }

    private static double Around(double[,] scores, int s, int o, int reach)
    {
        var (sum, count) = (0.0, 0);
        for (var i = Math.Max(0, s - reach); i <= Math.Min(scores.GetLength(0) - 1, s + reach); i++)
        {
            for (var j = Math.Max(0, o - reach); j <= Math.Min(scores.GetLength(1) - 1, o + reach); j++)
            {
                (sum, count) = (sum + scores[i, j], count + 1);
            }
        }

        return sum / count;
    }
}
