using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsExtract.Learning.Linear;

/// <summary>
/// The best label sequence of a chain of at most <see cref="Lanes"/> labels, all labels of a position at once. Gives what <see cref="ChainDecoder"/> gives, ties included.
/// </summary>
internal static class WideDecoder
{
    /// <summary>Labels at most; the scores must be readable so far beyond their end.</summary>
    public const int Lanes = 16;

    // What may not be has this score; whatever lies below Barrier cannot be reached.
    internal const int Never = -(1 << 28);
    internal const int Barrier = Never + (1 << 27);

    // So many positions cannot bring a score that is possible near the barrier.
    private const int Stretch = 32;

    /// <summary>Transitions (previous label × label, the last row for the start) in which those not allowed have a score that no features can mend.</summary>
    public static int[] Bar(SequenceLabels labels, int[] transitions)
    {
        var count = labels.Count;
        var barred = (int[])transitions.Clone();
        for (var y = 0; y < count; y++)
        {
            for (var x = 0; x < count; x++)
            {
                barred[(x * count) + y] = (labels.Sources[y] >> x & 1) != 0 ? transitions[(x * count) + y] : Never;
            }

            barred[(count * count) + y] = (labels.Starts >> y & 1) != 0 ? transitions[(count * count) + y] : Never;
        }

        return barred;
    }

    /// <summary>Decodes.</summary>
    /// <param name="count">The number of labels.</param>
    /// <param name="rows">For the number of positions and the labels allowed at each.</param>
    /// <param name="nodes">Scores, position × label, rows <paramref name="nodeStride"/> apart.</param>
    /// <param name="nodeStride">See there.</param>
    /// <param name="edges">Scores of pairs, as <see cref="Bar"/> has them, and <see cref="Lanes"/> values more.</param>
    /// <param name="edgeAt">Where the scores of each position start in <paramref name="edges"/>.</param>
    /// <param name="back">Memory of positions × <see cref="Lanes"/>.</param>
    /// <param name="result">Receives a label for each position; all 0 when nothing is allowed.</param>
    public static int Viterbi(int count, FeatureRows rows, ReadOnlySpan<int> nodes, int nodeStride, ReadOnlySpan<int> edges, ReadOnlySpan<int> edgeAt, Span<int> back, Span<byte> result)
    {
        var n = rows.Count;
        Span<int> best = stackalloc int[Lanes];
        var never = Vector512.Create(Never);
        var barrier = Vector512.Create(Barrier);
        ref var edge = ref MemoryMarshal.GetReference(edges);
        var offset = 0;
        for (var t = 0; t < n; t++)
        {
            var at = (nuint)edgeAt[t];
            _ = edges[edgeAt[t] + (count * count) + Lanes - 1];
            var (top, from) = (never, Vector512<int>.Zero);
            if (t == 0)
            {
                top = Vector512.LoadUnsafe(ref edge, at + (nuint)(count * count));
            }

            for (var x = 0; x < count && t > 0; x++)
            {
                if (best[x] != Never)
                {
                    var score = Vector512.Create(best[x]) + Vector512.LoadUnsafe(ref edge, at + (nuint)(x * count));
                    var better = Vector512.GreaterThan(score, top);
                    top = Vector512.ConditionalSelect(better, score, top);
                    from = Vector512.ConditionalSelect(better, Vector512.Create(x), from);
                }
            }

            from.StoreUnsafe(ref back[t * Lanes]);
            Vector512.ConditionalSelect(Vector512.GreaterThan(top, barrier), top + Row(nodes, t * nodeStride, count), never).StoreUnsafe(ref best[0]);
            if (rows.Mask(t) is not ulong.MaxValue and var mask)
            {
                for (var y = 0; y < count; y++)
                {
                    best[y] = (mask >> y & 1) == 0 ? Never : best[y];
                }
            }

            if (t % Stretch == Stretch - 1)
            {
                // Long sequences would drift towards the barrier.
                var largest = TensorPrimitives.Max<int>(best[..count]);
                offset += largest;
                foreach (ref var value in best[..count])
                {
                    value = value == Never ? Never : value - largest;
                }
            }
        }

        var end = TensorPrimitives.IndexOfMax<int>(best[..count]);
        if (best[end] == Never)
        {
            result[..n].Clear();
            return 0;
        }

        var total = offset + best[end];
        for (var t = n - 1; t >= 0; t--)
        {
            result[t] = (byte)end;
            end = back[(t * Lanes) + end];
        }

        return total;
    }

    /// <summary>The scores of a position; beyond the labels whatever follows, 0 at the end of the memory.</summary>
    private static Vector512<int> Row(ReadOnlySpan<int> nodes, int at, int count)
    {
        if (at + Lanes <= nodes.Length)
        {
            return Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(nodes), (nuint)at);
        }

        Span<int> row = stackalloc int[Lanes];
        nodes.Slice(at, count).CopyTo(row);
        return Vector512.Create<int>(row);
    }
}
