namespace NewsExtract.Entities.Recognition;

/// <summary>
/// Turns the model's own probability of a mention into the share of mentions like it that are right on held-out data: a logistic map of the log-odds (Platt 1999), with a
/// shift for each type.
/// </summary>
/// <param name="Slope">Factor of the log-odds.</param>
/// <param name="Shifts">Added to it, by type of <see cref="NameTypes"/>.</param>
internal sealed record ConfidenceScale(float Slope, float[] Shifts)
{
    /// <summary>The map that changes nothing.</summary>
    public static ConfidenceScale Identity { get; } = new(1, new float[NameTypes.Count]);

    /// <summary>The calibrated probability.</summary>
    public double Of(double probability, int type) => 1 / (1 + Math.Exp(-((Slope * LogOdds(probability)) + Shifts[type])));

    internal static double LogOdds(double probability)
    {
        var p = Math.Clamp(probability, 1e-6, 1 - 1e-6);
        return Math.Log(p / (1 - p));
    }
}
