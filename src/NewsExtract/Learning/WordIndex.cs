using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsExtract.Learning;

/// <summary>A hash table from words to row numbers that stands ready-made in a model file. Words are keyed by <see cref="WordVectors.KeyOf"/>.</summary>
internal sealed class WordIndex
{
    private readonly ReadOnlyMemory<byte> _keys;
    private readonly ReadOnlyMemory<byte> _rows;
    private readonly int _mask;

    /// <summary>Uses two sections of a model file in place.</summary>
    public WordIndex(ReadOnlyMemory<byte> keys, ReadOnlyMemory<byte> rows)
    {
        _keys = keys;
        _rows = rows;
        _mask = (keys.Length / sizeof(uint)) - 1;
    }

    /// <summary>The row of the word with that key, or −1.</summary>
    public int Find(ulong key)
    {
        var keys = MemoryMarshal.Cast<byte, uint>(_keys.Span);
        var mark = MarkOf(key);
        for (var slot = (int)(key >> 32) & _mask; keys[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (keys[slot] == mark)
            {
                return MemoryMarshal.Cast<byte, int>(_rows.Span)[slot];
            }
        }

        return -1;
    }

    /// <summary>The two sections for keys whose rows are their places in the list.</summary>
    public static (uint[] Keys, int[] Rows) Build(IReadOnlyList<ulong> keys)
    {
        var capacity = (int)BitOperations.RoundUpToPowerOf2((uint)((keys.Count * 3 / 2) + 1));
        var marks = new uint[capacity];
        var rows = new int[capacity];
        for (var row = 0; row < keys.Count; row++)
        {
            var slot = (int)(keys[row] >> 32) & (capacity - 1);
            while (marks[slot] != 0)
            {
                slot = (slot + 1) & (capacity - 1);
            }

            marks[slot] = MarkOf(keys[row]);
            rows[slot] = row;
        }

        return (marks, rows);
    }

    // 32 bits tell two words apart well enough (one false hit in two milliard look-ups), and 0 means an empty slot.
    private static uint MarkOf(ulong key) => (uint)key | 1;
}
