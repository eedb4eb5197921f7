using NewsExtract.Errors;
using NewsExtract.Learning;
using NewsExtract.Stances.Articles;

namespace NewsExtract.Stances.Model;

/// <summary>The trained classifier over holders and targets in whole articles. Immutable, shared by all threads.</summary>
internal sealed class ArticleModel
{
    internal const string Prefix = "article.";

    /// <summary>How many trees look first.</summary>
    public const int Glance = 20;

    private readonly BoostedTrees _support;
    private readonly BoostedTrees _oppose;
    private readonly float[] _calibration;
    private readonly float[] _glance;

    /// <summary>Reads the model.</summary>
    /// <exception cref="NewsExtractException">NX0306: a part is missing; NX0310: it was trained for other features.</exception>
    public ArticleModel(ModelFile file)
    {
        _support = new BoostedTrees(file, Prefix + "support", Glance);
        _oppose = new BoostedTrees(file, Prefix + "oppose", Glance);
        _calibration = file.Values<float>(Prefix + "calibration").ToArray();
        _glance = file.Values<float>(Prefix + "glance").ToArray();
        if (file.Values<int>(Prefix + "features") is not [ArticleLayout.Count] || _calibration.Length != 6 || _glance.Length != 2)
        {
            throw new NewsExtractException(ErrorCatalog.ModelFeatures(StanceModel.Kind));
        }
    }

    /// <summary>Thresholds on the probabilities of support and of oppose, tuned on held-out articles.</summary>
    public (float Support, float Oppose) Thresholds => (_calibration[4], _calibration[5]);

    /// <summary>
    /// Calibrated probabilities that a holder supports, and that it opposes, a target in a sentence of an article; 0 where the first trees leave no hope of a stance, as for most.
    /// </summary>
    public (double Support, double Oppose) Score(ReadOnlySpan<float> row)
    {
        var (support, oppose) = (_support.Glance(row), _oppose.Glance(row));
        if (support < _glance[0] && oppose < _glance[1])
        {
            return default;
        }

        support += _support.Rest(row);
        oppose += _oppose.Rest(row);
        return (StanceModel.Sigmoid((_calibration[0] * support) + _calibration[1]), StanceModel.Sigmoid((_calibration[2] * oppose) + _calibration[3]));
    }
}
