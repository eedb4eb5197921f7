using NewsExtract.Learning;
using NewsExtract.Stances.Articles;
using NewsExtract.Stances.Model;

namespace NewsExtract.Stances.Training;

/// <summary>Trains the classifier over holders and targets in whole articles.</summary>
internal sealed class ArticleTraining(List<Case> cases, (int All, int Missed) reach, int folds)
{
    private const int TreeCount = 200;
    private const int LeafCount = 20;
    private const double Rate = 0.05;

    // Of the held-out candidates that are written, the share that the first look may lose.
    private const double Overlooked = 0.01;

    private readonly float[] _glance = [float.NegativeInfinity, float.NegativeInfinity];

    /// <summary>Measures on held-out folds of the articles.</summary>
    public ArticleCalibration HoldOut(int threads, CancellationToken cancellation)
    {
        var first = new (double Support, double Oppose)[cases.Count];
        var held = new (double Support, double Oppose)[cases.Count];
        Parallel.For(0, folds, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, fold =>
        {
            var rest = cases.Where(c => c.Fold != fold).ToList();
            var (support, oppose) = (Trees(rest, 1), Trees(rest, -1));
            for (var i = 0; i < cases.Count; i++)
            {
                if (cases[i].Fold == fold)
                {
                    held[i] = (support.Score(cases[i].Dense), oppose.Score(cases[i].Dense));
                    first[i] = (support.Score(cases[i].Dense, ArticleModel.Glance), oppose.Score(cases[i].Dense, ArticleModel.Glance));
                }
            }
        });

        var calibration = ArticleCalibration.Fit(cases, held, reach.Missed);
        var decided = held.Select(calibration.Decide).ToArray();
        _glance[0] = Least(first.Where((_, i) => decided[i] > 0).Select(static f => f.Support));
        _glance[1] = Least(first.Where((_, i) => decided[i] < 0).Select(static f => f.Oppose));
        Kinds = Describe(decided);
        return calibration;
    }

    /// <summary>How the held-out candidates fare by where holder and target stand.</summary>
    public IReadOnlyList<(string Name, string Value)> Kinds { get; private set; } = [];

    private List<(string, string)> Describe(int[] decided)
    {
        static string Kind(Case c) => c.Dense[ArticleLayout.Away] > 0 ? "target before"
            : c.Dense[ArticleLayout.HasPair] > 0 ? "both in the sentence" : c.Dense[ArticleLayout.SpeaksShare] > 0 ? "the speaker's" : "both in the sentence, unlikely";
        return
        [
            .. cases.Select((c, i) => (Kind: Kind(c), c.Sign, Decided: decided[i])).GroupBy(static c => c.Kind).OrderBy(static g => g.Key, StringComparer.Ordinal).Select(static g =>
            ($"articles, {g.Key}", $"{g.Count()} candidates, labelled {g.Count(static c => c.Sign != 0)}, found {g.Count(static c => c.Decided != 0)}, right {g.Count(static c => c.Decided != 0 && c.Decided == c.Sign)}, opposite {g.Count(static c => c.Decided * c.Sign < 0)}")),
        ];
    }

    private static float Least(IEnumerable<double> scores) =>
        scores.Order().ToArray() is { Length: > 0 } sorted ? (float)sorted[(int)(sorted.Length * Overlooked)] : float.NegativeInfinity;

    /// <summary>Trains on all articles and adds the classifier to a file.</summary>
    public void Write(ModelFileWriter writer, ArticleCalibration calibration)
    {
        writer.AddValues<int>(ArticleModel.Prefix + "features", [ArticleLayout.Count]);
        BoostedTrees.Write(writer, ArticleModel.Prefix + "support", Trees(cases, 1).Trees);
        BoostedTrees.Write(writer, ArticleModel.Prefix + "oppose", Trees(cases, -1).Trees);
        writer.AddValues<float>(ArticleModel.Prefix + "glance", _glance);
        writer.AddValues<float>(ArticleModel.Prefix + "calibration", calibration.Values);
    }

    private static Learners.TreeWeights Trees(List<Case> cases, int sign) => Learners.Trees(cases, c => c.Sign == sign, TreeCount, LeafCount, Rate);
}
