using System.Runtime.InteropServices;
using NewsExtract.Documents;
using NewsExtract.Learning;

namespace NewsExtract.Entities.Recognition;

/// <summary>For each spelling of a name in an article how much speaks for each type: sums of the confidence of its mentions. Scratch memory.</summary>
internal sealed class NameSupport
{
    private const int Types = (int)EntityType.Misc + 1;

    private readonly Dictionary<ulong, int> _rows = [];
    private double[] _sums = new double[64 * Types];

    /// <summary>Forgets all spellings, keeps the memory.</summary>
    public void Clear() => _rows.Clear();

    /// <summary>Adds to what speaks for a type.</summary>
    public void Add(ReadOnlySpan<char> name, EntityType type, double amount)
    {
        ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, FeatureHash.Of(name), out var isKnown);
        if (!isKnown)
        {
            row = (_rows.Count - 1) * Types;
            if (_sums.Length < row + Types)
            {
                Array.Resize(ref _sums, _sums.Length * 2);
            }

            _sums.AsSpan(row, Types).Clear();
        }

        _sums[row + (int)type] += amount;
    }

    /// <summary>The type that most speaks for, and how much does; 0 for an unknown spelling. The kinds of places count together.</summary>
    /// <param name="name">The spelling.</param>
    /// <param name="own">What speaks for this type is given as well.</param>
    public (EntityType Type, double Sum, double Own) Best(ReadOnlySpan<char> name, EntityType own = EntityType.Misc)
    {
        if (!_rows.TryGetValue(FeatureHash.Of(name), out var row))
        {
            return default;
        }

        var sums = _sums.AsSpan(row, Types);
        var (gpe, loc) = (sums[(int)EntityType.Gpe], sums[(int)EntityType.Loc]);
        var place = gpe >= loc ? EntityType.Gpe : EntityType.Loc;
        var (best, most) = (place, gpe + loc);
        for (var type = EntityType.Person; type <= EntityType.Misc; type++)
        {
            if (type is not (EntityType.Gpe or EntityType.Loc) && sums[(int)type] > most)
            {
                (best, most) = (type, sums[(int)type]);
            }
        }

        return (best, most, own is EntityType.Gpe or EntityType.Loc ? gpe + loc : sums[(int)own]);
    }
}
