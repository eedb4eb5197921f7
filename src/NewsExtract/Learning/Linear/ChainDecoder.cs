using System.Numerics;

namespace NewsExtract.Learning.Linear;

/// <summary>The best label sequence of a linear chain (Viterbi), over whole or real numbers.</summary>
internal static class ChainDecoder
{
    /// <summary>Decodes.</summary>
    /// <param name="labels">Labels and allowed transitions.</param>
    /// <param name="rows">For the number of positions and the labels allowed at each.</param>
    /// <param name="nodes">Scores, position × label, rows <paramref name="nodeStride"/> apart.</param>
    /// <param name="edges">Scores of pairs (previous label × label, the last row for the start).</param>
    /// <param name="edgeAt">Where the scores of each position start in <paramref name="edges"/>.</param>
    /// <param name="best">Memory of at least positions × labels × 2.</param>
    /// <param name="back">Memory of the same size.</param>
    /// <param name="result">Receives a label for each position; all 0 when nothing is allowed.</param>
    /// <param name="required">When not 0: labels, as bits, of which at least one must appear if that is possible.</param>
    public static T Viterbi<T>(
        SequenceLabels labels, FeatureRows rows, ReadOnlySpan<T> nodes, int nodeStride, ReadOnlySpan<T> edges, ReadOnlySpan<int> edgeAt,
        Span<T> best, Span<byte> back, Span<byte> result, ulong required)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        // With a required label each state is doubled: the second half has seen one.
        var (n, count) = (rows.Count, labels.Count);
        var halves = required == 0 ? 1 : 2;
        var states = count * halves;
        best[..(n * states)].Fill(T.MinValue);
        for (var t = 0; t < n; t++)
        {
            var node = nodes.Slice(t * nodeStride, count);
            var edge = edges.Slice(edgeAt[t], (count + 1) * count);
            var mask = rows.Mask(t);
            for (var y = 0; y < count; y++)
            {
                if ((mask >> y & 1) == 0)
                {
                    continue;
                }

                var marks = halves == 2 && (required >> y & 1) != 0;
                if (t == 0)
                {
                    if ((labels.Starts >> y & 1) != 0)
                    {
                        best[y + (marks ? count : 0)] = node[y] + edge[(count * count) + y];
                    }

                    continue;
                }

                for (var half = 0; half < halves; half++)
                {
                    var before = best.Slice(((t - 1) * states) + (half * count), count);
                    var (top, from) = Best(before, edge, labels.Sources[y], y, count);
                    var target = (t * states) + y + (half == 1 || marks ? count : 0);
                    if (from >= 0 && (best[target] == T.MinValue || top + node[y] > best[target]))
                    {
                        best[target] = top + node[y];
                        back[target] = (byte)(from + (half * count));
                    }
                }
            }
        }

        var last = best.Slice((n - 1) * states, states);
        var end = Largest(last[(states - count)..]) is >= 0 and var found ? found + states - count : Largest(last[..count]);
        if (end < 0)
        {
            result[..n].Clear();
            return T.Zero;
        }

        var score = last[end];
        for (var t = n - 1; t >= 0; t--)
        {
            result[t] = (byte)(end % count);
            end = back[(t * states) + end];
        }

        return score;
    }

    private static (T Top, int From) Best<T>(ReadOnlySpan<T> before, ReadOnlySpan<T> edge, ulong sources, int to, int count)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        var (top, from) = (T.MinValue, -1);
        for (; sources != 0; sources &= sources - 1)
        {
            var x = BitOperations.TrailingZeroCount(sources);
            if (before[x] == T.MinValue)
            {
                continue;
            }

            var score = before[x] + edge[(x * count) + to];
            if (from < 0 || score > top)
            {
                (top, from) = (score, x);
            }
        }

        return (top, from);
    }

    private static int Largest<T>(ReadOnlySpan<T> scores)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        var best = -1;
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] != T.MinValue && (best < 0 || scores[i] > scores[best]))
            {
                best = i;
            }
        }

        return best;
    }
}
