using System.Runtime.InteropServices;

namespace NewsExtract.Entities.Coreference;

/// <summary>The mentions met so far that a noun describes, latest first; its memory serves one document after another.</summary>
internal sealed class DescriptionIndex
{
    private readonly Dictionary<ulong, int> _latest = [];
    private (int Mention, int Next)[] _links = new (int, int)[256];
    private int _count;

    public void Clear()
    {
        _latest.Clear();
        _count = 0;
    }

    public void Add(ulong head, int mention)
    {
        if (_count == _links.Length)
        {
            Array.Resize(ref _links, 2 * _links.Length);
        }

        ref var latest = ref CollectionsMarshal.GetValueRefOrAddDefault(_latest, head, out var exists);
        _links[_count] = (mention, exists ? latest : -1);
        latest = _count++;
    }

    /// <summary>The link of the latest mention, or −1.</summary>
    public int First(ulong head) => _latest.GetValueOrDefault(head, -1);

    public int Next(int link) => _links[link].Next;

    public int MentionAt(int link) => _links[link].Mention;
}
