using NewsExtract.Learning;

namespace NewsExtract.Syntax.Network;

/// <summary>What the network knows of a word from its spelling: the key of its vector, and rows of the hashed table of affixes and shapes.</summary>
internal static class TokenFeatures
{
    /// <summary>Rows for suffixes, added up to one vector.</summary>
    public const int Suffixes = 4;

    /// <summary>Rows for prefixes, shape and place, added up to another.</summary>
    public const int Prefixes = 5;

    /// <summary>All rows of a word.</summary>
    public const int Rows = Suffixes + Prefixes;

    private const int LongestAffixWord = 48;

    /// <summary>Writes the rows of a word; <paramref name="mask"/> is one less than the table's size.</summary>
    public static void Fill(ReadOnlySpan<char> word, bool first, int sentenceCase, int mask, Span<int> rows)
    {
        Span<char> lower = stackalloc char[LongestAffixWord];
        var text = word.Length <= LongestAffixWord ? word : word[..LongestAffixWord];
        for (var i = 0; i < text.Length; i++)
        {
            lower[i] = WordVectors.Normalise(text[i]);
        }

        lower = lower[..text.Length];
        ulong hash = 0x51;
        for (var length = 1; length <= Suffixes; length++)
        {
            hash = length <= lower.Length ? FeatureHash.Mix(hash, lower[^length]) : FeatureHash.Mix(hash, 1);
            rows[length - 1] = Row(hash, (ulong)length, mask);
        }

        hash = 0x52;
        for (var length = 1; length <= 3; length++)
        {
            hash = length <= lower.Length ? FeatureHash.Mix(hash, lower[length - 1]) : FeatureHash.Mix(hash, 1);
            rows[Suffixes + length - 1] = Row(hash, (ulong)(16 + length), mask);
        }

        var shape = ShapeOf(word);
        rows[Suffixes + 3] = Row(shape, first ? 32UL : 33UL, mask);
        rows[Suffixes + 4] = Row((ulong)sentenceCase, Initial(word) | 64UL, mask);
    }

    /// <summary>The shape of a word: upper, lower, digit or the character itself, runs shortened to two, and only its first eight.</summary>
    private static ulong ShapeOf(ReadOnlySpan<char> word)
    {
        ulong hash = 0x53;
        var previous = '\0';
        int run = 0, marks = 0;
        foreach (var c in word)
        {
            var mark = char.IsUpper(c) ? 'X' : char.IsLower(c) ? 'x' : char.IsDigit(c) ? '0' : c;
            run = mark == previous ? run + 1 : 1;
            previous = mark;
            if (run <= 2)
            {
                hash = FeatureHash.Mix(hash, mark);
                if (++marks == 8)
                {
                    break;
                }
            }
        }

        return hash;
    }

    private static ulong Initial(ReadOnlySpan<char> word) => word.Length > 0 && char.IsUpper(word[0]) ? 1UL : 0UL;

    private static int Row(ulong hash, ulong kind, int mask) => (int)(FeatureHash.Mix(hash, kind) >> 17) & mask;
}
