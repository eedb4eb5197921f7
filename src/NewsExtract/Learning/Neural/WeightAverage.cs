namespace NewsExtract.Learning.Neural;

/// <summary>The mean of weights over the steps of a training (Polyak and Juditsky, 1992): it moves less with the order of the examples than the last step's do.</summary>
internal sealed class WeightAverage(int length)
{
    private readonly double[] _sums = new double[length];
    private int _count;

    /// <summary>Takes in the weights as they are now.</summary>
    public void Add(ReadOnlySpan<float> weights)
    {
        for (var i = 0; i < _sums.Length; i++)
        {
            _sums[i] += weights[i];
        }

        _count++;
    }

    /// <summary>The mean; nothing is written before the first step.</summary>
    public void CopyTo(Span<float> weights)
    {
        for (var i = 0; _count > 0 && i < _sums.Length; i++)
        {
            weights[i] = (float)(_sums[i] / _count);
        }
    }
}
