namespace NewsExtract.Stances.Model;

/// <summary>Features of one case: numbers, and hashed indicators. Reused between cases.</summary>
internal sealed class FeatureRow
{
    /// <summary>Bits of a hashed indicator.</summary>
    public const int HashBits = 18;

    private readonly ulong[] _seen = new ulong[1 << (HashBits - 6)];
    private int[] _indicators = new int[512];

    /// <summary>The numeric features.</summary>
    public float[] Dense { get; } = new float[FeatureLayout.Count];

    /// <summary>Buckets of the indicators, in the order found.</summary>
    public ReadOnlySpan<int> Indicators => _indicators.AsSpan(0, Length);

    public int Length { get; private set; }

    public void Clear()
    {
        Array.Clear(Dense);
        foreach (var indicator in Indicators)
        {
            _seen[indicator >> 6] = 0;
        }

        Length = 0;
    }

    /// <summary>Adds an indicator, unless its bucket is on.</summary>
    public void Add(ulong hash)
    {
        var indicator = (int)(hash >> (64 - HashBits));
        ref var seen = ref _seen[indicator >> 6];
        var bit = 1UL << indicator;
        if ((seen & bit) != 0)
        {
            return;
        }

        seen |= bit;
        if (Length == _indicators.Length)
        {
            Array.Resize(ref _indicators, Length * 2);
        }

        _indicators[Length++] = indicator;
    }

    /// <summary>A copy that lasts; its indicators in order.</summary>
    public (float[] Dense, int[] Indicators) Copy()
    {
        var indicators = Indicators.ToArray();
        Array.Sort(indicators);
        return (Dense.AsSpan().ToArray(), indicators);
    }
}
