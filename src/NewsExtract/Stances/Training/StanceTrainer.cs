using System.Globalization;
using System.Security.Cryptography;
using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Stances.Model;
using NewsExtract.Stances.Rules;

namespace NewsExtract.Stances.Training;

/// <summary>Trains the stance classifiers with ML.NET and writes their parameters to a model file.</summary>
internal sealed class StanceTrainer : IModelTrainer
{
    private const int Folds = 4;
    private const string Pairs = "stances/dse.train.tsv";
    private const string WordClasses = "word_classes/cl400.tsv";
    private const string Lights = "stances/newsmtsc.train.jsonl";

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
        var stages = DefaultPipeline.Build(options.Models).Stages.Where(static s => s is not StanceStage).ToArray();
        var vectors = options.Models.Has(WordVectors.Kind) ? WordVectors.Load(options.Models) : null;
        var classes = Classes(options.Data, vectors);
        var features = new PairFeatures(vectors, classes);

        progress.Report("targets");
        var targets = TargetCases(TargetReader.Read(Path.Combine(options.Data, Lights)), stages, features, cancellation);
        var targetScales = Scales(targets, static i => i < FeatureLayout.LinearSupport || (i >= FeatureLayout.VectorBetween && i is not (FeatureLayout.BackSupport or FeatureLayout.BackOppose)));
        var good = Learners.Linear(targets, static c => c.Sign > 0, 1, L2, targetScales);
        var bad = Learners.Linear(targets, static c => c.Sign < 0, 1, L2, targetScales);

        progress.Report("pairs");
        var cases = PairCases(DseReader.Read(Path.Combine(options.Data, Pairs)), stages, features, good, bad, cancellation);
        var scales = Scales(cases, static i => i < FeatureLayout.LinearSupport || (i >= FeatureLayout.VectorBetween && i is not (FeatureLayout.BackSupport or FeatureLayout.BackOppose)));
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
                    boosted[i] = (support.Score(cases[i].Dense), oppose.Score(cases[i].Dense));
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

    private static string Source(string folder, string path) =>
        $"{path} sha256:{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, path))))}";

    private static void Write(ModelFileWriter writer, string name, Learners.LinearWeights weights) =>
        LinearScorer.Write(writer, name, weights.Indicators, weights.Dense, weights.Bias);

    // A sentence that an earlier stage fails on teaches nothing here, and does not stop the training.
    private static StanceText? Annotate(IStage[] stages, string text, CancellationToken cancellation)
    {
        var document = new Document(new Article { Id = "training", Text = text });
        try
        {
            foreach (var stage in stages)
            {
                document = stage.Annotate(document, cancellation);
            }
        }
        catch (ArgumentException)
        {
            return null;
        }

        return new StanceText(document);
    }

    private static List<Case> TargetCases(IEnumerable<TargetReader.Example> examples, IStage[] stages, PairFeatures features, CancellationToken cancellation)
    {
        var cases = new List<Case>();
        var row = new FeatureRow();
        foreach (var example in examples)
        {
            if (Annotate(stages, example.Text, cancellation) is not { } text)
            {
                continue;
            }

            var range = text.Tokens.Covering(example.Target);
            if (range.Length > 0)
            {
                features.Begin(text);
                features.Target(row, range, new TokenRange(0, text.Tokens.Count));
                var (dense, indicators) = row.Copy();
                cases.Add(new Case(dense, indicators, example.Sign, 0));
            }
        }

        return cases;
    }

    private static List<Case> PairCases(
        IEnumerable<DseReader.Example> examples, IStage[] stages, PairFeatures features, Learners.LinearWeights good, Learners.LinearWeights bad, CancellationToken cancellation)
    {
        var cases = new List<Case>();
        var row = new FeatureRow();
        var number = 0;
        foreach (var example in examples)
        {
            number++;
            if (Annotate(stages, example.Text, cancellation) is not { } text)
            {
                continue;
            }

            var (p, q) = (text.Tokens.Covering(example.P), text.Tokens.Covering(example.Q));
            if (p.Length == 0 || q.Length == 0 || p.Overlaps(q))
            {
                continue;
            }

            features.Begin(text);
            var findings = RuleEngine.Run(text).All;
            var window = new TokenRange(0, text.Tokens.Count);
            var (lightP, lightQ) = (Light(p), Light(q));
            var verdict = RuleVerdict.Of(findings, SideAt(text, p), SideAt(text, q), window);
            Add(p, q, verdict, lightP, lightQ, example.Label switch { 1 => 1, 3 => -1, _ => 0 });
            Add(q, p, verdict.Reversed, lightQ, lightP, example.Label switch { 2 => 1, 4 => -1, _ => 0 });

            (float Good, float Bad) Light(TokenRange side)
            {
                features.Target(row, side, window);
                var (dense, indicators) = row.Copy();
                return (good.Score(dense, indicators), bad.Score(dense, indicators));
            }

            void Add(TokenRange holder, TokenRange target, RuleVerdict rules, (float Good, float Bad) holderLight, (float Good, float Bad) targetLight, int sign)
            {
                features.Pair(row, holder, target, window, rules);
                StanceModel.SetLight(row.Dense, holderLight, targetLight);
                var (dense, indicators) = row.Copy();
                cases.Add(new Case(dense, indicators, sign, number % Folds));
            }
        }

        return cases;
    }

    /// <summary>The word class of each row of the vectors; 0 for words without one.</summary>
    private static ushort[] Classes(string data, WordVectors? vectors)
    {
        var classes = new ushort[vectors?.Count ?? 0];
        foreach (var line in vectors is null ? [] : File.ReadLines(Path.Combine(data, WordClasses)))
        {
            var tab = line.LastIndexOf('\t');
            if (tab > 0 && vectors!.Find(line.AsSpan(0, tab)) is >= 0 and var row && classes[row] == 0)
            {
                classes[row] = (ushort)(ushort.Parse(line.AsSpan(tab + 1), CultureInfo.InvariantCulture) + 1);
            }
        }

        return classes;
    }

    private static Side SideAt(StanceText text, TokenRange range)
    {
        var mention = text.Mentions.Covering(range.End - 1);
        return new Side(mention < 0 ? -1 : text.Mentions.All[mention].Entity, range);
    }

    private static float[] Scales(List<Case> cases, Func<int, bool> used)
    {
        var scales = new float[FeatureLayout.Count];
        for (var i = 0; i < scales.Length; i++)
        {
            double sum = 0;
            foreach (var c in cases)
            {
                sum += c.Dense[i] * c.Dense[i];
            }

            scales[i] = used(i) && sum > 0 ? (float)(1 / Math.Sqrt(sum / cases.Count)) : 0;
        }

        return scales;
    }
}
