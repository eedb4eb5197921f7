using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsExtract.Learning.Neural;

namespace NewsExtract.Learning.Linear;

/// <summary>
/// Forward–backward as in <see cref="ChainInference"/> for at most <see cref="WideDecoder.Lanes"/> labels, all labels of a position at once, in single precision: probabilities need no more.
/// </summary>
internal static class WideInference
{
    private const int Lanes = WideDecoder.Lanes;

    /// <summary>Label probabilities of the rows of the last call of <see cref="SequenceModel.Decode"/>, whose scores the scratch holds.</summary>
    /// <param name="count">The number of labels.</param>
    /// <param name="rows">The positions.</param>
    /// <param name="nodeStride">Values of a row of node scores.</param>
    /// <param name="scale">The real size of a score of 1.</param>
    /// <param name="scratch">The scores, and memory to work in.</param>
    /// <param name="marginals">Receives positions × <paramref name="count"/> probabilities.</param>
    public static void Marginals(int count, FeatureRows rows, int nodeStride, float scale, SequenceScratch scratch, Span<float> marginals)
    {
        var n = rows.Count;
        SequenceScratch.Ensure(ref scratch.WideEdges, n * Lanes * Lanes);
        SequenceScratch.Ensure(ref scratch.WideNodes, n * Lanes);
        SequenceScratch.Ensure(ref scratch.WideForward, n * Lanes);
        var lanes = Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count)).AsSingle();
        Span<float> start = stackalloc float[Lanes];
        for (var t = 0; t < n; t++)
        {
            ExponentiateNode(scratch.Nodes.AsSpan(t * nodeStride, count), rows.Mask(t), scale, scratch.WideNodes.AsSpan(t * Lanes, Lanes));
            if (t == 0)
            {
                ExponentiateRow(scratch.Edges.AsSpan(scratch.EdgeAt[0] + (count * count), Lanes), Largest(scratch.Edges.AsSpan(scratch.EdgeAt[0] + (count * count), count)), scale, lanes).CopyTo(start);
            }
            else if (scratch.EdgeHome[t] == t)
            {
                ExponentiateEdges(scratch.Edges.AsSpan(scratch.EdgeAt[t]), count, scale, lanes, scratch.WideEdges.AsSpan(t * Lanes * Lanes, Lanes * Lanes));
            }
        }

        Forward(count, n, start, scratch);
        Backward(count, n, scratch, marginals);
    }

    private static void Forward(int count, int n, ReadOnlySpan<float> start, SequenceScratch scratch)
    {
        ref var forward = ref MemoryMarshal.GetArrayDataReference(scratch.WideForward);
        ref var nodes = ref MemoryMarshal.GetArrayDataReference(scratch.WideNodes);
        for (var t = 0; t < n; t++)
        {
            var sums = Vector512.Create(start);
            if (t > 0)
            {
                ref var edges = ref scratch.WideEdges[scratch.EdgeHome[t] * Lanes * Lanes];
                var before = scratch.WideForward.AsSpan((t - 1) * Lanes, Lanes);
                sums = Vector512<float>.Zero;
                for (var x = 0; x < count; x++)
                {
                    sums = Vector512.FusedMultiplyAdd(Vector512.Create(before[x]), Vector512.LoadUnsafe(ref edges, (nuint)(x * Lanes)), sums);
                }
            }

            Normalise(sums * Vector512.LoadUnsafe(ref nodes, (nuint)(t * Lanes))).StoreUnsafe(ref forward, (nuint)(t * Lanes));
        }
    }

    private static void Backward(int count, int n, SequenceScratch scratch, Span<float> marginals)
    {
        ref var forward = ref MemoryMarshal.GetArrayDataReference(scratch.WideForward);
        ref var nodes = ref MemoryMarshal.GetArrayDataReference(scratch.WideNodes);
        Span<float> sums = stackalloc float[Lanes];
        Span<float> result = stackalloc float[Lanes];
        var backward = Vector512.Create(1f);
        for (var t = n - 1; t >= 0; t--)
        {
            Normalise(Vector512.LoadUnsafe(ref forward, (nuint)(t * Lanes)) * backward).CopyTo(result);
            result[..count].CopyTo(marginals[(t * count)..]);
            if (t == 0)
            {
                break;
            }

            ref var edges = ref scratch.WideEdges[scratch.EdgeHome[t] * Lanes * Lanes];
            var after = Vector512.LoadUnsafe(ref nodes, (nuint)(t * Lanes)) * backward;
            for (var x = 0; x < count; x++)
            {
                sums[x] = SumOf(after * Vector512.LoadUnsafe(ref edges, (nuint)(x * Lanes)));
            }

            backward = Normalise(Vector512.Create<float>(sums));
        }
    }

    /// <summary>The sum of the lanes in an order of our own, the same on every machine.</summary>
    private static float SumOf(Vector512<float> values)
    {
        var eight = values.GetLower() + values.GetUpper();
        var four = eight.GetLower() + eight.GetUpper();
        return (four[0] + four[2]) + (four[1] + four[3]);
    }

    private static Vector512<float> Normalise(Vector512<float> values)
    {
        var sum = SumOf(values);
        return sum > 0 ? values / Vector512.Create(sum) : Vector512<float>.Zero;
    }

    private static void ExponentiateNode(ReadOnlySpan<int> scores, ulong mask, float scale, Span<float> result)
    {
        var top = int.MinValue;
        for (var y = 0; y < scores.Length; y++)
        {
            top = (mask >> y & 1) != 0 ? Math.Max(top, scores[y]) : top;
        }

        for (var y = 0; y < scores.Length; y++)
        {
            result[y] = (scores[y] - top) * scale;
        }

        ElementKernels.Exp(Vector512.Create<float>(result)).CopyTo(result);
        result[scores.Length..].Clear();
        for (var y = 0; y < scores.Length; y++)
        {
            result[y] = (mask >> y & 1) != 0 ? result[y] : 0;
        }
    }

    private static void ExponentiateEdges(ReadOnlySpan<int> scores, int count, float scale, Vector512<float> lanes, Span<float> result)
    {
        var top = Largest(scores[..(count * count)]);
        for (var x = 0; x < count; x++)
        {
            ExponentiateRow(scores.Slice(x * count, Lanes), top, scale, lanes).CopyTo(result[(x * Lanes)..]);
        }
    }

    private static Vector512<float> ExponentiateRow(ReadOnlySpan<int> scores, int top, float scale, Vector512<float> lanes)
    {
        var row = Vector512.Create(scores);
        var allowed = Vector512.GreaterThan(row, Vector512.Create(WideDecoder.Barrier)).AsSingle() & lanes;
        return ElementKernels.Exp(Vector512.ConvertToSingle(row - Vector512.Create(top)) * Vector512.Create(scale)) & allowed;
    }

    private static int Largest(ReadOnlySpan<int> scores) => System.Numerics.Tensors.TensorPrimitives.Max(scores);
}
