using System.Numerics;
using NewsExtract.Learning;

namespace NewsExtract.Entities.Recognition.Network;

/// <summary>
/// What the network sees of a token besides its word vector: rows of one table of embeddings. The first group (spelling) and the second (casing, word classes, gazetteers, the run of
/// capitalised words) are summed each on its own side. Affixes and shapes are hashed; what shares a row by chance is told apart by its other rows.
/// </summary>
internal static class NetworkFeatures
{
    /// <summary>Rows of the table.</summary>
    public const int Rows = RunAt + 256;

    /// <summary>The most common words have a row of their own; it is their number among the word vectors.</summary>
    public const int Words = 8192;

    /// <summary>The most rows that a token has.</summary>
    public const int Most = 84;

    private const int Affixes = 8192;
    private const int AffixAt = Words;
    private const int ShapeAt = AffixAt + Affixes;
    private const int Shapes = 1024;
    private const int FineAt = ShapeAt + Shapes;
    private const int CoarseAt = FineAt + 512;
    private const int BeginAt = CoarseAt + 128;
    private const int InsideAt = BeginAt + 32;
    private const int CaseAt = InsideAt + 32;
    private const int CapitalAt = CaseAt + 64;
    private const int RunAt = CapitalAt + 128;

    /// <summary>Writes the rows of a token.</summary>
    /// <param name="forms">The document.</param>
    /// <param name="i">The token.</param>
    /// <param name="start">First token of its sentence.</param>
    /// <param name="sentenceCase">The case of its sentence.</param>
    /// <param name="rows">Receives the rows.</param>
    /// <returns>The number of rows of the first group and of all; the second group starts with the gazetteers.</returns>
    public static (int Spelling, int All) Fill(WordForms forms, int i, int start, SentenceCase sentenceCase, Span<ushort> rows)
    {
        var n = 0;
        if (forms.Vector[i] is >= 0 and < Words and var word)
        {
            rows[n++] = (ushort)word;
        }

        n = Affix(1, forms.Prefix2[i], rows, n);
        n = Affix(2, forms.Prefix3[i], rows, n);
        n = Affix(3, forms.Suffix2[i], rows, n);
        n = Affix(4, forms.Suffix3[i], rows, n);
        n = Affix(5, forms.Suffix4[i], rows, n);
        rows[n++] = (ushort)(ShapeAt + (int)((FeatureHash.Mix(forms.Shape[i], 6) >> 33) & (Shapes - 1)));
        var spelling = n;
        n = Bits(BeginAt, forms.Begins[i], rows, n);
        n = Bits(InsideAt, forms.Insides[i], rows, n);
        var facts = forms.Facts[i];
        var written = (int)forms.Case[i];
        rows[n++] = (ushort)(FineAt + Math.Min((int)facts.Fine, 511));
        rows[n++] = (ushort)(CoarseAt + Math.Min((int)facts.Coarse, 127));
        rows[n++] = (ushort)(CaseAt + (((int)sentenceCase * 16) + (i == start ? 8 : 0) + written));
        rows[n++] = (ushort)(CapitalAt + (Math.Min((int)facts.Capital, 15) * 8) + written);
        var (first, last) = (forms.RunStart[i], forms.RunEnd[i]);
        rows[n++] = (ushort)(RunAt + (Math.Min(last - first, 7) * 32) + (Math.Min(i - first, 3) * 8) + (Math.Min(Math.Max(last - 1 - i, 0), 3) * 2) + (first == start ? 1 : 0));
        return (spelling, n);
    }

    /// <summary>Whether a row says what gazetteers know.</summary>
    public static bool IsGazetteer(int row) => row is >= BeginAt and < CaseAt;

    private static int Affix(ulong kind, ulong hash, Span<ushort> rows, int n)
    {
        if (hash != 0)
        {
            rows[n++] = (ushort)(AffixAt + (int)((FeatureHash.Mix(hash, kind) >> 33) & (Affixes - 1)));
        }

        return n;
    }

    private static int Bits(int at, uint bits, Span<ushort> rows, int n)
    {
        for (; bits != 0; bits &= bits - 1)
        {
            rows[n++] = (ushort)(at + BitOperations.TrailingZeroCount(bits));
        }

        return n;
    }
}
