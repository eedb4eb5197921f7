using NewsExtract.Stances.Network;

namespace NewsExtract.Stances.Training;

/// <summary>One training case: features, its class (+1, −1, 0) and the fold of its sentence.</summary>
internal sealed record Case(float[] Dense, int[] Indicators, int Sign, int Fold, PairWords.Sample? Words = null)
{
    /// <summary>How much the network learns from it.</summary>
    public float Weight { get; init; } = 1;

    /// <summary>In how many epochs, the first ones, the network learns from it.</summary>
    public int Epochs { get; init; } = int.MaxValue;

    /// <summary>How much a regression learns from it.</summary>
    public float LinearWeight { get; init; } = 1;

    /// <summary>Whether figures, calibration and thresholds go by it: the labels of others do, our own are only learnt from.</summary>
    public bool IsMeasured { get; init; } = true;
}
