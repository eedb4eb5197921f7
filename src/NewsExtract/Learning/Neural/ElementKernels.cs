using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsExtract.Learning.Neural;

/// <summary>
/// Functions of single elements, sixteen at a time. Written with operations that IEEE 754 fixes to the last bit, so every machine gives the same values;
/// spans are multiples of 16 long.
/// </summary>
internal static class ElementKernels
{
    /// <summary>e to the x, to about 2 units in the last place (Cephes' polynomial); clamped to ±87.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        x = Vector512.Min(Vector512.Max(x, Vector512.Create(-87f)), Vector512.Create(87f));
        var magic = Vector512.Create(12582912f);
        var shifted = Vector512.FusedMultiplyAdd(x, Vector512.Create(1.44269504f), magic);
        var whole = shifted - magic;
        var rest = Vector512.FusedMultiplyAdd(whole, Vector512.Create(-0.693359375f), x);
        rest = Vector512.FusedMultiplyAdd(whole, Vector512.Create(2.12194440e-4f), rest);
        var sum = Vector512.FusedMultiplyAdd(Vector512.Create(1.9875691500e-4f), rest, Vector512.Create(1.3981999507e-3f));
        sum = Vector512.FusedMultiplyAdd(sum, rest, Vector512.Create(8.3334519073e-3f));
        sum = Vector512.FusedMultiplyAdd(sum, rest, Vector512.Create(4.1665795894e-2f));
        sum = Vector512.FusedMultiplyAdd(sum, rest, Vector512.Create(1.6666665459e-1f));
        sum = Vector512.FusedMultiplyAdd(sum, rest, Vector512.Create(5.0000001201e-1f));
        sum = Vector512.FusedMultiplyAdd(sum, rest * rest, rest) + Vector512<float>.One;

        // The low bits of the shifted number are the exponent.
        var power = (shifted.AsInt32() - magic.AsInt32()) << 23;
        return (sum.AsInt32() + power).AsSingle();
    }

    /// <summary>1 / (1 + e^−x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) => Vector512<float>.One / (Vector512<float>.One + Exp(-x));

    /// <summary>The hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x) =>
        Vector512.FusedMultiplyAdd(Vector512.Create(2f), Sigmoid(x + x), Vector512.Create(-1f));

    /// <summary>Negative values become 0.</summary>
    public static void Rectify(Span<float> values)
    {
        ref var start = ref MemoryMarshal.GetReference(values);
        for (nuint i = 0; i < (nuint)values.Length; i += 16)
        {
            Vector512.Max(Vector512.LoadUnsafe(ref start, i), Vector512<float>.Zero).StoreUnsafe(ref start, i);
        }
    }

    /// <summary>target += values · factor.</summary>
    public static void AddScaled(Span<float> target, ReadOnlySpan<float> values, float factor)
    {
        ref var to = ref MemoryMarshal.GetReference(target);
        ref var from = ref MemoryMarshal.GetReference(values);
        var scale = Vector512.Create(factor);
        _ = values[target.Length - 1];
        for (nuint i = 0; i < (nuint)target.Length; i += 16)
        {
            Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref from, i), scale, Vector512.LoadUnsafe(ref to, i)).StoreUnsafe(ref to, i);
        }
    }

    /// <summary>target *= values.</summary>
    public static void Scale(Span<float> target, ReadOnlySpan<float> values)
    {
        ref var to = ref MemoryMarshal.GetReference(target);
        ref var from = ref MemoryMarshal.GetReference(values);
        _ = values[target.Length - 1];
        for (nuint i = 0; i < (nuint)target.Length; i += 16)
        {
            (Vector512.LoadUnsafe(ref from, i) * Vector512.LoadUnsafe(ref to, i)).StoreUnsafe(ref to, i);
        }
    }

    /// <summary>Turns the first values of a row into probabilities, in place, and gives the logarithm of their sum before.</summary>
    public static void Softmax(Span<float> row)
    {
        var largest = row[0];
        foreach (var value in row)
        {
            largest = Math.Max(largest, value);
        }

        Span<float> buffer = stackalloc float[16];
        var sum = 0f;
        for (var i = 0; i < row.Length; i += 16)
        {
            var part = row.Slice(i, Math.Min(16, row.Length - i));
            buffer.Fill(largest - 100);
            part.CopyTo(buffer);
            Exp(Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(buffer)) - Vector512.Create(largest)).StoreUnsafe(ref MemoryMarshal.GetReference(buffer));
            buffer[..part.Length].CopyTo(part);
            foreach (var value in part)
            {
                sum += value;
            }
        }

        var scale = 1 / sum;
        foreach (ref var value in row)
        {
            value *= scale;
        }
    }

    /// <summary>The length of a vector; summed in order, so that it is the same everywhere.</summary>
    public static float Norm(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (var value in values)
        {
            sum += value * value;
        }

        return (float)Math.Sqrt(sum);
    }
}
