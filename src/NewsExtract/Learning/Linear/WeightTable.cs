using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsExtract.Learning.Linear;

/// <summary>
/// Weights of hashed features, ready-made for use in place from a model file: buckets of 16 slots, found by a 16-bit check of the hash (as in
/// Swiss tables), each slot with a row of signed bytes and a shift. A weight is <c>byte &lt;&lt; shift</c> units, so that scores are whole numbers and their sums
/// the same in any order. A foreign feature passes the check once in some 4,000 look-ups; its weights then are noise of no consequence.
/// </summary>
internal sealed class WeightTable
{
    private const int BucketSize = 16;

    private readonly ReadOnlyMemory<byte> _checks;
    private readonly ReadOnlyMemory<byte> _shifts;
    private readonly ReadOnlyMemory<byte> _rows;
    private readonly int _buckets;
    private readonly int _stride;

    private WeightTable(int width, ReadOnlyMemory<byte> checks, ReadOnlyMemory<byte> shifts, ReadOnlyMemory<byte> rows)
    {
        Width = width;
        _stride = Stride(width);
        _checks = checks;
        _shifts = shifts;
        _rows = rows;
        _buckets = shifts.Length / BucketSize;
    }

    /// <summary>Weights in a row.</summary>
    public int Width { get; }

    /// <summary>Length that an accumulator needs: the width, rounded up to whole vectors.</summary>
    public int AccumulatorLength => _stride;

    /// <summary>The table in the sections <c>{name}.checks</c>, <c>.shifts</c> and <c>.rows</c> of a file.</summary>
    public static WeightTable Load(ModelFile file, string name, int width) =>
        new(width, file.Bytes(name + ".checks"), file.Bytes(name + ".shifts"), file.Bytes(name + ".rows"));

    /// <summary>Puts a table together from rows of weights, one unit being the weight 1 of the whole-number scale.</summary>
    /// <param name="features">The hashes.</param>
    /// <param name="weights">Rows of <paramref name="width"/> weights, one after another.</param>
    /// <param name="width">Weights in a row.</param>
    /// <param name="unit">The real size of one unit.</param>
    /// <param name="floor">Rows without a weight of at least this size (in real numbers) are left out.</param>
    public static WeightTable Build(ReadOnlySpan<ulong> features, ReadOnlySpan<float> weights, int width, float unit, float floor)
    {
        var kept = 0;
        for (var i = 0; i < features.Length; i++)
        {
            kept += Largest(weights.Slice(i * width, width)) >= floor ? 1 : 0;
        }

        // 85 % full: with buckets of 16 hardly a bucket overflows into its neighbour.
        var buckets = Math.Max(1, (int)Math.Ceiling(kept / (0.85 * BucketSize)));
        var checks = new ushort[buckets * BucketSize];
        var shifts = new byte[buckets * BucketSize];
        var stride = Stride(width);
        var rows = new sbyte[buckets * BucketSize * stride];
        for (var i = 0; i < features.Length; i++)
        {
            var row = weights.Slice(i * width, width);
            var largest = Largest(row);
            if (largest < floor)
            {
                continue;
            }

            var bucket = BucketOf(features[i], buckets);
            var slot = -1;
            while (slot < 0)
            {
                for (var s = bucket * BucketSize; s < (bucket + 1) * BucketSize && slot < 0; s++)
                {
                    slot = checks[s] == 0 ? s : -1;
                }

                bucket = (bucket + 1) % buckets;
            }

            var shift = 0;
            while (MathF.Round(largest / unit) > 127 << shift)
            {
                shift++;
            }

            checks[slot] = CheckOf(features[i]);
            shifts[slot] = (byte)shift;
            for (var k = 0; k < width; k++)
            {
                rows[(slot * stride) + k] = (sbyte)Math.Clamp(MathF.Round(row[k] / unit / (1 << shift)), -127, 127);
            }
        }

        return new WeightTable(width, MemoryMarshal.AsBytes<ushort>(checks).ToArray(), shifts, MemoryMarshal.AsBytes<sbyte>(rows).ToArray());
    }

    /// <summary>Adds the table's sections to a file.</summary>
    public void Save(ModelFileWriter writer, string name) =>
        writer.Add(name + ".checks", _checks.Span).Add(name + ".shifts", _shifts.Span).Add(name + ".rows", _rows.Span);

    /// <summary>Adds the weights of every feature to the accumulator, in units.</summary>
    /// <param name="features">The hashes; unknown ones add nothing.</param>
    /// <param name="accumulator"><see cref="AccumulatorLength"/> values.</param>
    public void AddTo(ReadOnlySpan<ulong> features, Span<int> accumulator)
    {
        ref var checks = ref Unsafe.As<byte, ushort>(ref MemoryMarshal.GetReference(_checks.Span));
        var shifts = _shifts.Span;
        ref var rows = ref Unsafe.As<byte, sbyte>(ref MemoryMarshal.GetReference(_rows.Span));
        ref var sum = ref accumulator[.._stride][0];
        foreach (var feature in features)
        {
            var slot = Find(ref checks, feature);
            if (slot < 0)
            {
                continue;
            }

            int shift = shifts[slot];
            ref var row = ref Unsafe.Add(ref rows, (nint)slot * _stride);
            for (var k = 0; k < _stride; k += 8)
            {
                var narrow = Vector64.LoadUnsafe(ref row, (nuint)k);
                var wide = Vector128.WidenLower(narrow.ToVector128Unsafe());
                var (low, high) = Vector128.Widen(wide);
                var values = Vector256.Create(low, high) << shift;
                (Vector256.LoadUnsafe(ref sum, (nuint)k) + values).StoreUnsafe(ref sum, (nuint)k);
            }
        }
    }

    private int Find(ref ushort checks, ulong feature)
    {
        var check = Vector256.Create(CheckOf(feature));
        var bucket = BucketOf(feature, _buckets);
        while (true)
        {
            var stored = Vector256.LoadUnsafe(ref checks, (nuint)(bucket * BucketSize));
            var hits = Vector256.Equals(stored, check).ExtractMostSignificantBits();
            if (hits != 0)
            {
                return (bucket * BucketSize) + BitOperations.TrailingZeroCount(hits);
            }

            if (Vector256.EqualsAny(stored, Vector256<ushort>.Zero) || _buckets == 1)
            {
                return -1;
            }

            bucket = bucket + 1 == _buckets ? 0 : bucket + 1;
        }
    }

    private static int Stride(int width) => (width + 7) & ~7;

    private static int BucketOf(ulong feature, int buckets) => (int)(((feature >> 32) * (ulong)buckets) >> 32);

    private static ushort CheckOf(ulong feature) => (ushort)Math.Max((ushort)feature, (ushort)1);

    private static float Largest(ReadOnlySpan<float> row)
    {
        var largest = 0f;
        foreach (var w in row)
        {
            largest = Math.Max(largest, Math.Abs(w));
        }

        return largest;
    }
}
