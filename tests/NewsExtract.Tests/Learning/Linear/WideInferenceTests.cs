using CsCheck;
using NewsExtract.Learning.Linear;

namespace NewsExtract.Tests.Learning.Linear;

public class WideInferenceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void It_gives_what_the_plain_inference_gives(int types)
    {
        var labels = SequenceLabels.Bio(Enumerable.Range(0, types).Select(static t => $"T{t}"));
        var count = labels.Count;
        var pairs = (count + 1) * count;
        const float Scale = 0.01f;
        Gen.Select(Gen.Int[1, 60], Gen.Int[0, 1_000_000]).Sample(sample =>
        {
            var (n, seed) = sample;
            var random = new Random(seed);
            var rows = new FeatureRows();
            var scratch = new SequenceScratch { Nodes = new int[n * count], Edges = new int[(n * pairs) + WideDecoder.Lanes], EdgeAt = new int[n], EdgeHome = new int[n] };
            var (nodes, edges) = (new double[n * count], new double[n * pairs]);
            for (var t = 0; t < n; t++)
            {
                rows.Next();
                if (random.Next(8) == 0)
                {
                    // The first label may stand anywhere, so that something is always allowed.
                    rows.Restrict(1UL | (ulong)random.Next(1 << count));
                }

                for (var y = 0; y < count; y++)
                {
                    nodes[(t * count) + y] = (scratch.Nodes[(t * count) + y] = random.Next(-500, 500)) * Scale;
                }

                var transitions = Enumerable.Range(0, pairs).Select(_ => random.Next(-500, 500)).ToArray();
                (scratch.EdgeAt[t], scratch.EdgeHome[t]) = (t * pairs, t);
                WideDecoder.Bar(labels, transitions).CopyTo(scratch.Edges, t * pairs);
                transitions.Select(static s => (double)(s * Scale)).ToArray().CopyTo(edges, t * pairs);
                ChainInference.ExponentiateEdges(labels, edges.AsSpan(t * pairs, pairs), first: t == 0);
            }

            var (plain, wide) = (new float[n * count], new float[n * count]);
            WideInference.Marginals(count, rows, count, Scale, scratch, wide);
            ChainInference.Marginals(labels, rows, nodes, edges, scratch, plain);
            for (var i = 0; i < plain.Length; i++)
            {
                wide[i].Should().BeApproximately(plain[i], 1e-4f);
            }
        });
    }
}
