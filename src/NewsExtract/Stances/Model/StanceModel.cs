using NewsExtract.Documents;
using NewsExtract.Learning;

namespace NewsExtract.Stances.Model;

/// <summary>The trained classifiers: one over pairs, one over targets alone. Immutable, shared by all threads.</summary>
internal sealed class StanceModel
{
    internal const string Kind = "stances";

    private readonly LinearScorer _pairSupport;
    private readonly LinearScorer _pairOppose;
    private readonly LinearScorer _targetSupport;
    private readonly LinearScorer _targetOppose;
    private readonly BoostedTrees? _treesSupport;
    private readonly BoostedTrees? _treesOppose;
    private readonly float[] _calibration;

    public StanceModel(ModelFile file, WordVectors? vectors)
    {
        Vectors = vectors is not null && file.Lines("vectors") is [var hash] && hash == vectors.Hash ? vectors : null;
        _pairSupport = new LinearScorer(file, "pair.support");
        _pairOppose = new LinearScorer(file, "pair.oppose");
        _targetSupport = new LinearScorer(file, "target.support");
        _targetOppose = new LinearScorer(file, "target.oppose");
        _treesSupport = file.Has("trees.support.nodes") ? new BoostedTrees(file, "trees.support") : null;
        _treesOppose = file.Has("trees.oppose.nodes") ? new BoostedTrees(file, "trees.oppose") : null;
        _calibration = file.Values<float>("calibration").ToArray();
    }

    /// <summary>The vectors the model was trained with; null where the store has others, and then their features stay 0.</summary>
    public WordVectors? Vectors { get; }

    /// <summary>Thresholds on the probabilities of support and of oppose, tuned on held-out folds.</summary>
    public (float Support, float Oppose) Thresholds => (_calibration[4], _calibration[5]);

    /// <summary>Thresholds for what a speaker outside the sentence talks of.</summary>
    public (float Support, float Oppose) LightThresholds => (_calibration[6], _calibration[7]);

    /// <summary>The class of a pair of probabilities: the one further over its threshold.</summary>
    public static int Decide(double support, double oppose, double supportThreshold, double opposeThreshold)
    {
        var (s, o) = (support / supportThreshold, oppose / opposeThreshold);
        return Math.Max(s, o) < 1 ? 0 : s > o ? 1 : -1;
    }

    /// <summary>Calibrated probabilities that the holder supports, and that it opposes, the target.</summary>
    public (double Support, double Oppose) Pair(PairFeatures features, FeatureRow row, TokenRange holder, TokenRange target, TokenRange window, RuleVerdict rules)
    {
        features.Target(row, target, window);
        var (lightSupport, lightOppose) = (_targetSupport.Score(row), _targetOppose.Score(row));
        features.Pair(row, holder, target, window, rules);
        row.Dense[FeatureLayout.TargetModelSupport] = lightSupport;
        row.Dense[FeatureLayout.TargetModelOppose] = lightOppose;
        var (support, oppose) = ((double)_pairSupport.Score(row), (double)_pairOppose.Score(row));
        if (_treesSupport is not null && _treesOppose is not null)
        {
            row.Dense[FeatureLayout.LinearSupport] = (float)support;
            row.Dense[FeatureLayout.LinearOppose] = (float)oppose;
            (support, oppose) = (_treesSupport.Score(row.Dense), _treesOppose.Score(row.Dense));
        }

        return (Sigmoid((_calibration[0] * support) + _calibration[1]), Sigmoid((_calibration[2] * oppose) + _calibration[3]));
    }

    /// <summary>Probabilities that the words put the target in a good, and in a bad, light.</summary>
    public (double Good, double Bad) Target(PairFeatures features, FeatureRow row, TokenRange target, TokenRange window)
    {
        features.Target(row, target, window);
        return (Sigmoid(_targetSupport.Score(row)), Sigmoid(_targetOppose.Score(row)));
    }

    internal static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
