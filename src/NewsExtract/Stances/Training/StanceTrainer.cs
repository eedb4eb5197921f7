using System.Security.Cryptography;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Stances.Model;

namespace NewsExtract.Stances.Training;

/// <summary>Trains the stance classifiers with ML.NET and writes their parameters to a model file.</summary>
internal sealed class StanceTrainer : IModelTrainer
{
    private const int Folds = 4;
    private const string Pairs = "stances/dse.train.tsv";
    private const string WordClasses = "word_classes/cl400.tsv";
    private const string LightData = "stances/newsmtsc.train.jsonl";
    private const string News = "entities/gmb.bio";
    private const string Articles = "quotes/polnear.train.jsonl";
    private const string LightLabels = "newsmtsc.tsv";
    private const string NewsLabels = "gmb.tsv";
    private const string ArticleLabelFile = "polnear.tsv";
    private const float LightThreshold = 0.5f;

    /// <inheritdoc/>
    public string Kind => StanceModel.Kind;

    /// <inheritdoc/>
    public string Data => $"{Pairs}; {LightData}; {WordClasses}; {News}; {Articles}; our own labels of these";

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
        var targets = CaseBuilder.Targets(TargetReader.Read(Path.Combine(options.Data, LightData)), stages, features, Folds, cancellation);
        var lights = Lights.Train(targets, PairTraining.Scales(targets), PairTraining.L2, Folds);

        progress.Report("pairs");
        var articles = ArticleLabels.Read(Path.Combine(options.Labels, ArticleLabelFile), Path.Combine(options.Data, Articles)).ToList();
        var cases = CaseBuilder.Pairs(DseReader.Read(Path.Combine(options.Data, Pairs)), stages, features, lights, PairDomain.Sentences, cancellation);
        cases.AddRange(CaseBuilder.Pairs(OwnLabels.Newsmtsc(Path.Combine(options.Labels, LightLabels), Path.Combine(options.Data, LightData)), stages, features, lights, PairDomain.OwnSentences, cancellation));
        cases.AddRange(CaseBuilder.Pairs(OwnLabels.Bio(Path.Combine(options.Labels, NewsLabels), Path.Combine(options.Data, News)), stages, features, lights, PairDomain.OwnSentences, cancellation));
        cases.AddRange(CaseBuilder.Articles(articles, stages, features, lights, cancellation));
        Report("cases", $"{cases.Count(static c => c.IsMeasured)}, of our own labels {cases.Count(static c => !c.IsMeasured)}");

        var training = new PairTraining(vectors, cases, targets, lights);
        var (linear, networks) = training.HoldOut(options.Threads, cancellation);
        Report("linear, held out", linear.Describe());
        Report("networks, held out", networks?.Describe() ?? "none");
        var trees = training.HoldOutTrees(options.Threads, cancellation);
        Report("trees, held out", trees.Describe());

        float[] values = [.. trees.Values, LightThreshold, LightThreshold];

        // The lights have seen none of these sentences: those of all targets, which the pairs have learnt with, are what the final model has.
        var run = HeldOutRun.Measure(
            DseReader.Read(Path.Combine(options.Data, Pairs)), stages, fold => (training.WithoutFold[fold] with { Light = (lights.Good, lights.Bad) }).ToModel(vectors, classes, training.TreesWithoutFold[fold], values), Folds, cancellation);
        Report("as run, held out", FormattableString.Invariant($"macro-F1 {run.Macro:F1}, mean of support and oppose {run.Mean:F1}"));

        progress.Report("articles");
        var inArticles = new ArticleCases(stages, fold => training.WithoutFold[fold].ToModel(vectors, classes), Folds);
        foreach (var article in articles)
        {
            inArticles.Add(article, cancellation);
        }

        var articleTraining = new ArticleTraining(inArticles.Cases, inArticles.Reach, Folds);
        var articleCalibration = articleTraining.HoldOut(options.Threads, cancellation);
        Report("stances in articles", $"{inArticles.Reach.All}, no candidate {inArticles.Reach.Missed}, candidates {inArticles.Cases.Count}");
        Report("articles, held out", articleCalibration.Describe());
        foreach (var (name, value) in articleTraining.Kinds)
        {
            Report(name, value);
        }

        progress.Report("final");
        var writer = new ModelFileWriter(ModelCommand.Provenance(Kind,
        [
            .. ((string[])[Pairs, LightData, WordClasses, News, Articles]).Select(path => Source(options.Data, path)),
            .. ((string[])[LightLabels, NewsLabels, ArticleLabelFile]).Select(path => Source(options.Labels, path)),
        ]));
        training.Final(options.Threads, cancellation).Write(writer, vectors, classes);
        PairParts.Write(writer, training.Trees(null));
        writer.AddValues<float>("calibration", values);
        articleTraining.Write(writer, articleCalibration);
        writer.Write(options.Output);
        return new TrainingReport([.. figures]);

        void Report(string name, string value)
        {
            figures.Add((name, value));
            progress.Report($"{name}: {value}");
        }
    }

    private static string Source(string folder, string path) =>
        $"{path} sha256:{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, path))))}";
}
