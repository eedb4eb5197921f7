using NewsExtract.Entities.Recognition;

namespace NewsExtract.Entities.Training;

/// <summary>Fits a <see cref="ConfidenceScale"/> by maximum likelihood (Newton's method would do; plain gradient steps are enough for seven numbers).</summary>
internal static class ConfidenceFitter
{
    /// <summary>Fits to mentions found on held-out documents.</summary>
    /// <param name="mentions">The model's probability, the type, and whether span and type were right.</param>
    public static ConfidenceScale Fit(IReadOnlyList<(double Probability, int Type, bool Right)> mentions)
    {
        var (slope, shifts) = (1.0, new double[NameTypes.Count]);
        var gradient = new double[NameTypes.Count];
        for (var step = 0; step < 400 && mentions.Count > 0; step++)
        {
            Array.Clear(gradient);
            var slopeGradient = 0.0;
            foreach (var (probability, type, right) in mentions)
            {
                var odds = ConfidenceScale.LogOdds(probability);
                var error = (right ? 1 : 0) - (1 / (1 + Math.Exp(-((slope * odds) + shifts[type]))));
                slopeGradient += error * odds / 10;
                gradient[type] += error;
            }

            slope += slopeGradient / mentions.Count;
            for (var t = 0; t < shifts.Length; t++)
            {
                shifts[t] += 4 * (gradient[t] - (0.5 * shifts[t])) / mentions.Count;
            }
        }

        return new ConfidenceScale((float)slope, [.. shifts.Select(static s => (float)s)]);
    }
}
