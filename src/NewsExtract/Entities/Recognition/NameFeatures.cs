using System.Numerics;
using NewsExtract.Learning;
using NewsExtract.Learning.Linear;

namespace NewsExtract.Entities.Recognition;

/// <summary>
/// The features of the tokens of a sentence that need no labels: words, shapes and affixes in a window, word classes, gazetteers, and the run of capitalised words
/// around each token (Ratinov and Roth 2009 for the kinds that matter).
/// </summary>
internal static class NameFeatures
{
    private const ulong Boundary = 0xB0B0;

    /// <summary>Adds a position with its features for each token of a sentence.</summary>
    /// <param name="forms">The document.</param>
    /// <param name="start">First token of the sentence.</param>
    /// <param name="end">The token after its last.</param>
    /// <param name="sentenceCase">Whether capitals mean something in it.</param>
    /// <param name="names">What the first pass found; null in the first pass.</param>
    /// <param name="labels">The first pass's labels of the whole document; empty in the first pass.</param>
    /// <param name="rows">Receives the features.</param>
    public static void Add(
        WordForms forms, int start, int end, SentenceCase sentenceCase, DocumentNames? names, ReadOnlySpan<byte> labels, FeatureRows rows)
    {
        var (numbers, topic) = (NumbersIn(forms, start, end), forms.Topic[start]);
        for (var i = start; i < end; i++)
        {
            rows.Next();
            AddWords(forms, i, start, end, sentenceCase, rows);
            AddShape(forms, i, start, end, sentenceCase, rows);
            AddClasses(forms, i, start, end, rows);
            AddGazetteers(forms, i, start, end, sentenceCase, rows);
            AddRun(forms, i, start, end, rows);
            if (forms.RunStart[i] < forms.RunEnd[i])
            {
                AddSurroundings(forms, i, numbers, topic, rows);
            }

            names?.AddToken(forms, labels, i, start, end, rows);
            AddEdge(forms, i, sentenceCase, rows);
        }
    }

    /// <summary>Adds a position for each token with what the second pass sees besides the features of the first.</summary>
    public static void AddSecond(
        WordForms forms, int start, int end, SentenceCase sentenceCase, DocumentNames names, ReadOnlySpan<byte> labels, FeatureRows rows)
    {
        for (var i = start; i < end; i++)
        {
            rows.Next();
            names.AddToken(forms, labels, i, start, end, rows);
            AddEdge(forms, i, sentenceCase, rows);
        }
    }

    private static void AddEdge(WordForms forms, int i, SentenceCase sentenceCase, FeatureRows rows) =>
        rows.AddEdge(Of(90, (ulong)CaseIn(forms, i, sentenceCase), forms.RunStart[i] < i && i < forms.RunEnd[i] ? 1UL : 0));

    private static void AddWords(WordForms forms, int i, int start, int end, SentenceCase sentenceCase, FeatureRows rows)
    {
        var lower = forms.Lower;
        var word = lower[i];
        var before = i > start ? lower[i - 1] : Boundary;
        var after = i + 1 < end ? lower[i + 1] : Boundary;
        rows.Add(Of(0, 0));
        rows.Add(Of(1, word));
        if (sentenceCase != SentenceCase.Upper)
        {
            rows.Add(Of(2, forms.Exact[i]));
        }

        rows.Add(Of(3, before));
        rows.Add(Of(4, after));
        rows.Add(Of(5, i > start + 1 ? lower[i - 2] : Boundary));
        rows.Add(Of(6, i + 2 < end ? lower[i + 2] : Boundary));
        rows.Add(Of(7, before, word));
        rows.Add(Of(8, word, after));
        rows.Add(Of(9, before, after));
        AddAffix(10, forms.Prefix2[i], rows);
        AddAffix(11, forms.Prefix3[i], rows);
        AddAffix(12, forms.Suffix2[i], rows);
        AddAffix(13, forms.Suffix3[i], rows);
        AddAffix(14, forms.Suffix4[i], rows);
        if (i + 1 < end)
        {
            AddAffix(15, forms.Suffix3[i + 1], rows);
        }

        if (i > start)
        {
            AddAffix(16, forms.Suffix3[i - 1], rows);
        }
    }

