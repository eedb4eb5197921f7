using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsExtract.Learning.Neural;

/// <summary>
/// Matrix products for small networks. Every element of a result is one chain of fused multiply-adds in the order of the inner index, whatever the width of
/// the machine's vectors: AVX-512, AVX2, NEON and plain code come to the same bits. The right-hand matrix is packed into panels of 32 columns, so
/// that a panel stays in the first-level cache while the rows go by (Goto and van de Geijn, ACM TOMS 2008).
/// </summary>
internal static class MatrixKernels
{
    /// <summary>Columns in a panel.</summary>
    public const int Panel = 32;

    /// <summary>Floats that a packed matrix takes.</summary>
    public static int PackedLength(int rows, int columns) => rows * Pad(columns);

    /// <summary>A number of columns rounded up to whole panels.</summary>
    public static int Pad(int columns) => (columns + Panel - 1) & ~(Panel - 1);

    /// <summary>Packs a matrix given by rows.</summary>
    public static void Pack(ReadOnlySpan<float> matrix, int rows, int columns, int stride, Span<float> packed)
    {
        for (var first = 0; first < columns; first += Panel)
        {
            var used = Math.Min(Panel, columns - first);
            for (var row = 0; row < rows; row++)
            {
                var target = packed.Slice((first * rows) + (row * Panel), Panel);
                matrix.Slice((row * stride) + first, used).CopyTo(target);
                target[used..].Clear();
            }
        }
    }

    /// <summary>Packs the transpose of a matrix given by rows: its rows become the columns.</summary>
    public static void PackTransposed(ReadOnlySpan<float> matrix, int rows, int columns, int stride, Span<float> packed)
    {
        for (var first = 0; first < rows; first += Panel)
        {
            var panel = packed.Slice(first * columns, Panel * columns);
            if (rows - first < Panel)
            {
                panel.Clear();
            }

            for (var j = 0; j < Math.Min(Panel, rows - first); j++)
            {
                var source = matrix.Slice((first + j) * stride, columns);
                for (var i = 0; i < source.Length; i++)
                {
                    panel[(i * Panel) + j] = source[i];
                }
            }
        }
    }

    /// <summary>
    /// <c>c = start + a·b</c>, where element (i, p) of <paramref name="a"/> stands at <c>i * rowStep + p * innerStep</c> (so that a transposed matrix needs no
    /// copy), <paramref name="packed"/> is b, and start is c itself (<paramref name="accumulate"/>), the bias row, or zero.
    /// </summary>
    public static void Multiply(
        ReadOnlySpan<float> a, int rowStep, int innerStep, ReadOnlySpan<float> packed, ReadOnlySpan<float> bias, Span<float> c, int stride, int rows, int inner, int columns, bool accumulate)
    {
        var padded = Pad(columns);
        if (rows == 0)
        {
            return;
        }

        // One check for all the accesses below.
        _ = a[((rows - 1) * rowStep) + ((inner - 1) * innerStep)];
        _ = packed[(padded * inner) - 1];
        _ = c[((rows - 1) * stride) + padded - 1];
        ref var left = ref MemoryMarshal.GetReference(a);
        for (var first = 0; first < padded; first += Panel)
        {
            ref var panel = ref Unsafe.Add(ref MemoryMarshal.GetReference(packed), first * inner);
            ref var start = ref bias.IsEmpty ? ref Unsafe.NullRef<float>() : ref Unsafe.Add(ref MemoryMarshal.GetReference(bias), first);
            ref var result = ref Unsafe.Add(ref MemoryMarshal.GetReference(c), first);
            if (Vector512.IsHardwareAccelerated)
            {
                MatrixKernels512.PanelRows(ref left, rowStep, innerStep, ref panel, ref start, ref result, stride, rows, inner, accumulate);
            }
            else
            {
                MatrixKernels256.PanelRows(ref left, rowStep, innerStep, ref panel, ref start, ref result, stride, rows, inner, accumulate);
            }
        }
    }
}
