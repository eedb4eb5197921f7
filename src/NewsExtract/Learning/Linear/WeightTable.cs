using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsExtract.Learning.Linear;

/// <summary>
/// Weights of hashed features, ready-made for use in place from a model file: buckets of 16 slots, found by a 16-bit check of the hash (as in
/// Swiss tables), each slot with a row of signed bytes and a shift. A weight is <c>byte &lt;&lt; shift</c> units, so that scores are whole numbers and their sums
/// the same in any order. A foreign feature passes the check once in some 4,000 look-ups; its weights then are noise of no consequence.
/// </summary>
internal sealed class WeightTable
{
    private const int BucketSize = 16;

    // Features looked up together; a position has fewer.
    private const int Part = 128;

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
    [SkipLocalsInit]
    public void AddTo(ReadOnlySpan<ulong> features, Span<int> accumulator)
    {
        Span<int> slots = stackalloc int[Part];
        for (; features.Length > Part; features = features[Part..])
        {
            Add(slots[..Find(features[..Part], slots)], accumulator);
        }

        Add(slots[..Find(features, slots)], accumulator);
    }

    /// <summary>Asks for the places of features that are about to be looked up, so that they are on their way from the outer caches.</summary>
    public unsafe void Fetch(ReadOnlySpan<ulong> features)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        var checks = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(_checks.Span));
        foreach (var feature in features)
        {
            Sse.Prefetch0(checks + ((nint)BucketOf(feature, _buckets) * BucketSize * sizeof(ushort)));
        }
    }

    private void Add(ReadOnlySpan<int> slots, Span<int> accumulator)
    {
        ref var shifts = ref MemoryMarshal.GetReference(_shifts.Span);
        ref var rows = ref Unsafe.As<byte, sbyte>(ref MemoryMarshal.GetReference(_rows.Span));
        ref var sum = ref accumulator[.._stride][0];
        if (_stride == 16)
        {
            // The commonest width: the sums stay in a register.
            var sums = Vector512.LoadUnsafe(ref sum);
            foreach (var slot in slots)
            {
                var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref rows, (nuint)slot * 16));
                var (a, b) = Vector128.Widen(low);
                var (c, d) = Vector128.Widen(high);
                sums += Vector512.Create(Vector256.Create(a, b), Vector256.Create(c, d)) << Unsafe.Add(ref shifts, slot);
            }

            sums.StoreUnsafe(ref sum);
            return;
        }

        foreach (var slot in slots)
        {
            int shift = Unsafe.Add(ref shifts, slot);
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

    /// <summary>
    /// The slots of the features that are there. Whether a feature is there cannot be foreseen, so nothing branches on it: a slot is written in any case, and counts if it was a hit;
    /// features whose bucket is full without a hit go on to the next bucket together.
    /// </summary>
    /// <returns>The number of slots.</returns>
    [SkipLocalsInit]
    private unsafe int Find(ReadOnlySpan<ulong> features, Span<int> slots)
    {
        var rows = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(_rows.Span));
        ref var checks = ref Unsafe.As<byte, ushort>(ref MemoryMarshal.GetReference(_checks.Span));
        Span<ulong> waiting = stackalloc ulong[Part];
        ref var next = ref MemoryMarshal.GetReference(waiting);
        ref var found = ref MemoryMarshal.GetReference(slots);
        var count = 0;
        scoped var open = features;
        for (var ahead = 0; open.Length > 0 && ahead < _buckets; ahead++)
        {
            var more = 0;
            foreach (var feature in open)
            {
                var bucket = BucketOf(feature, _buckets) + ahead;
                bucket -= bucket >= _buckets ? _buckets : 0;
                var stored = Vector256.LoadUnsafe(ref checks, (nuint)(bucket * BucketSize));
                var hits = Vector256.Equals(stored, Vector256.Create(CheckOf(feature))).AsByte().ExtractMostSignificantBits();
                var free = Vector256.Equals(stored, Vector256<ushort>.Zero).AsByte().ExtractMostSignificantBits();
                var slot = (bucket * BucketSize) + (BitOperations.TrailingZeroCount(hits) >> 1);

                // The row is on its way from the outer caches before it is asked for; a wrong address harms nothing.
                if (Sse.IsSupported)
                {
                    Sse.Prefetch0(rows + ((nint)slot * _stride));
                }

                Unsafe.Add(ref found, count) = slot;
                Unsafe.Add(ref next, more) = feature;
                count += hits != 0 ? 1 : 0;
                more += (hits | free) == 0 ? 1 : 0;
            }

            open = waiting[..more];
        }

        return count;
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
