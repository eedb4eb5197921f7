namespace NewsExtract.Stances;

/// <summary>What the stance stage keeps.</summary>
public sealed record StanceOptions
{
    /// <summary>The defaults.</summary>
    public static StanceOptions Default { get; } = new();

    /// <summary>Least confidence, 0 to 1, of a support or oppose stance that is kept. Default 0: the thresholds tuned in training.</summary>
    public double Threshold { get; init; }

    /// <summary>Which parts decide; for measuring.</summary>
    internal StanceMode Mode { get; init; } =
        Enum.TryParse<StanceMode>(Environment.GetEnvironmentVariable("NEWSEXTRACT_STANCES"), ignoreCase: true, out var mode) ? mode : StanceMode.Both;
}
