using System.Numerics.Tensors;

namespace NewsExtract.Learning.Linear;

/// <summary>Which features are left out of a file: those whose largest weight says little.</summary>
internal static class WeightFloor
{
    /// <summary>The size that a feature's largest weight must have to stay.</summary>
    /// <param name="weights">Rows of weights.</param>
    /// <param name="width">Weights in a row.</param>
    /// <param name="share">The least, as a part of the mean absolute weight.</param>
    /// <param name="most">At most so many features stay, those with the largest weights.</param>
    public static float Of(ReadOnlySpan<float> weights, int width, float share, int most)
    {
        var floor = share * Mean(weights);
        var largest = new float[weights.Length / width];
        if (most >= largest.Length)
        {
            return floor;
        }

        for (var i = 0; i < largest.Length; i++)
        {
            largest[i] = Math.Abs(TensorPrimitives.MaxMagnitude(weights.Slice(i * width, width)));
        }

        Array.Sort(largest);
        return Math.Max(floor, MathF.BitIncrement(largest[^(most + 1)]));
    }

    private static float Mean(ReadOnlySpan<float> weights)
    {
        var (sum, count) = (0.0, 0);
        foreach (var w in weights)
        {
            (sum, count) = w == 0 ? (sum, count) : (sum + Math.Abs(w), count + 1);
        }

        return count == 0 ? 0 : (float)(sum / count);
    }
}
