using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsExtract.Learning.Neural;

/// <summary>Adam (Kingma and Ba, ICLR 2015) for a dense array, or for the rows of a table that a batch touched.</summary>
internal sealed class Adam(int length, float beta1 = 0.9f, float beta2 = 0.98f)
{
    private readonly float[] _mean = new float[length];
    private readonly float[] _square = new float[length];

    /// <summary>One step for the values from <paramref name="offset"/>; lengths are multiples of 16. The gradients are set to 0.</summary>
    public void Step(float[] values, float[] gradients, int offset, int count, float rate, int step, float factor, float decay)
    {
        // Corrected for the zero start of the averages.
        var scale = rate * MathF.Sqrt(1 - MathF.Pow(beta2, step)) / (1 - MathF.Pow(beta1, step));
        ref var value = ref MemoryMarshal.GetArrayDataReference(values);
        ref var gradient = ref MemoryMarshal.GetArrayDataReference(gradients);
        ref var mean = ref MemoryMarshal.GetArrayDataReference(_mean);
        ref var square = ref MemoryMarshal.GetArrayDataReference(_square);
        var keep = Vector512.Create(1 - (rate * decay));
        for (var at = (nuint)offset; at < (nuint)(offset + count); at += 16)
        {
            var g = Vector512.LoadUnsafe(ref gradient, at) * Vector512.Create(factor);
            var m = Vector512.FusedMultiplyAdd(Vector512.Create(1 - beta1), g - Vector512.LoadUnsafe(ref mean, at), Vector512.LoadUnsafe(ref mean, at));
            var s = Vector512.FusedMultiplyAdd(Vector512.Create(1 - beta2), (g * g) - Vector512.LoadUnsafe(ref square, at), Vector512.LoadUnsafe(ref square, at));
            m.StoreUnsafe(ref mean, at);
            s.StoreUnsafe(ref square, at);
            var change = Vector512.Create(scale) * m / (Vector512.Sqrt(s) + Vector512.Create(1e-8f));
            ((Vector512.LoadUnsafe(ref value, at) * keep) - change).StoreUnsafe(ref value, at);
            Vector512<float>.Zero.StoreUnsafe(ref gradient, at);
        }
    }
}
