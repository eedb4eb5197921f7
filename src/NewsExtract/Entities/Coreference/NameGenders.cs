using NewsExtract.Learning;

namespace NewsExtract.Entities.Coreference;

/// <summary>The gender of first names: a table of hashes, stored ready-made in the model and used in place.</summary>
internal sealed class NameGenders
{
    internal const string KeySection = "names.keys";
    internal const string GenderSection = "names.genders";

    private readonly ModelFile? _file;

    /// <summary>The table of a model; empty without one.</summary>
    public NameGenders(ModelFile? file) => _file = file;

    /// <summary>The gender that a first name shows, by the hash of its plain form; unknown for names that both genders bear.</summary>
    public GenderSet Of(ulong name)
    {
        if (_file is null)
        {
            return GenderSet.Unknown;
        }

        var keys = _file.Values<uint>(KeySection);
        var mask = (uint)keys.Length - 1;
        var key = KeyOf(name);
        for (var slot = (uint)name & mask; keys[(int)slot] != 0; slot = (slot + 1) & mask)
        {
            if (keys[(int)slot] == key)
            {
                return (GenderSet)_file.Bytes(GenderSection).Span[(int)slot] is var gender && gender == GenderSet.Person ? GenderSet.Unknown : gender;
            }
        }

        return GenderSet.Unknown;
    }

    /// <summary>Lays the table out: open addressing, at most half full.</summary>
    public static (uint[] Keys, byte[] Genders) Build(IEnumerable<KeyValuePair<ulong, GenderSet>> names)
    {
        var entries = names.OrderBy(static entry => entry.Key).ToArray();
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * entries.Length));
        var keys = new uint[size];
        var genders = new byte[size];
        foreach (var (name, gender) in entries)
        {
            var slot = (uint)name & (uint)(size - 1);
            while (keys[slot] != 0)
            {
                slot = (slot + 1) & (uint)(size - 1);
            }

            keys[slot] = KeyOf(name);
            genders[slot] = (byte)gender;
        }

        return (keys, genders);
    }

    private static uint KeyOf(ulong name) => (uint)(name >> 32) | 1;
}
