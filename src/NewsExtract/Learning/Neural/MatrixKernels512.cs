using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NewsExtract.Learning.Neural;

/// <summary>The kernel of <see cref="MatrixKernels"/> for vectors of 512 bits: a tile of 8 rows and 32 columns whose sums stay in registers.</summary>
internal static class MatrixKernels512
{
    private const int TileRows = 8;
    private const int TileColumns = 32;

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
        ref var a4 = ref Unsafe.Add(ref a, Math.Min(row + 4, last) * rowStep);
        ref var a5 = ref Unsafe.Add(ref a, Math.Min(row + 5, last) * rowStep);
        ref var a6 = ref Unsafe.Add(ref a, Math.Min(row + 6, last) * rowStep);
        ref var a7 = ref Unsafe.Add(ref a, Math.Min(row + 7, last) * rowStep);
        ref var c0 = ref Unsafe.Add(ref c, Math.Min(row + 0, last) * stride);
        ref var c1 = ref Unsafe.Add(ref c, Math.Min(row + 1, last) * stride);
        ref var c2 = ref Unsafe.Add(ref c, Math.Min(row + 2, last) * stride);
        ref var c3 = ref Unsafe.Add(ref c, Math.Min(row + 3, last) * stride);
        ref var c4 = ref Unsafe.Add(ref c, Math.Min(row + 4, last) * stride);
        ref var c5 = ref Unsafe.Add(ref c, Math.Min(row + 5, last) * stride);
        ref var c6 = ref Unsafe.Add(ref c, Math.Min(row + 6, last) * stride);
        ref var c7 = ref Unsafe.Add(ref c, Math.Min(row + 7, last) * stride);
        Vector512<float> s0, t0, s1, t1, s2, t2, s3, t3, s4, t4, s5, t5, s6, t6, s7, t7;
        if (accumulate)
        {
            s0 = Vector512.LoadUnsafe(ref c0);
            t0 = Vector512.LoadUnsafe(ref c0, 16);
            s1 = Vector512.LoadUnsafe(ref c1);
            t1 = Vector512.LoadUnsafe(ref c1, 16);
            s2 = Vector512.LoadUnsafe(ref c2);
            t2 = Vector512.LoadUnsafe(ref c2, 16);
            s3 = Vector512.LoadUnsafe(ref c3);
            t3 = Vector512.LoadUnsafe(ref c3, 16);
            s4 = Vector512.LoadUnsafe(ref c4);
            t4 = Vector512.LoadUnsafe(ref c4, 16);
            s5 = Vector512.LoadUnsafe(ref c5);
            t5 = Vector512.LoadUnsafe(ref c5, 16);
            s6 = Vector512.LoadUnsafe(ref c6);
            t6 = Vector512.LoadUnsafe(ref c6, 16);
            s7 = Vector512.LoadUnsafe(ref c7);
            t7 = Vector512.LoadUnsafe(ref c7, 16);
        }
        else
        {
            var first = Unsafe.IsNullRef(ref bias) ? Vector512<float>.Zero : Vector512.LoadUnsafe(ref bias);
            var second = Unsafe.IsNullRef(ref bias) ? Vector512<float>.Zero : Vector512.LoadUnsafe(ref bias, 16);
            s0 = s1 = s2 = s3 = s4 = s5 = s6 = s7 = first;
            t0 = t1 = t2 = t3 = t4 = t5 = t6 = t7 = second;
        }

        nint at = 0;
        for (var p = 0; p < inner; p++)
        {
            var left = Vector512.LoadUnsafe(ref panel);
            var right = Vector512.LoadUnsafe(ref panel, 16);
            var x0 = Vector512.Create(Unsafe.Add(ref a0, at));
            s0 = Vector512.FusedMultiplyAdd(x0, left, s0);
            t0 = Vector512.FusedMultiplyAdd(x0, right, t0);
            var x1 = Vector512.Create(Unsafe.Add(ref a1, at));
            s1 = Vector512.FusedMultiplyAdd(x1, left, s1);
            t1 = Vector512.FusedMultiplyAdd(x1, right, t1);
            var x2 = Vector512.Create(Unsafe.Add(ref a2, at));
            s2 = Vector512.FusedMultiplyAdd(x2, left, s2);
            t2 = Vector512.FusedMultiplyAdd(x2, right, t2);
            var x3 = Vector512.Create(Unsafe.Add(ref a3, at));
            s3 = Vector512.FusedMultiplyAdd(x3, left, s3);
            t3 = Vector512.FusedMultiplyAdd(x3, right, t3);
            var x4 = Vector512.Create(Unsafe.Add(ref a4, at));
            s4 = Vector512.FusedMultiplyAdd(x4, left, s4);
            t4 = Vector512.FusedMultiplyAdd(x4, right, t4);
            var x5 = Vector512.Create(Unsafe.Add(ref a5, at));
            s5 = Vector512.FusedMultiplyAdd(x5, left, s5);
            t5 = Vector512.FusedMultiplyAdd(x5, right, t5);
            var x6 = Vector512.Create(Unsafe.Add(ref a6, at));
            s6 = Vector512.FusedMultiplyAdd(x6, left, s6);
            t6 = Vector512.FusedMultiplyAdd(x6, right, t6);
            var x7 = Vector512.Create(Unsafe.Add(ref a7, at));
            s7 = Vector512.FusedMultiplyAdd(x7, left, s7);
            t7 = Vector512.FusedMultiplyAdd(x7, right, t7);
            panel = ref Unsafe.Add(ref panel, MatrixKernels.Panel);
            at += innerStep;
        }

        s0.StoreUnsafe(ref c0);
        t0.StoreUnsafe(ref c0, 16);
        s1.StoreUnsafe(ref c1);
        t1.StoreUnsafe(ref c1, 16);
        s2.StoreUnsafe(ref c2);
        t2.StoreUnsafe(ref c2, 16);
        s3.StoreUnsafe(ref c3);
        t3.StoreUnsafe(ref c3, 16);
        s4.StoreUnsafe(ref c4);
        t4.StoreUnsafe(ref c4, 16);
        s5.StoreUnsafe(ref c5);
        t5.StoreUnsafe(ref c5, 16);
        s6.StoreUnsafe(ref c6);
        t6.StoreUnsafe(ref c6, 16);
        s7.StoreUnsafe(ref c7);
        t7.StoreUnsafe(ref c7, 16);
    }
}
