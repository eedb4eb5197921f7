using NewsExtract.Learning;
using NewsExtract.Learning.Linear;

namespace NewsExtract.Entities.Recognition;

/// <summary>
/// What the first pass found in a document, word by word and pair by pair, for the features of the second pass: how the same words are labelled at their other places
/// (Krishnan and Manning 2006), and the initials of the longer names. Scratch memory.
/// </summary>
internal sealed class DocumentNames
{
    private const int Slots = 16;

    private ulong[] _keys = new ulong[4096];
    private ushort[] _counts = new ushort[4096 * Slots];

    /// <summary>Collects from the labels of a whole document.</summary>
    public void Fill(WordForms forms, ReadOnlySpan<byte> labels)
    {
        var size = 4096;
        while (size < forms.Count * 6)
        {
            size *= 2;
        }

        if (_keys.Length < size)
        {
            _keys = new ulong[size];
            _counts = new ushort[size * Slots];
        }

        Array.Clear(_keys);
        Array.Clear(_counts);
        foreach (var (start, end, sentenceCase) in forms.Sentences)
        {
            for (var i = start; i < end; i++)
            {
                Count(forms, labels, i, end, 1);
                if (labels[i] != NameTypes.Outside && NameTypes.IsBegin(labels[i]))
                {
                    CountInitials(forms, labels, i, end);
                }
            }
        }
    }

    /// <summary>Adds the features of a sentence's tokens, after <see cref="NameFeatures"/> has added its own, position by position.</summary>
    public void AddToken(WordForms forms, ReadOnlySpan<byte> labels, int i, int start, int end, FeatureRows rows)
    {
        if (forms.RunStart[i] == forms.RunEnd[i])
        {
            return;
        }

        var here = (ulong)forms.Case[i];
        rows.Add(Of(120, labels[i], i > start ? labels[i - 1] : 99UL));
        rows.Add(Of(121, labels[i], i + 1 < end ? labels[i + 1] : 99UL));
        rows.Add(Of(122, labels[i], here));

        AddSlot(100, Find(Word(forms, i)), labels[i], here, rows);
        if (i > start)
        {
            AddSlot(101, Find(Pair(forms, i - 1)), labels[i - 1], 1, rows);
        }

        if (i + 1 < end)
        {
            AddSlot(102, Find(Pair(forms, i)), labels[i], 2, rows);
        }

        if (forms.Case[i] is Casing.Upper or Casing.Mixed && Find(Initials(forms.Lower[i])) is >= 0 and var slot)
        {
            rows.Add(Of(103, (ulong)Largest(slot, -1).Type, 0));
        }
    }

    private void AddSlot(ulong template, int slot, byte own, ulong context, FeatureRows rows)
    {
        if (slot < 0)
        {
            return;
        }

        var (type, share, total) = Largest(slot, own);
        if (total == 0)
        {
            return;
        }

        var size = total == 1 ? 0UL : total <= 3 ? 1UL : 2UL;
        rows.Add(Of(template, (ulong)(type + 1), 7));
        rows.Add(Of(template + 10, ((ulong)(type + 1) << 8) | ((ulong)share << 4) | size, context));
        var at = slot * Slots;
        var begins = _counts[at + 13];
        var insides = _counts[at + 14];
        var longest = _counts[at + 15];
        rows.Add(Of(template + 20, ((ulong)(type + 1) << 8) | (begins > 0 ? 1UL : 0) | (insides > 0 ? 2UL : 0) | ((ulong)Math.Min((int)longest, 3) << 2), context));
    }

    /// <summary>The commonest label kind at the other places, its share in quarters, and the number of those places.</summary>
    private (int Type, int Share, int Total) Largest(int slot, int own)
    {
        var at = slot * Slots;
        var (best, type, total) = (-1, -1, 0);
        for (var t = -1; t < NameTypes.Count; t++)
        {
            int n = _counts[at + t + 1];
            if (own >= 0 && NameTypes.TypeOf((byte)own) == t)
            {
                n--;
            }

            total += Math.Max(n, 0);
            if (n > best)
            {
                (best, type) = (n, t);
            }
        }

        return (type, total == 0 ? 0 : best * 4 / total, total);
    }

    private void Count(WordForms forms, ReadOnlySpan<byte> labels, int i, int end, ushort step)
    {
        if (forms.Case[i] == Casing.Mark)
        {
            return;
        }

        var last = i + 1;
        var first = i;
        var label = labels[i];
        if (label != NameTypes.Outside)
        {
            while (last < end && labels[last] != 0 && !NameTypes.IsBegin(labels[last]))
            {
                last++;
            }

            while (first > 0 && !NameTypes.IsBegin(labels[first]) && labels[first] != 0)
            {
                first--;
            }
        }

        Tally(Slot(Word(forms, i)), label, last - first, step);
        if (i + 1 < end && forms.Case[i + 1] != Casing.Mark)
        {
            Tally(Slot(Pair(forms, i)), label, last - first, step);
        }
    }

    private void Tally(int slot, byte label, int length, ushort step)
    {
        var at = slot * Slots;
        _counts[at + NameTypes.TypeOf(label) + 1] += step;
        if (label != NameTypes.Outside)
        {
            _counts[at + (NameTypes.IsBegin(label) ? 13 : 14)] += step;
            _counts[at + 15] = (ushort)Math.Max(_counts[at + 15], Math.Min(length, 100));
        }
    }

    /// <summary>Remembers the type under the initials of a name of two or more capitalised words.</summary>
    private void CountInitials(WordForms forms, ReadOnlySpan<byte> labels, int i, int end)
    {
        var initials = 0UL;
        var words = 0;
        for (var k = i; k < end && (k == i || (labels[k] != 0 && !NameTypes.IsBegin(labels[k]))); k++)
        {
            if (forms.Case[k] is Casing.Initial or Casing.Mixed && words < 8)
            {
                initials = (initials << 8) | forms.FirstLetter[k];
                words++;
            }
        }

        if (words >= 2)
        {
            Tally(Slot(Initials(WordForms.InitialsHash(initials, words))), labels[i], words, 1);
        }
    }

    private static ulong Word(WordForms forms, int i) => FeatureHash.Mix(forms.Lower[i], 1);

    private static ulong Pair(WordForms forms, int i) => FeatureHash.Mix(FeatureHash.Mix(forms.Lower[i], 2), forms.Lower[i + 1]);

    private static ulong Initials(ulong word) => FeatureHash.Mix(word, 3);

    private int Slot(ulong key)
    {
        var mask = _keys.Length - 1;
        var at = (int)(key >> 40) & mask;
        while (_keys[at] != 0 && _keys[at] != key)
        {
            at = (at + 1) & mask;
        }

        if (_keys[at] == 0)
        {
            _keys[at] = key;
        }

        return at;
    }

    private int Find(ulong key)
    {
        var mask = _keys.Length - 1;
        var at = (int)(key >> 40) & mask;
        while (_keys[at] != 0)
        {
            if (_keys[at] == key)
            {
                return at;
            }

            at = (at + 1) & mask;
        }

        return -1;
    }

    private static ulong Of(ulong template, ulong first, ulong second) => FeatureHash.Mix(FeatureHash.Mix(template * 0x9E3779B97F4A7C15UL, first), second);
}
