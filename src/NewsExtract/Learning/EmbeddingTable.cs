using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsExtract.Learning;

/// <summary>Rows of bytes with a scale each: embeddings as they stand in a model file.</summary>
internal sealed class EmbeddingTable(ReadOnlyMemory<byte> values, ReadOnlyMemory<byte> scales, int dimensions)
{
    /// <summary>Adds a row times a factor to a vector; dimensions are a multiple of 16.</summary>
    public void AddTo(int row, Span<float> target, float factor = 1)
    {
        var source = MemoryMarshal.Cast<byte, sbyte>(values.Span.Slice(row * dimensions, dimensions));
        var scale = Vector512.Create(MemoryMarshal.Cast<byte, float>(scales.Span)[row] * factor);
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref MemoryMarshal.GetReference(target);
        _ = target[dimensions - 1];
        for (nuint i = 0; i < (nuint)dimensions; i += 16)
        {
            var bytes = Vector128.LoadUnsafe(ref from, i);
            var (low, high) = Vector128.Widen(bytes);
            var (a, b) = Vector128.Widen(low);
            var (c, d) = Vector128.Widen(high);
            var whole = Vector512.Create(Vector256.Create(a, b), Vector256.Create(c, d));
            var sum = Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(whole), scale, Vector512.LoadUnsafe(ref to, i));
            sum.StoreUnsafe(ref to, i);
        }
    }

    /// <summary>Rounds rows of floats to bytes and scales.</summary>
    public static (sbyte[] Values, float[] Scales) Quantise(ReadOnlySpan<float> table, int dimensions)
    {
        var values = new sbyte[table.Length];
        var scales = new float[table.Length / dimensions];
        for (var row = 0; row < scales.Length; row++)
        {
            var vector = table.Slice(row * dimensions, dimensions);
            var largest = 1e-9f;
            foreach (var value in vector)
            {
                largest = Math.Max(largest, Math.Abs(value));
            }

            scales[row] = largest / 127;
            for (var i = 0; i < dimensions; i++)
            {
                values[(row * dimensions) + i] = (sbyte)MathF.Round(vector[i] / scales[row]);
            }
        }

        return (values, scales);
    }
}
