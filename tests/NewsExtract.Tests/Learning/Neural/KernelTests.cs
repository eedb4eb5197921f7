using System.Runtime.Intrinsics;
using CsCheck;
using NewsExtract.Learning.Neural;

namespace NewsExtract.Tests.Learning.Neural;

public class KernelTests
{
    private static readonly Gen<(int Rows, int Inner, int Columns, int Seed)> Sizes =
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 70], Gen.Int[1, 100], Gen.Int[0, 1000]);

    [Fact]
    public void A_product_is_the_chain_of_fused_multiply_adds_to_the_last_bit() =>
        Sizes.Sample(static size =>
        {
            var (a, b) = Matrices(size);
            var packed = new float[MatrixKernels.PackedLength(size.Inner, size.Columns)];
            var bias = Values(MatrixKernels.Pad(size.Columns), size.Seed + 2);
            var stride = MatrixKernels.Pad(size.Columns);
            var c = new float[size.Rows * stride];
            MatrixKernels.Pack(b, size.Inner, size.Columns, size.Columns, packed);
            MatrixKernels.Multiply(a, size.Inner, 1, packed, bias, c, stride, size.Rows, size.Inner, size.Columns, accumulate: false);
            for (var row = 0; row < size.Rows; row++)
            {
                for (var column = 0; column < size.Columns; column++)
                {
                    var sum = bias[column];
                    for (var p = 0; p < size.Inner; p++)
                    {
                        sum = MathF.FusedMultiplyAdd(a[(row * size.Inner) + p], b[(p * size.Columns) + column], sum);
                    }

                    if (sum != c[(row * stride) + column])
                    {
                        return false;
                    }
                }
            }

            return true;
        });

    [Fact]
    public void Wide_and_narrow_vectors_agree_to_the_last_bit()
    {
        Sizes.Sample(static size =>
        {
            var (a, b) = Matrices(size with { Columns = MatrixKernels.Panel });
            var wide = Values(size.Rows * MatrixKernels.Panel, 7);
            var narrow = (float[])wide.Clone();
            MatrixKernels512.PanelRows(ref a[0], size.Inner, 1, ref b[0], ref System.Runtime.CompilerServices.Unsafe.NullRef<float>(), ref wide[0], MatrixKernels.Panel, size.Rows, size.Inner, true);
            MatrixKernels256.PanelRows(ref a[0], size.Inner, 1, ref b[0], ref System.Runtime.CompilerServices.Unsafe.NullRef<float>(), ref narrow[0], MatrixKernels.Panel, size.Rows, size.Inner, true);
            return wide.AsSpan().SequenceEqual(narrow);
        });
    }

    [Fact]
    public void A_transposed_pack_is_the_pack_of_the_transpose() =>
        Sizes.Sample(static size =>
        {
            var (_, b) = Matrices(size);
            var transposed = new float[b.Length];
            for (var i = 0; i < size.Inner; i++)
            {
                for (var j = 0; j < size.Columns; j++)
                {
                    transposed[(j * size.Inner) + i] = b[(i * size.Columns) + j];
                }
            }

            var one = new float[MatrixKernels.PackedLength(size.Inner, size.Columns)];
            var other = new float[one.Length];
            other.AsSpan().Fill(9);
            MatrixKernels.Pack(b, size.Inner, size.Columns, size.Columns, one);
            MatrixKernels.PackTransposed(transposed, size.Columns, size.Inner, size.Inner, other);
            return one.AsSpan().SequenceEqual(other);
        });

    [Fact]
    public void Elementary_functions_are_right_to_a_few_units()
    {
        for (var x = -80f; x < 80; x += 0.37f)
        {
            var exp = ElementKernels.Exp(Vector512.Create(x))[3];
            exp.Should().BeApproximately(MathF.Exp(x), MathF.Exp(x) * 5e-7f);
            ElementKernels.Sigmoid(Vector512.Create(x))[0].Should().BeApproximately(1 / (1 + MathF.Exp(-x)), 1e-6f);
            ElementKernels.Tanh(Vector512.Create(x))[15].Should().BeApproximately(MathF.Tanh(x), 1e-6f);
        }
    }

    [Fact]
    public void A_softmax_adds_up_to_one()
    {
        var row = Values(37, 5);
        ElementKernels.Softmax(row);
        row.Sum().Should().BeApproximately(1, 1e-5f);
        row.Should().OnlyContain(static value => value > 0);
    }

    private static (float[] A, float[] B) Matrices((int Rows, int Inner, int Columns, int Seed) size) =>
        (Values(size.Rows * size.Inner, size.Seed), Values(size.Inner * size.Columns, size.Seed + 1));

    private static float[] Values(int count, int seed)
    {
        var random = new SplitMix((ulong)seed);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 4) - 2)];
    }
}
