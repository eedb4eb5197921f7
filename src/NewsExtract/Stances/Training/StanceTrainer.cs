using System.Security.Cryptography;
using NewsExtract.Entities.Recognition.Network;
using NewsExtract.Entities.Training;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Stances.Model;
using NewsExtract.Stances.Network;

namespace NewsExtract.Stances.Training;

/// <summary>Trains the stance classifiers with ML.NET and writes their parameters to a model file.</summary>
internal sealed class StanceTrainer : IModelTrainer
{
    private const int Folds = 4;
    private const string Pairs = "stances/dse.train.tsv";
    private const string WordClasses = "word_classes/cl400.tsv";
    private const string Lights = "stances/newsmtsc.train.jsonl";

    private static readonly NetworkOptions NetworkOptions = new()
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

    private const int NetworkCount = 1;

    // Of a sentence whose light on a target the network learns from too, beside a pair.
    private const float LightWeight = 0.5f;

    private const float PositiveWeight = 2;
    private const float L2 = 3;
    private const int TreeCount = 250;
    private const int LeafCount = 12;
    private const float LightThreshold = 0.5f;

    /// <inheritdoc/>
    public string Kind => StanceModel.Kind;

    /// <inheritdoc/>
    public string Data => $"{Pairs}; {Lights}; {WordClasses}";

    /// <inheritdoc/>
    public TrainingReport Train(TrainingOptions options, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        var figures = new List<(string, string)>();
        var stages = DefaultPipeline.WithoutStances(options.Models).Stages.ToArray();
        var vectors = options.Models.Has(WordVectors.Kind) ? WordVectors.Load(options.Models) : null;
        var classes = CaseBuilder.Classes(Path.Combine(options.Data, WordClasses), vectors);
        var features = new PairFeatures(vectors, classes);

        progress.Report("targets");
        var targets = CaseBuilder.Targets(TargetReader.Read(Path.Combine(options.Data, Lights)), stages, features, cancellation);
        var targetScales = Scales(targets);
        var good = Learners.Linear(targets, static c => c.Sign > 0, 1, L2, targetScales);
        var bad = Learners.Linear(targets, static c => c.Sign < 0, 1, L2, targetScales);

        progress.Report("pairs");
        var cases = CaseBuilder.Pairs(DseReader.Read(Path.Combine(options.Data, Pairs)), stages, features, good, bad, Folds, cancellation);
        var scales = Scales(cases);
        figures.Add(("cases", $"{cases.Count}"));

        progress.Report("linear, held-out folds");
        var held = new (double Support, double Oppose)[cases.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            cancellation.ThrowIfCancellationRequested();
            var rest = cases.Where(c => c.Fold != fold).ToList();
            var support = Learners.Linear(rest, static c => c.Sign > 0, PositiveWeight, L2, scales);
            var oppose = Learners.Linear(rest, static c => c.Sign < 0, PositiveWeight, L2, scales);
            for (var i = 0; i < cases.Count; i++)
            {
                if (cases[i].Fold == fold)
                {
                    held[i] = (support.Score(cases[i].Dense, cases[i].Indicators), oppose.Score(cases[i].Dense, cases[i].Indicators));
                }
            }
        }

        var linear = Calibration.Fit(cases, held);
        figures.Add(("linear, held out", linear.Describe()));
        progress.Report($"linear: {linear.Describe()}");
        for (var i = 0; i < cases.Count; i++)
        {
            // The two directions of a pair stand next to each other.
            var back = held[i ^ 1];
            StanceModel.SetLinear(cases[i].Dense, ((float)held[i].Support, (float)held[i].Oppose), ((float)back.Support, (float)back.Oppose));
        }

        if (vectors is not null)
        {
            progress.Report("network, held-out folds");
            var networks = HeldOutNetworks(vectors, cases, targets, cancellation);
            figures.Add(("networks, held out", networks));
            progress.Report($"networks: {networks}");
        }

        progress.Report("trees, held-out folds");
        var boosted = new (double Support, double Oppose)[cases.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            cancellation.ThrowIfCancellationRequested();
            var rest = cases.Where(c => c.Fold != fold).ToList();
            var support = Learners.Trees(rest, static c => c.Sign > 0, TreeCount, LeafCount, 0.04);
            var oppose = Learners.Trees(rest, static c => c.Sign < 0, TreeCount, LeafCount, 0.04);
            for (var i = 0; i < cases.Count; i++)
            {
                if (cases[i].Fold == fold)
                {
                    boosted[i] = StanceModel.WithNetwork(cases[i].Dense, support.Score(cases[i].Dense), oppose.Score(cases[i].Dense));
                }
            }
        }

        var trees = Calibration.Fit(cases, boosted);
        figures.Add(("trees, held out", trees.Describe()));
        progress.Report($"trees: {trees.Describe()}");

        progress.Report("final");
        var writer = new ModelFileWriter(ModelCommand.Provenance(Kind, [Source(options.Data, Pairs), Source(options.Data, Lights), Source(options.Data, WordClasses)]));
        writer.AddLines("vectors", [vectors?.Hash ?? ""]);
        writer.AddValues<ushort>("classes", classes);
        if (vectors is not null)
        {
            var networks = Networks(vectors, [.. cases, .. targets], cancellation);
            for (var n = 0; n < networks.Length; n++)
            {
                networks[n].Save(writer, StanceModel.NetworkSection(n));
            }
        }

        Write(writer, "target.support", good);
        Write(writer, "target.oppose", bad);
        Write(writer, "pair.support", Learners.Linear(cases, static c => c.Sign > 0, PositiveWeight, L2, scales));
        Write(writer, "pair.oppose", Learners.Linear(cases, static c => c.Sign < 0, PositiveWeight, L2, scales));
        var useTrees = trees.Macro > linear.Macro;
        if (useTrees)
        {
            BoostedTrees.Write(writer, "trees.support", Learners.Trees(cases, static c => c.Sign > 0, TreeCount, LeafCount, 0.04).Trees);
            BoostedTrees.Write(writer, "trees.oppose", Learners.Trees(cases, static c => c.Sign < 0, TreeCount, LeafCount, 0.04).Trees);
        }

        writer.AddValues<float>("calibration", [.. (useTrees ? trees : linear).Values, LightThreshold, LightThreshold]);
        writer.Write(options.Output);
        return new TrainingReport([.. figures]);
    }

