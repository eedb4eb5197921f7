namespace NewsExtract.Learning.Linear;

/// <summary>Memory that decoding works in; one for each thread, grown as needed.</summary>
internal sealed class SequenceScratch
{
    internal int[] Nodes = [];
    internal int[] Edges = [];
    // Where the edge scores of a position start, and the first position that has the same.
    internal int[] EdgeAt = [];
    internal int[] EdgeHome = [];
    internal int[] Best = [];
    internal byte[] Back = [];
    internal int[] WideBack = [];
    internal float[] WideEdges = [];
    internal float[] WideNodes = [];
    internal float[] WideForward = [];
    internal double[] Forward = [];
    internal double[] Backward = [];
    internal double[] EdgeWeights = [];
    internal double[] NodeWeights = [];

    // Positions by their edge feature, as far as they have one or none; few are different.
    private readonly (ulong Feature, int Position)[] _alike = new (ulong, int)[32];
    private int _alikeCount;

    internal void ForgetAlike() => _alikeCount = 0;

    /// <summary>An earlier position with the same edge features, or 0; remembers this one if there is none.</summary>
    internal int Alike(ReadOnlySpan<ulong> features, int position)
    {
        if (features.Length > 1)
        {
            return 0;
        }

        var feature = features.IsEmpty ? 0 : features[0];
        foreach (var (other, at) in _alike.AsSpan(0, _alikeCount))
        {
            if (other == feature)
            {
                return at;
            }
        }

        if (_alikeCount < _alike.Length)
        {
            _alike[_alikeCount++] = (feature, position);
        }

        return 0;
    }

    internal static void Ensure<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            array = new T[Math.Max(length, array.Length * 2)];
        }
    }
}
