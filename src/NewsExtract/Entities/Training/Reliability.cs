using System.Globalization;

namespace NewsExtract.Entities.Training;

/// <summary>How often mentions of a confidence are right: the reliability curve in ten steps, and the mean gap between the two (expected calibration error).</summary>
internal sealed class Reliability
{
    private readonly (int Count, double Confidence, int Right)[] _bins = new (int, double, int)[10];

    /// <summary>Counts a mention.</summary>
    public void Add(double confidence, bool right)
    {
        ref var bin = ref _bins[Math.Min(9, (int)(confidence * 10))];
        bin = (bin.Count + 1, bin.Confidence + confidence, bin.Right + (right ? 1 : 0));
    }

    /// <summary>Mean over the mentions of the gap between their step's mean confidence and its share of right ones.</summary>
    public double Error => _bins.Sum(static b => Math.Abs(b.Confidence - b.Right)) / Math.Max(1, _bins.Sum(static b => b.Count));

    /// <summary>A line for each step that has mentions, and one for the error.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (var (count, confidence, right) in _bins)
        {
            if (count > 0)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"confidence {confidence / count:F2}: {(double)right / count:F2} right of {count}");
            }
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"expected calibration error {Error:F3}");
    }
}
