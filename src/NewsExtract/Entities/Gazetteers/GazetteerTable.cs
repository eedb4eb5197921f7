using System.Runtime.InteropServices;
using NewsExtract.Learning;

namespace NewsExtract.Entities.Gazetteers;

/// <summary>
/// Phrases with their kinds, ready-made for use in place from a model file: open addressing over 32-bit checks of phrase hashes. A phrase is found by
/// extending it word by word; a check that is only the start of longer phrases carries the continuation bit.
/// </summary>
internal sealed class GazetteerTable
{
    /// <summary>Set in the mask of a key that a longer phrase starts with.</summary>
    internal const uint Continues = 1u << 31;

    /// <summary>The most words of a phrase.</summary>
    internal const int MaxWords = 8;

    private readonly ReadOnlyMemory<byte> _entries;
    private readonly int _size;

    private GazetteerTable(ReadOnlyMemory<byte> entries)
    {
        _entries = entries;
        _size = entries.Length / sizeof(ulong);
    }

    /// <summary>The table in a section of a file.</summary>
    public static GazetteerTable Load(ModelFile file, string name) => new(file.Bytes(name));

    /// <summary>Puts a table together.</summary>
    /// <param name="phrases">Phrase hashes (see <see cref="Extend"/>) with their masks, each hash once.</param>
    public static GazetteerTable Build(IReadOnlyCollection<KeyValuePair<ulong, uint>> phrases)
    {
        var size = Math.Max(16, (int)(phrases.Count * 1.35));
        var entries = new ulong[size];
        foreach (var (hash, mask) in phrases.OrderBy(static p => p.Key))
        {
            var at = Place(hash, size);
            while (entries[at] != 0)
            {
                at = at + 1 == size ? 0 : at + 1;
            }

            entries[at] = ((ulong)CheckOf(hash) << 32) | mask;
        }

        return new GazetteerTable(MemoryMarshal.AsBytes<ulong>(entries).ToArray());
    }

    /// <summary>Adds the table to a file.</summary>
    public void Save(ModelFileWriter writer, string name) => writer.Add(name, _entries.Span);

    /// <summary>The hash of a phrase with one word more.</summary>
    /// <param name="phrase">The phrase so far, 0 for none.</param>
    /// <param name="lowerWord">The hash of the next word in lower case.</param>
    public static ulong Extend(ulong phrase, ulong lowerWord) => FeatureHash.Mix((phrase * 0x9E3779B97F4A7C15UL) + 0x632BE59BD9B4E019UL, lowerWord);

    /// <summary>The kinds of a phrase as bits, with <see cref="Continues"/>; 0 when it is not there.</summary>
    public uint Find(ulong phrase)
    {
        var entries = MemoryMarshal.Cast<byte, ulong>(_entries.Span);
        var check = CheckOf(phrase);
        for (var at = Place(phrase, _size); ; at = at + 1 == _size ? 0 : at + 1)
        {
            var entry = entries[at];
            if (entry == 0)
            {
                return 0;
            }

            if ((uint)(entry >> 32) == check)
            {
                return (uint)entry;
            }
        }
    }

    private static uint CheckOf(ulong hash) => Math.Max((uint)hash, 1u);

    private static int Place(ulong hash, int size) => (int)(((hash >> 32) * (ulong)size) >> 32);
}
