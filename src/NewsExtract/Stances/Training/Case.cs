using NewsExtract.Stances.Network;

namespace NewsExtract.Stances.Training;

/// <summary>One training case: features, its class (+1, −1, 0) and the fold of its sentence, <see cref="NoFold"/> for what is only ever learnt from.</summary>
internal sealed record Case(float[] Dense, int[] Indicators, int Sign, int Fold, PairWords.Sample? Words = null)
{
    public const int NoFold = -1;
}