    private static void AddAffix(ulong template, ulong affix, FeatureRows rows)
    {
        if (affix != 0)
        {
            rows.Add(Of(template, affix));
        }
    }

    private static void AddShape(WordForms forms, int i, int start, int end, SentenceCase sentenceCase, FeatureRows rows)
    {
        var here = CaseIn(forms, i, sentenceCase);
        var before = i > start ? CaseIn(forms, i - 1, sentenceCase) : 99UL;
        var after = i + 1 < end ? CaseIn(forms, i + 1, sentenceCase) : 99UL;
        rows.Add(Of(20, here, (ulong)sentenceCase));
        rows.Add(Of(21, before));
        rows.Add(Of(22, after));
        rows.Add(Of(23, (before << 8) | here, after));
        rows.Add(Of(24, here, i > start + 1 ? CaseIn(forms, i - 2, sentenceCase) : 99UL));
        rows.Add(Of(25, forms.Shape[i]));
        rows.Add(Of(26, here, forms.Facts[i].Capital));
        rows.Add(Of(27, (here << 4) | forms.Facts[i].Capital, i == start ? 1UL : 0));
        rows.Add(Of(28, (here << 8) | (before << 4), i + 1 < end ? forms.Facts[i + 1].Capital : 99UL));
    }

    private static void AddClasses(WordForms forms, int i, int start, int end, FeatureRows rows)
    {
        var facts = forms.Facts;
        ulong fine = facts[i].Fine, coarse = facts[i].Coarse;
        ulong fineBefore = i > start ? facts[i - 1].Fine : 999UL, coarseBefore = i > start ? facts[i - 1].Coarse : 999UL;
        ulong fineAfter = i + 1 < end ? facts[i + 1].Fine : 999UL, coarseAfter = i + 1 < end ? facts[i + 1].Coarse : 999UL;
        var here = (ulong)forms.Case[i];
        rows.Add(Of(30, fine));
        rows.Add(Of(31, fineBefore));
        rows.Add(Of(32, fineAfter));
        rows.Add(Of(33, coarse));
        rows.Add(Of(34, coarseBefore, here));
        rows.Add(Of(35, coarseAfter, here));
        rows.Add(Of(36, coarseBefore, coarse));
        rows.Add(Of(37, coarse, coarseAfter));
        rows.Add(Of(38, fineBefore, fineAfter));
        rows.Add(Of(39, i > start + 1 ? facts[i - 2].Fine : 999UL));
        rows.Add(Of(40, i + 2 < end ? facts[i + 2].Fine : 999UL));
        rows.Add(Of(41, (fineBefore << 12) | (i > start + 1 ? facts[i - 2].Fine : 999UL), here));
        rows.Add(Of(42, (fineAfter << 12) | (i + 2 < end ? facts[i + 2].Fine : 999UL), here));
    }

    private static void AddGazetteers(WordForms forms, int i, int start, int end, SentenceCase sentenceCase, FeatureRows rows)
    {
        var (begins, insides) = (forms.Begins[i], forms.Insides[i]);
        AddBits(50, begins, rows);
        AddBits(51, insides, rows);
        var both = ((ulong)begins << 32) | insides;
        rows.Add(Of(52, both, CaseIn(forms, i, sentenceCase)));
        var before = i > start ? forms.Begins[i - 1] | forms.Insides[i - 1] : uint.MaxValue;
        var after = i + 1 < end ? forms.Begins[i + 1] | forms.Insides[i + 1] : uint.MaxValue;
        rows.Add(Of(53, before));
        rows.Add(Of(54, after));
        rows.Add(Of(55, ((ulong)before << 32) | begins | insides, 1));
        rows.Add(Of(56, ((ulong)after << 32) | begins | insides, 1));
        rows.Add(Of(57, i > start + 1 ? forms.Begins[i - 2] | forms.Insides[i - 2] : uint.MaxValue));
    }

