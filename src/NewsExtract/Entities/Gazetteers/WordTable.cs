using System.Runtime.InteropServices;
using NewsExtract.Learning;

namespace NewsExtract.Entities.Gazetteers;

/// <summary>What raw text says about single words: two word classes, and how often they are written with a capital. Used in place from a model file.</summary>
internal sealed class WordTable
{
    private readonly ReadOnlyMemory<byte> _entries;
    private readonly int _size;

    private WordTable(ReadOnlyMemory<byte> entries)
    {
        _entries = entries;
        _size = entries.Length / sizeof(ulong);
    }

    /// <summary>The table in a section of a file.</summary>
    public static WordTable Load(ModelFile file, string name) => new(file.Bytes(name));

    /// <summary>Puts a table together.</summary>
    /// <param name="words">Hashes of lower-case words, each once, with what is known of them.</param>
    public static WordTable Build(IReadOnlyCollection<KeyValuePair<ulong, WordFacts>> words)
    {
        var size = Math.Max(16, (int)(words.Count * 1.35));
        var entries = new ulong[size];
        foreach (var (hash, facts) in words.OrderBy(static w => w.Key))
        {
            var at = Place(hash, size);
            while (entries[at] != 0)
            {
                at = at + 1 == size ? 0 : at + 1;
            }

            entries[at] = (hash << 32) | ((ulong)facts.Fine << 16) | ((ulong)facts.Coarse << 8) | facts.Capital;
        }

        return new WordTable(MemoryMarshal.AsBytes<ulong>(entries).ToArray());
    }

    /// <summary>Adds the table to a file.</summary>
    public void Save(ModelFileWriter writer, string name) => writer.Add(name, _entries.Span);

    /// <summary>What is known of a word; nothing (all 0) when it is unknown.</summary>
    public WordFacts Find(ulong lowerWord)
    {
        var entries = MemoryMarshal.Cast<byte, ulong>(_entries.Span);
        for (var at = Place(lowerWord, _size); ; at = at + 1 == _size ? 0 : at + 1)
        {
            var entry = entries[at];
            if (entry == 0)
            {
                return default;
            }

            if ((uint)(entry >> 32) == (uint)lowerWord)
            {
                return new WordFacts((ushort)(entry >> 16), (byte)(entry >> 8), (byte)entry);
            }
        }
    }

    private static int Place(ulong hash, int size) => (int)(((hash >> 32) * (ulong)size) >> 32);
}
