namespace NewsExtract.Stances.Training;

/// <summary>The regressions over a target alone, and those trained without each fold of the texts: a text's own label must not stand behind the scores that other labels of it are learnt with.</summary>
internal sealed class Lights
{
    private readonly (Learners.LinearWeights Good, Learners.LinearWeights Bad)[] _without;

    private Lights(Learners.LinearWeights good, Learners.LinearWeights bad, (Learners.LinearWeights Good, Learners.LinearWeights Bad)[] without) =>
        (Good, Bad, _without) = (good, bad, without);

    public Learners.LinearWeights Good { get; }

    public Learners.LinearWeights Bad { get; }

    public int Folds => _without.Length;

    /// <summary>Trains on all targets, and on those outside of each fold.</summary>
    public static Lights Train(List<Case> targets, float[] scales, float l2, int folds)
    {
        var (good, bad) = Of(targets);
        return new Lights(good, bad, [.. Enumerable.Range(0, folds).Select(fold => Of([.. targets.Where(c => c.Fold != fold)]))]);

        (Learners.LinearWeights Good, Learners.LinearWeights Bad) Of(List<Case> cases) =>
            (Learners.Linear(cases, static c => c.Sign > 0, 1, l2, scales), Learners.Linear(cases, static c => c.Sign < 0, 1, l2, scales));
    }

    /// <summary>The regressions that have not seen a fold.</summary>
    public (Learners.LinearWeights Good, Learners.LinearWeights Bad) Without(int fold) => _without[fold];

    /// <summary>Log-odds of a good and a bad light, by the regressions that have not seen a fold, or by those of all.</summary>
    public (float Good, float Bad) Score(float[] dense, int[] indicators, int? without)
    {
        var (good, bad) = without is { } fold ? _without[fold] : (Good, Bad);
        return (good.Score(dense, indicators), bad.Score(dense, indicators));
    }
}
