namespace NewsExtract.Stances.Network;

/// <summary>The words around a pair as the network reads them: for each a row of the vectors (or −1) and <see cref="Slots"/> rows of its own table.</summary>
internal sealed class PairWords
{
    /// <summary>Rows of a word: first those of the word itself, then those of its place towards holder and target.</summary>
    public const int Slots = 10;

    /// <summary>How many of the slots are of the word itself.</summary>
    public const int OwnSlots = 6;

    /// <summary>Buckets of word forms, then of everything else.</summary>
    public const int WordBuckets = 4096;

    /// <summary>Rows of the table.</summary>
    public const int Buckets = WordBuckets + 2048;

    /// <summary>Words before the first and after the second side that are read.</summary>
    public const int Margin = 12;

    /// <summary>Most words; pairs further apart are not judged.</summary>
    public const int Most = 96;

    public int[] Vectors { get; } = new int[Most];

    public ushort[] Rows { get; } = new ushort[Most * Slots];

    /// <summary>Token of the first word.</summary>
    public int Start { get; set; }

    public int Count { get; set; }

    /// <summary>Place of the target's last word.</summary>
    public int Target { get; set; }

    /// <summary>Place of the holder's last word; −1 where the target stands alone.</summary>
    public int Holder { get; set; }

    /// <summary>A copy that lasts, and holds only what is used.</summary>
    public Sample Copy() => new(Vectors[..Count], Rows[..(Count * Slots)], Target, Holder);

    /// <summary>A kept case.</summary>
    internal sealed record Sample(int[] Vectors, ushort[] Rows, int Target, int Holder);
}
