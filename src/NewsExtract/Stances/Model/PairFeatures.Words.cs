using NewsExtract.Documents;
using NewsExtract.Stances.Network;

namespace NewsExtract.Stances.Model;

internal sealed partial class PairFeatures
{
    // Stands for the place towards a holder where there is none.
    private const ulong Nobody = 60;

    /// <summary>
    /// Fills the words around a pair for the network; false when the two stand too far apart. With an empty holder it is the target alone: in what light
    /// the words put it, whoever holds that.
    /// </summary>
    public bool Words(PairWords words, TokenRange holder, TokenRange target, TokenRange window)
    {
        if (!Places(words, holder, target, window))
        {
            return false;
        }

        for (var i = 0; i < words.Count; i++)
        {
            words.Vectors[i] = VectorOf(words.Start + i);
            Own(words.Start + i, words.Rows.AsSpan(i * PairWords.Slots, PairWords.OwnSlots));
        }

        return true;
    }

    /// <summary>The row of the vectors for a token, or −1.</summary>
    public int VectorOf(int token) => _vectorRows[token];

    /// <summary>The rows of the network's table that are a token's own.</summary>
    public void Own(int token, Span<ushort> rows)
    {
        var text = _text!;
        var entry = text.Words[token];
        var predicate = entry is { Predicates: [var first, ..] } ? first.Sign + 2 : 0;
        var implied = text.Connotations[token];
        rows[0] = (ushort)(Mix(1, _masked[token]) % PairWords.WordBuckets);
        rows[1] = Row(2, ((ulong)text.TagOf(token) * 100) + (ulong)text.RelationOf(token));
        rows[2] = Row(3, (ulong)(((entry?.Valence ?? 0) + 6) * 8) + (ulong)predicate);
        rows[3] = Row(4, ((ulong)(entry?.Cues ?? 0) * 2) + (text.Speech.QuoteAt(token) >= 0 ? 1UL : 0));
        rows[4] = Row(9, implied.Attitudes);
        rows[5] = Row(10, implied.Lights);
    }

    /// <summary>The same as <see cref="Words"/>, but without what is the words' own.</summary>
    public bool Places(PairWords words, TokenRange holder, TokenRange target, TokenRange window)
    {
        var text = _text!;
        var isAlone = holder.Length == 0;
        var (from, to) = isAlone
            ? (target.Start - PairWords.Margin, target.End + PairWords.Margin)
            : (Math.Min(holder.Start, target.Start), Math.Max(holder.End, target.End));
        var start = Math.Max(window.Start, from - PairWords.Margin);
        var end = Math.Min(window.End, to + PairWords.Margin);
        words.Count = 0;
        if (end - start > PairWords.Most)
        {
            return false;
        }

        words.Start = start;
        words.Count = end - start;
        words.Target = target.End - 1 - start;
        words.Holder = isAlone ? -1 : holder.End - 1 - start;
        Span<int> up = stackalloc int[LongestPath];
        Span<int> down = stackalloc int[LongestPath];
        var ups = text.HasParse && !isAlone ? Climb(text, text.HeadIn(holder), up) : 0;
        var downs = text.HasParse ? Climb(text, text.HeadIn(target), down) : 0;
        var (a, b) = isAlone ? (-1, downs) : Meet(up[..ups], down[..downs]);
        up = up[..Math.Max(a, 0)];
        var top = a < 0 ? -1 : down[b];
        down = down[..Math.Max(b, 0)];
        for (var i = start; i < end; i++)
        {
            var rows = words.Rows.AsSpan(((i - start) * PairWords.Slots) + PairWords.OwnSlots, PairWords.Slots - PairWords.OwnSlots);
            var onPath = i == top ? 3 : up.Contains(i) ? 1 : down.Contains(i) ? 2 : 0;
            var parent = text.HeadOf(i);
            var hung = parent < 0 ? 0 : parent == top ? 1 : holder.Contains(parent) ? 2 : target.Contains(parent) ? 3 : up.Contains(parent) ? 4 : down.Contains(parent) ? 5 : 6;
            rows[0] = Row(5, isAlone ? Nobody : Place(i, holder, _domain));
            rows[1] = Row(6, Place(i, target, _domain));
            rows[2] = Row(7, (ulong)onPath, (ulong)text.RelationOf(i));
            rows[3] = Row(8, (ulong)hung, (ulong)text.RelationOf(i));
        }

        return true;
    }

    private static ushort Row(ulong template, ulong value, ulong other = 0) =>
        (ushort)(PairWords.WordBuckets + (Mix(template, value, other) % (PairWords.Buckets - PairWords.WordBuckets)));

    // The side's own words say by which labels an answer is asked for.
    private static ulong Place(int token, TokenRange side, PairDomain domain) =>
        side.Contains(token) ? 50UL + (ulong)domain : token < side.Start ? (ulong)Math.Min(side.Start - token, 12) : 20UL + (ulong)Math.Min(token - side.End + 1, 12);
}
