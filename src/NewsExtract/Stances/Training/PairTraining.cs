using NewsExtract.Entities.Recognition.Network;
using NewsExtract.Entities.Training;
using NewsExtract.Learning;
using NewsExtract.Stances.Model;
using NewsExtract.Stances.Network;

namespace NewsExtract.Stances.Training;

/// <summary>Trains the scorers of pairs on all cases, and without each fold of them: what is built on their scores must learn from such as they give for sentences that they have not seen.</summary>
internal sealed class PairTraining(WordVectors? vectors, List<Case> cases, List<Case> targets, Lights lights)
{
    private const int NetworkCount = 2;
    private const float PositiveWeight = 2;
    private const int TreeCount = 250;
    private const int LeafCount = 12;
    private const double Rate = 0.04;

    // Of the regressions over pairs and over targets.
    internal const float L2 = 3;

    internal static readonly NetworkOptions Network = new()
    {
        Width = 64,
        Layers = 2,
        Epochs = 8,
        BatchWords = 1000,
        Rate = 0.003f,
        InputDropout = 0.1f,
        LayerDropout = 0.3f,
        WordDropout = 0.4f,
    };

    private readonly float[] _scales = Scales(cases);

    /// <summary>The parts trained without each fold; filled by <see cref="HoldOut"/>.</summary>
    public PairParts[] WithoutFold { get; } = new PairParts[lights.Folds];

    /// <summary>The trees learnt without each fold; filled by <see cref="HoldOutTrees"/>.</summary>
    public (Learners.TreeWeights Support, Learners.TreeWeights Oppose)[] TreesWithoutFold { get; } = new (Learners.TreeWeights, Learners.TreeWeights)[lights.Folds];

    /// <summary>Trains without each fold, writes the scores of each fold's cases into them, and reports how good these are.</summary>
    public (Calibration Linear, Calibration? Networks) HoldOut(int threads, CancellationToken cancellation)
    {
        var linear = new (double Support, double Oppose)[cases.Count];
        var network = new (float Support, float Oppose)[cases.Count];
        Parallel.For(0, lights.Folds, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, fold =>
        {
            var parts = Train([.. cases.Where(c => c.Fold != fold)], [.. targets.Where(c => c.Fold != fold)], lights.Without(fold), 1, cancellation);
            WithoutFold[fold] = parts;
            var pass = parts.Networks.Length == 0 ? null : new PairPass([.. parts.Networks.Select(network => new FoldedInput(network, vectors!))]);
            for (var i = 0; i < cases.Count; i++)
            {
                if (cases[i].Fold == fold)
                {
                    linear[i] = (parts.Linear.Support.Score(cases[i].Dense, cases[i].Indicators), parts.Linear.Oppose.Score(cases[i].Dense, cases[i].Indicators));
                    network[i] = pass is null ? default : cases[i].Words is { Vectors.Length: > 0 } words ? pass.Score(words) : StanceModel.Unread;
                }
            }
        });

        for (var i = 0; i < cases.Count; i++)
        {
            // The two directions of a pair stand next to each other.
            StanceModel.SetLinear(cases[i].Dense, ((float)linear[i].Support, (float)linear[i].Oppose), ((float)linear[i ^ 1].Support, (float)linear[i ^ 1].Oppose));
            StanceModel.SetNetwork(cases[i].Dense, network[i], StanceModel.IsHopeless(linear[i ^ 1].Support, linear[i ^ 1].Oppose, 1) ? StanceModel.Unread : network[i ^ 1]);
        }

        return (Calibration.Fit(cases, linear), vectors is null ? null : Calibration.Fit(cases, [.. network.Select(static n => ((double)n.Support, (double)n.Oppose))]));
    }

    /// <summary>Trees on top of the held-out scores, themselves measured on held-out folds.</summary>
    public Calibration HoldOutTrees(int threads, CancellationToken cancellation)
    {
        var scores = new (double Support, double Oppose)[cases.Count];
        Parallel.For(0, lights.Folds, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, fold =>
        {
            var (support, oppose) = TreesWithoutFold[fold] = Trees(fold);
            for (var i = 0; i < cases.Count; i++)
            {
                if (cases[i].Fold == fold)
                {
                    scores[i] = StanceModel.WithNetwork(cases[i].Dense, support.Score(cases[i].Dense), oppose.Score(cases[i].Dense));
                }
            }
        });

        return Calibration.Fit(cases, scores);
    }

    /// <summary>The last word on single sentences, learnt from the measured cases outside of a fold, or from all of them.</summary>
    public (Learners.TreeWeights Support, Learners.TreeWeights Oppose) Trees(int? without)
    {
        var rest = cases.Where(c => c.IsMeasured && c.Fold != without).ToList();
        return (Learners.Trees(rest, static c => c.Sign > 0, TreeCount, LeafCount, Rate), Learners.Trees(rest, static c => c.Sign < 0, TreeCount, LeafCount, Rate));
    }

    /// <summary>The parts trained on everything.</summary>
    public PairParts Final(int threads, CancellationToken cancellation) => Train(cases, targets, (lights.Good, lights.Bad), threads, cancellation);

    private PairParts Train(List<Case> pairs, List<Case> alone, (Learners.LinearWeights Good, Learners.LinearWeights Bad) light, int threads, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var linear = (Learners.Linear(pairs, static c => c.Sign > 0, PositiveWeight, L2, _scales), Learners.Linear(pairs, static c => c.Sign < 0, PositiveWeight, L2, _scales));
        return new PairParts(light, linear, vectors is null ? [] : Networks([.. pairs, .. alone], threads, cancellation));
    }

    private NameNetwork[] Networks(List<Case> all, int threads, CancellationToken cancellation)
    {
        var lessons = all.Select(static c => new Lesson(c.Words!, c.Sign, c.Weight, c.Epochs)).ToList();
        var networks = new NameNetwork[NetworkCount];
        Parallel.For(0, NetworkCount, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, n =>
            networks[n] = PairNetworkTrainer.Train(vectors!, lessons, Network with { Seed = Network.Seed + (ulong)(10 * n) }, cancellation));
        return networks;
    }

    /// <summary>What brings each number to a mean square of 1; 0 for the scores that only the trees see.</summary>
    internal static float[] Scales(List<Case> cases)
    {
        var scales = new float[FeatureLayout.Count];
        for (var i = 0; i < scales.Length; i++)
        {
            double sum = 0;
            foreach (var c in cases)
            {
                sum += c.Dense[i] * c.Dense[i];
            }

            scales[i] = i is < FeatureLayout.LinearSupport or FeatureLayout.HolderModelSupport or FeatureLayout.HolderModelOppose && sum > 0 ? (float)(1 / Math.Sqrt(sum / cases.Count)) : 0;
        }

        return scales;
    }
}
