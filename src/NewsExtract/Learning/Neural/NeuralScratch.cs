namespace NewsExtract.Learning.Neural;

/// <summary>Working memory of one thread: arrays that are used again, so that a steady state allocates nothing. Contents are undefined when rented.</summary>
internal sealed class NeuralScratch
{
    private readonly List<float[]> _free = [];

    /// <summary>An array of at least that length.</summary>
    public float[] Rent(int length)
    {
        var best = -1;
        for (var i = 0; i < _free.Count; i++)
        {
            if (_free[i].Length >= length && (best < 0 || _free[i].Length < _free[best].Length))
            {
                best = i;
            }
        }

        if (best < 0)
        {
            return new float[Math.Max(1024, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)length))];
        }

        var array = _free[best];
        _free.RemoveAt(best);
        return array;
    }

    /// <summary>Gives an array back.</summary>
    public void Return(float[] array) => _free.Add(array);
}
