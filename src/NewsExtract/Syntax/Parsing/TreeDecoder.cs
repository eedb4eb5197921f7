namespace NewsExtract.Syntax.Parsing;

/// <summary>
/// A tree for a sentence from its arc scores: the word that gains most by it becomes the root, every other word takes its best head, and each cycle is
/// broken where that costs least. Mostly the best heads are a tree already, and then this is the maximum spanning tree. Ties go to the left.
/// </summary>
internal sealed class TreeDecoder
{
    private int[] _mark = new int[64];
    private bool[] _below = new bool[64];

    /// <summary>
    /// Heads of <paramref name="count"/> words. Score of head j for word i at <c>scores[i * stride + j]</c>, where head 0 is the root and head j is word j − 1.
    /// Results in <paramref name="heads"/>: −1 for the root, else the index of a word.
    /// </summary>
    public void Decode(ReadOnlySpan<float> scores, int stride, int count, Span<int> heads)
    {
        if (_mark.Length < count)
        {
            _mark = new int[count * 2];
            _below = new bool[count * 2];
        }

        heads = heads[..count];
        var root = 0;
        var rootGain = float.NegativeInfinity;
        for (var word = 0; word < count; word++)
        {
            var row = scores.Slice(word * stride, count + 1);
            var best = word == 0 ? Math.Min(2, count) : 1;
            for (var head = best + 1; head < row.Length; head++)
            {
                if (head != word + 1 && row[head] > row[best])
                {
                    best = head;
                }
            }

            heads[word] = best - 1;
            if (row[0] - row[best] > rootGain)
            {
                root = word;
                rootGain = row[0] - row[best];
            }
        }

        heads[root] = -1;
        while (FindCycle(heads) is >= 0 and var member)
        {
            Break(scores, stride, member, heads);
        }
    }

    /// <summary>A word on a cycle, or −1.</summary>
    private int FindCycle(ReadOnlySpan<int> heads)
    {
        var mark = _mark.AsSpan(0, heads.Length);
        mark.Fill(-1);
        for (var word = 0; word < heads.Length; word++)
        {
            var at = word;
            while (at >= 0 && mark[at] < 0)
            {
                mark[at] = word;
                at = heads[at];
            }

            if (at >= 0 && mark[at] == word)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Gives one word of the cycle a head that does not hang on the cycle, which leaves one cycle less.</summary>
    private void Break(ReadOnlySpan<float> scores, int stride, int start, Span<int> heads)
    {
        MarkBelow(start, heads);
        int bestWord = -1, bestHead = -1;
        var bestLoss = float.PositiveInfinity;
        var word = start;
        do
        {
            var row = scores.Slice(word * stride, heads.Length + 1);
            var held = row[heads[word] + 1];
            for (var head = 0; head < heads.Length; head++)
            {
                if (!_below[head] && (bestWord < 0 || held - row[head + 1] < bestLoss))
                {
                    (bestWord, bestHead, bestLoss) = (word, head, held - row[head + 1]);
                }
            }

            word = heads[word];
        }
        while (word != start);

        heads[bestWord] = bestHead;
    }

    /// <summary>Marks the words from which the way up leads into the cycle.</summary>
    private void MarkBelow(int start, ReadOnlySpan<int> heads)
    {
        var below = _below.AsSpan(0, heads.Length);
        var mark = _mark.AsSpan(0, heads.Length);
        below.Clear();
        var at = start;
        do
        {
            below[at] = true;
            at = heads[at];
        }
        while (at != start);

        mark.Fill(-1);
        for (var word = 0; word < heads.Length; word++)
        {
            at = word;
            while (at >= 0 && !below[at] && mark[at] != word)
            {
                mark[at] = word;
                at = heads[at];
            }

            if (at >= 0 && below[at])
            {
                for (at = word; !below[at]; at = heads[at])
                {
                    below[at] = true;
                }
            }
        }
    }
}
