using NewsExtract.Documents;
using NewsExtract.Entities.Recognition.Network;
using NewsExtract.Errors;
using NewsExtract.Learning;
using NewsExtract.Stances.Network;

namespace NewsExtract.Stances.Model;

/// <summary>The trained classifiers: one over pairs, one over targets alone. Immutable, shared by all threads.</summary>
internal sealed class StanceModel
{
    internal const string Kind = "stances";

    private const int MostNetworks = 8;

    // Of the network's log-odds, added to the trees', which have seen them among the rest.
    private const double NetworkShare = 0.3;

    // Linear scores below this, by the scale of their threshold, are not looked at again.
    private const double Hopeless = -2.3;

    private readonly LinearScorer _pairSupport;
    private readonly LinearScorer _pairOppose;
    private readonly LinearScorer _targetSupport;
    private readonly LinearScorer _targetOppose;
    private readonly BoostedTrees? _treesSupport;
    private readonly BoostedTrees? _treesOppose;
    private readonly float[] _calibration;
    private readonly ReadOnlyMemory<ushort> _classes;
    private readonly FoldedInput[] _networks;

    /// <summary>Reads the model; its vectors are those of the store.</summary>
    /// <exception cref="NewsExtractException">NX0306: a part is missing; NX0308: it was trained with other word vectors; NX0310: for other features.</exception>
    public StanceModel(ModelFile file, WordVectors? vectors)
    {
        var trainedWith = file.Lines("vectors");
        Vectors = trainedWith.Length == 0 ? null : vectors;
        if (Vectors is not null && trainedWith[0] != Vectors.Hash)
        {
            throw new NewsExtractException(ErrorCatalog.ModelVectors(Kind));
        }

        _pairSupport = new LinearScorer(file, "pair.support");
        _pairOppose = new LinearScorer(file, "pair.oppose");
        _targetSupport = new LinearScorer(file, "target.support");
        _targetOppose = new LinearScorer(file, "target.oppose");
        _treesSupport = file.Has("trees.support.nodes") ? new BoostedTrees(file, "trees.support") : null;
        _treesOppose = file.Has("trees.oppose.nodes") ? new BoostedTrees(file, "trees.oppose") : null;
        _classes = Vectors is null ? default : file.Values<ushort>("classes").ToArray();
        var networks = Vectors is null ? [] : Enumerable.Range(0, MostNetworks).Where(n => file.Has(NetworkSection(n) + ".shape")).Select(n => NameNetwork.Load(file, NetworkSection(n))).ToArray();
        if (networks.Any(network => network.Layers.Output.Outputs != PairReadout.Outputs || network.Layers.Width != networks[0].Layers.Width || network.Layers.Inputs != networks[0].Layers.Inputs))
        {
            throw new NewsExtractException(ErrorCatalog.ModelFeatures(Kind));
        }

        _networks = [.. networks.Select(network => new FoldedInput(network, Vectors!))];
        _calibration = file.Values<float>("calibration").ToArray();
    }

    /// <summary>The vectors the model was trained with; null where the store has none, or it was trained without, and then their features stay 0.</summary>
    public WordVectors? Vectors { get; }

    /// <summary>The features these classifiers were trained with.</summary>
    public PairFeatures CreateFeatures() => new(Vectors, _classes);

    /// <summary>A pass of the networks with its working memory; null where the model or the vectors lack it.</summary>
    public PairPass? CreatePass() => _networks.Length == 0 ? null : new PairPass(_networks);

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

    /// <summary>Log-odds that the words put the target in a good, and in a bad, light.</summary>
    public (float Good, float Bad) Light(PairFeatures features, FeatureRow row, TokenRange target, TokenRange window)
    {
        features.Target(row, target, window);
        return (_targetSupport.Score(row), _targetOppose.Score(row));
    }

    /// <summary>First step for one direction: fills the row and gives the linear scores.</summary>
    public (float Support, float Oppose) Linear(
        PairFeatures features, FeatureRow row, TokenRange holder, TokenRange target, TokenRange window, RuleVerdict rules, (float Good, float Bad) holderLight, (float Good, float Bad) targetLight)
    {
        features.Pair(row, holder, target, window, rules);
        SetLight(row.Dense, holderLight, targetLight);
        return (_pairSupport.Score(row), _pairOppose.Score(row));
    }

    /// <summary>Second step: calibrated probabilities that the holder supports, and that it opposes, the target, knowing the linear scores of both directions.</summary>
    public (double Support, double Oppose) Pair(FeatureRow row, (float Support, float Oppose) own, (float Support, float Oppose) back)
    {
        var (support, oppose) = ((double)own.Support, (double)own.Oppose);
        if (_treesSupport is not null && _treesOppose is not null)
        {
            SetLinear(row.Dense, own, back);
            (support, oppose) = WithNetwork(row.Dense, _treesSupport.Score(row.Dense), _treesOppose.Score(row.Dense));
        }

        return (Sigmoid((_calibration[0] * support) + _calibration[1]), Sigmoid((_calibration[2] * oppose) + _calibration[3]));
    }

    /// <summary>The trees' scores and a share of the network's.</summary>
    internal static (double Support, double Oppose) WithNetwork(float[] dense, double support, double oppose) =>
        (support + (NetworkShare * dense[FeatureLayout.NetworkSupport]), oppose + (NetworkShare * dense[FeatureLayout.NetworkOppose]));

    /// <summary>In the place of the network's scores of a direction that was not read.</summary>
    internal static (float Support, float Oppose) Unread => (-8, -8);

    /// <summary>Whether the linear scores of a direction are so low that the last word would hardly pass its threshold times <paramref name="scale"/>.</summary>
    internal static bool IsHopeless(double support, double oppose, float scale) => Math.Max(support, oppose) < Hopeless + Math.Log(scale);

    internal static void SetLight(float[] dense, (float Good, float Bad) holder, (float Good, float Bad) target)
    {
        (dense[FeatureLayout.TargetModelSupport], dense[FeatureLayout.TargetModelOppose]) = target;
        (dense[FeatureLayout.HolderModelSupport], dense[FeatureLayout.HolderModelOppose]) = holder;
    }

    internal static string NetworkSection(int number) => $"network{number}";

    internal static void SetNetwork(float[] dense, (float Support, float Oppose) own, (float Support, float Oppose) back)
    {
        (dense[FeatureLayout.NetworkSupport], dense[FeatureLayout.NetworkOppose]) = own;
        (dense[FeatureLayout.NetworkBackSupport], dense[FeatureLayout.NetworkBackOppose]) = back;
    }

    internal static void SetLinear(float[] dense, (float Support, float Oppose) own, (float Support, float Oppose) back)
    {
        (dense[FeatureLayout.LinearSupport], dense[FeatureLayout.LinearOppose]) = own;
        (dense[FeatureLayout.BackSupport], dense[FeatureLayout.BackOppose]) = back;
    }

    /// <summary>Probabilities that the words put the target in a good, and in a bad, light.</summary>
    public (double Good, double Bad) Target(PairFeatures features, FeatureRow row, TokenRange target, TokenRange window)
    {
        features.Target(row, target, window);
        return (Sigmoid(_targetSupport.Score(row)), Sigmoid(_targetOppose.Score(row)));
    }

    internal static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
