namespace NewsExtract.Stances.Model;

/// <summary>Features of one case: numbers, and hashed indicators. Reused between cases.</summary>
internal sealed class FeatureRow
{
    /// <summary>Bits of a hashed indicator.</summary>
    public const int HashBits = 18;

    private int[] _indicators = new int[512];

    /// <summary>The numeric features.</summary>
    public float[] Dense { get; } = new float[FeatureLayout.Count];

    /// <summary>Buckets of the indicators, in the order found.</summary>
    public ReadOnlySpan<int> Indicators => _indicators.AsSpan(0, Length);

    public int Length { get; private set; }

    public void Clear()
    {
        Array.Clear(Dense);
        Length = 0;
    }

    public void Add(ulong hash)
    {
        if (Length == _indicators.Length)
        {
            Array.Resize(ref _indicators, Length * 2);
        }

        _indicators[Length++] = (int)(hash >> (64 - HashBits));
    }

    /// <summary>Sorts the indicators and drops repeats: a bucket is on or off.</summary>
    public void Seal()
    {
        var span = _indicators.AsSpan(0, Length);
        span.Sort();
        var kept = 0;
        for (var i = 0; i < span.Length; i++)
        {
            if (kept == 0 || span[kept - 1] != span[i])
            {
                span[kept++] = span[i];
            }
        }

        Length = kept;
    }

    /// <summary>A copy that lasts.</summary>
    public (float[] Dense, int[] Indicators) Copy() => (Dense.AsSpan().ToArray(), Indicators.ToArray());
}
