using System.Runtime.InteropServices;
using NewsExtract.Learning;

namespace NewsExtract.Quotes.Cascade;

/// <summary>Two flat classes of a word, coarse and fine, from unlabelled text; found by hash in place (open addressing).</summary>
internal sealed class WordClasses
{
    private readonly ReadOnlyMemory<byte> _keys;
    private readonly ReadOnlyMemory<byte> _values;
    private readonly int _slots;

    private WordClasses(ReadOnlyMemory<byte> keys, ReadOnlyMemory<byte> values) =>
        (_keys, _values, _slots) = (keys, values, keys.Length / sizeof(uint));

    /// <summary>No classes at all.</summary>
    public static WordClasses None { get; } = new(new byte[sizeof(uint)], new byte[sizeof(uint)]);

    /// <summary>The classes in a model file.</summary>
    public static WordClasses Load(ModelFile file) => new(file.Bytes("classes.keys"), file.Bytes("classes.values"));

    /// <summary>Reads <c>cl100.tsv</c> and <c>cl400.tsv</c>.</summary>
    public static WordClasses Read(string coarsePath, string finePath)
    {
        var fine = Lines(finePath).ToDictionary(static row => row[0], static row => ushort.Parse(row[1]), StringComparer.Ordinal);
        var rows = Lines(coarsePath).Where(row => fine.ContainsKey(row[0])).ToList();
        var slots = (int)(rows.Count * 1.4) + 1;
        var keys = new uint[slots];
        var values = new uint[slots];
        foreach (var row in rows)
        {
            var (slot, key) = Place(row[0], slots);
            while (keys[slot] != 0)
            {
                slot = slot + 1 == slots ? 0 : slot + 1;
            }

            keys[slot] = key;
            values[slot] = ((uint)(ushort.Parse(row[1]) + 1) << 16) | (uint)(fine[row[0]] + 1);
        }

        return new WordClasses(MemoryMarshal.AsBytes<uint>(keys).ToArray(), MemoryMarshal.AsBytes<uint>(values).ToArray());
    }

    /// <summary>Adds the classes to a file.</summary>
    public void Save(ModelFileWriter writer) => writer.Add("classes.keys", _keys.Span).Add("classes.values", _values.Span);

    /// <summary>The classes of a word as it is written, from 1; 0 for an unknown word.</summary>
    public (ushort Coarse, ushort Fine) Of(ReadOnlySpan<char> word)
    {
        Span<char> plain = stackalloc char[Math.Min(word.Length, 64)];
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = char.IsAsciiDigit(word[i]) ? '0' : word[i] == '\u2019' ? '\'' : word[i];
        }

        var keys = MemoryMarshal.Cast<byte, uint>(_keys.Span);
        var (slot, key) = Place(plain, _slots);
        while (keys[slot] != 0)
        {
            if (keys[slot] == key)
            {
                var value = MemoryMarshal.Cast<byte, uint>(_values.Span)[slot];
                return ((ushort)(value >> 16), (ushort)value);
            }

            slot = slot + 1 == _slots ? 0 : slot + 1;
        }

        return default;
    }

    private static (int Slot, uint Key) Place(ReadOnlySpan<char> word, int slots)
    {
        var hash = FeatureHash.Of(word);
        return ((int)(((hash >> 32) * (ulong)slots) >> 32), Math.Max(1, (uint)hash));
    }

    private static IEnumerable<string[]> Lines(string path) =>
        File.ReadLines(path).Select(static line => line.Split('\t')).Where(static row => row.Length == 2);
}