    private static void AddBits(ulong template, uint bits, FeatureRows rows)
    {
        for (; bits != 0; bits &= bits - 1)
        {
            rows.Add(Of(template, (ulong)BitOperations.TrailingZeroCount(bits)));
        }
    }

    /// <summary>The capitalised words that a token stands among: its head tells the type of the whole (<c>Ministry</c> of Health, Acme <c>Holdings</c>).</summary>
    private static void AddRun(WordForms forms, int i, int start, int end, FeatureRows rows)
    {
        var (first, last) = (forms.RunStart[i], forms.RunEnd[i]);
        if (first == last)
        {
            return;
        }

        var head = first;
        while (head + 1 < last && forms.Case[head + 1] is not (Casing.Lower or Casing.Mark))
        {
            head++;
        }

        var length = (ulong)Math.Min(last - first, 5);
        var place = (i == first ? 1UL : 0) | (i == last - 1 ? 2UL : 0) | (i == head ? 4UL : 0) | (i > head ? 8UL : 0);
        var before = first > start ? forms.Lower[first - 1] : Boundary;
        var after = last < end ? forms.Lower[last] : Boundary;
        rows.Add(Of(60, length, place));
        if (last - first > 1)
        {
            rows.Add(Of(61, forms.Lower[head], place));
            rows.Add(Of(62, forms.Lower[last - 1], place));
            rows.Add(Of(63, forms.Lower[first], place));
            rows.Add(Of(64, forms.Facts[head].Fine, place));
            rows.Add(Of(65, forms.Facts[last - 1].Fine, (place << 16) | forms.Facts[first].Fine));
            rows.Add(Of(66, forms.Begins[head] | forms.Insides[head], place));
            rows.Add(Of(67, forms.Begins[first], (place << 32) | forms.Insides[last - 1]));
            rows.Add(Of(68, before, place));
            rows.Add(Of(69, after, place));
        }

        rows.Add(Of(70, first > start ? forms.Facts[first - 1].Fine : 999UL, (place << 16) | (last < end ? forms.Facts[last].Fine : 999UL)));
        rows.Add(Of(71, before, after));
    }

    private static void AddSurroundings(WordForms forms, int i, ulong numbers, ulong topic, FeatureRows rows)
    {
        var place = (forms.RunStart[i] == i ? 1UL : 0) | (forms.RunEnd[i] == i + 1 ? 2UL : 0);
        rows.Add(Of(80, numbers, (ulong)forms.Case[i]));
        rows.Add(Of(81, numbers, ((ulong)forms.Begins[i] << 32) | forms.Insides[i]));
        if (topic != 0)
        {
            rows.Add(Of(82, topic, place));
            rows.Add(Of(83, topic, ((ulong)forms.Begins[i] << 32) | forms.Insides[i]));
            rows.Add(Of(84, topic, forms.Facts[i].Fine));
        }
    }

    /// <summary>How many numbers a sentence has: that of a list or a table of results many.</summary>
    private static ulong NumbersIn(WordForms forms, int start, int end)
    {
        var count = 0;
        for (var i = start; i < end; i++)
        {
            count += forms.Case[i] == Casing.Number ? 1 : 0;
        }

        return count == 0 ? 0UL : (ulong)(1 + Math.Min(3, count * 8 / (end - start))) + (end - start < 12 ? 8UL : 0);
    }

    private static ulong CaseIn(WordForms forms, int i, SentenceCase sentenceCase) =>
        sentenceCase == SentenceCase.Upper && forms.Case[i] == Casing.Upper ? 20UL : (ulong)forms.Case[i];

    private static ulong Of(ulong template, ulong value) => FeatureHash.Mix(template * 0x9E3779B97F4A7C15UL, value);

    private static ulong Of(ulong template, ulong first, ulong second) => FeatureHash.Mix(FeatureHash.Mix(template * 0x9E3779B97F4A7C15UL, first), second);
}
