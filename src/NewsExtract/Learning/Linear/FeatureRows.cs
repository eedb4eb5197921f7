namespace NewsExtract.Learning.Linear;

/// <summary>
/// The hashed features of one sequence, position by position: scratch memory that is filled, used and cleared again.
/// A node feature speaks about the label of its position; an edge feature about the pair of the previous label and this one.
/// </summary>
internal sealed class FeatureRows
{
    private ulong[] _features = new ulong[4096];
    private ulong[] _edges = new ulong[256];
    private int[] _starts = new int[257];
    private int[] _edgeStarts = new int[257];
    private ulong[] _masks = new ulong[257];
    private int _featureCount;
    private int _edgeCount;

    /// <summary>The number of positions.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets everything, keeps the memory.</summary>
    public void Clear()
    {
        Count = 0;
        _featureCount = 0;
        _edgeCount = 0;
    }

    /// <summary>Starts the next position; the features added from here on are its own.</summary>
    public void Next()
    {
        if (Count + 2 > _starts.Length)
        {
            Array.Resize(ref _starts, _starts.Length * 2);
            Array.Resize(ref _edgeStarts, _edgeStarts.Length * 2);
            Array.Resize(ref _masks, _masks.Length * 2);
        }

        _starts[Count] = _featureCount;
        _edgeStarts[Count] = _edgeCount;
        _masks[Count] = ulong.MaxValue;
        Count++;
        _starts[Count] = _featureCount;
        _edgeStarts[Count] = _edgeCount;
    }

    /// <summary>Adds a node feature to the current position.</summary>
    public void Add(ulong feature)
    {
        if (_featureCount == _features.Length)
        {
            Array.Resize(ref _features, _features.Length * 2);
        }

        _features[_featureCount++] = feature;
        _starts[Count] = _featureCount;
    }

    /// <summary>Adds an edge feature to the current position: it conditions the transition from the position before.</summary>
    public void AddEdge(ulong feature)
    {
        if (_edgeCount == _edges.Length)
        {
            Array.Resize(ref _edges, _edges.Length * 2);
        }

        _edges[_edgeCount++] = feature;
        _edgeStarts[Count] = _edgeCount;
    }

    /// <summary>Allows only the labels whose bit is set at the current position (bit 0 is label 0).</summary>
    public void Restrict(ulong labels) => _masks[Count - 1] = labels;

    /// <summary>The node features of a position.</summary>
    public ReadOnlySpan<ulong> Features(int position) => _features.AsSpan(_starts[position].._starts[position + 1]);

    /// <summary>The edge features of a position.</summary>
    public ReadOnlySpan<ulong> Edges(int position) => _edges.AsSpan(_edgeStarts[position].._edgeStarts[position + 1]);

    /// <summary>The labels allowed at a position, as bits.</summary>
    public ulong Mask(int position) => _masks[position];
}