    private static NameNetwork[] Networks(WordVectors vectors, List<Case> cases, CancellationToken cancellation) =>
        [.. Enumerable.Range(0, NetworkCount).Select(n => PairNetworkTrainer.Train(
            vectors, [.. cases.Select(static c => c.Words!)], [.. cases.Select(static c => c.Sign)], [.. cases.Select(static c => c.Fold == Case.NoFold ? LightWeight : 1)], NetworkOptions with { Seed = NetworkOptions.Seed + (ulong)(10 * n) }, cancellation))];

    private static string HeldOutNetworks(WordVectors vectors, List<Case> cases, List<Case> targets, CancellationToken cancellation)
    {
        var held = new (float Support, float Oppose)[cases.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            var pass = new PairPass(Networks(vectors, [.. cases.Where(c => c.Fold != fold), .. targets], cancellation), vectors);
            for (var i = 0; i < cases.Count; i++)
            {
                if (cases[i].Fold == fold && cases[i].Words is { Vectors.Length: > 0 } words)
                {
                    held[i] = pass.Score(words.Vectors, words.Rows, words.Target, words.Holder);
                }
            }
        }

        for (var i = 0; i < cases.Count; i++)
        {
            StanceModel.SetNetwork(cases[i].Dense, held[i], held[i ^ 1]);
        }

        return Calibration.Fit(cases, [.. held.Select(static h => ((double)h.Support, (double)h.Oppose))]).Describe();
    }

    private static string Source(string folder, string path) =>
        $"{path} sha256:{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, path))))}";

    private static void Write(ModelFileWriter writer, string name, Learners.LinearWeights weights) =>
        LinearScorer.Write(writer, name, weights.Indicators, weights.Dense, weights.Bias);

    /// <summary>What brings each number to a mean square of 1; 0 for the scores that only the trees see.</summary>
    private static float[] Scales(List<Case> cases)
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
