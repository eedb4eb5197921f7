using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NewsExtract.Learning.Neural;

/// <summary>The kernel of <see cref="MatrixKernels"/> for vectors of 256 bits: a tile of 4 rows and 16 columns whose sums stay in registers.</summary>
internal static class MatrixKernels256
{
    private const int TileRows = 4;
    private const int TileColumns = 16;

    /// <summary>All rows against one panel. The last tile repeats the last row where rows are missing, which writes the same values again.</summary>
    public static void PanelRows(
        ref float a, int rowStep, int innerStep, ref float panel, ref float bias, ref float c, int stride, int rows, int inner, bool accumulate)
    {
        for (var row = 0; row < rows; row += TileRows)
        {
            for (var column = 0; column < MatrixKernels.Panel; column += TileColumns)
            {
                ref var start = ref Unsafe.IsNullRef(ref bias) ? ref bias : ref Unsafe.Add(ref bias, column);
                Tile(ref a, rowStep, innerStep, ref Unsafe.Add(ref panel, column), ref start, ref Unsafe.Add(ref c, column), stride, row, rows - 1, inner, accumulate);
            }
        }
    }

    private static void Tile(
        ref float a, int rowStep, int innerStep, ref float panel, ref float bias, ref float c, int stride, int row, int last, int inner, bool accumulate)
    {
        // Registers by hand: the compiler keeps no array of vectors in them.
        ref var a0 = ref Unsafe.Add(ref a, Math.Min(row + 0, last) * rowStep);
        ref var a1 = ref Unsafe.Add(ref a, Math.Min(row + 1, last) * rowStep);
        ref var a2 = ref Unsafe.Add(ref a, Math.Min(row + 2, last) * rowStep);
        ref var a3 = ref Unsafe.Add(ref a, Math.Min(row + 3, last) * rowStep);
        ref var c0 = ref Unsafe.Add(ref c, Math.Min(row + 0, last) * stride);
        ref var c1 = ref Unsafe.Add(ref c, Math.Min(row + 1, last) * stride);
        ref var c2 = ref Unsafe.Add(ref c, Math.Min(row + 2, last) * stride);
        ref var c3 = ref Unsafe.Add(ref c, Math.Min(row + 3, last) * stride);
        Vector256<float> s0, t0, s1, t1, s2, t2, s3, t3;
        if (accumulate)
        {
            s0 = Vector256.LoadUnsafe(ref c0);
            t0 = Vector256.LoadUnsafe(ref c0, 8);
            s1 = Vector256.LoadUnsafe(ref c1);
            t1 = Vector256.LoadUnsafe(ref c1, 8);
            s2 = Vector256.LoadUnsafe(ref c2);
            t2 = Vector256.LoadUnsafe(ref c2, 8);
            s3 = Vector256.LoadUnsafe(ref c3);
            t3 = Vector256.LoadUnsafe(ref c3, 8);
        }
        else
        {
            var first = Unsafe.IsNullRef(ref bias) ? Vector256<float>.Zero : Vector256.LoadUnsafe(ref bias);
            var second = Unsafe.IsNullRef(ref bias) ? Vector256<float>.Zero : Vector256.LoadUnsafe(ref bias, 8);
            s0 = s1 = s2 = s3 = first;
            t0 = t1 = t2 = t3 = second;
        }

        nint at = 0;
        for (var p = 0; p < inner; p++)
        {
            var left = Vector256.LoadUnsafe(ref panel);
            var right = Vector256.LoadUnsafe(ref panel, 8);
            var x0 = Vector256.Create(Unsafe.Add(ref a0, at));
            s0 = Vector256.FusedMultiplyAdd(x0, left, s0);
            t0 = Vector256.FusedMultiplyAdd(x0, right, t0);
            var x1 = Vector256.Create(Unsafe.Add(ref a1, at));
            s1 = Vector256.FusedMultiplyAdd(x1, left, s1);
            t1 = Vector256.FusedMultiplyAdd(x1, right, t1);
            var x2 = Vector256.Create(Unsafe.Add(ref a2, at));
            s2 = Vector256.FusedMultiplyAdd(x2, left, s2);
            t2 = Vector256.FusedMultiplyAdd(x2, right, t2);
            var x3 = Vector256.Create(Unsafe.Add(ref a3, at));
            s3 = Vector256.FusedMultiplyAdd(x3, left, s3);
            t3 = Vector256.FusedMultiplyAdd(x3, right, t3);
            panel = ref Unsafe.Add(ref panel, MatrixKernels.Panel);
            at += innerStep;
        }

        s0.StoreUnsafe(ref c0);
        t0.StoreUnsafe(ref c0, 8);
        s1.StoreUnsafe(ref c1);
        t1.StoreUnsafe(ref c1, 8);
        s2.StoreUnsafe(ref c2);
        t2.StoreUnsafe(ref c2, 8);
        s3.StoreUnsafe(ref c3);
        t3.StoreUnsafe(ref c3, 8);
    }
}
