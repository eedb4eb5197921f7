using CsCheck;
using NewsExtract.Learning.Linear;

namespace NewsExtract.Tests.Learning.Linear;

public class WideDecoderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void It_gives_what_the_plain_decoder_gives_ties_included(int types)
    {
        var labels = SequenceLabels.Bio(Enumerable.Range(0, types).Select(static t => $"T{t}"));
        var count = labels.Count;
        Gen.Select(Gen.Int[1, 80], Gen.Int[0, 1_000_000], Gen.Int[2, 100_000]).Sample(sample =>
        {
            var (n, seed, range) = sample;
            var random = new Random(seed);
            var rows = new FeatureRows();
            var stride = (count + 7) & ~7;
            var nodes = new int[n * stride];
            var transitions = Enumerable.Range(0, (count + 1) * count).Select(_ => random.Next(-range, range)).ToArray();
            var barred = WideDecoder.Bar(labels, transitions);
            var edges = new int[(n * barred.Length) + WideDecoder.Lanes];
            var edgeAt = new int[n];
            for (var t = 0; t < n; t++)
            {
                rows.Next();
                for (var y = 0; y < count; y++)
                {
                    nodes[(t * stride) + y] = random.Next(-range, range);
                }

                if (random.Next(8) == 0)
                {
                    rows.Restrict((ulong)random.Next(1 << Math.Min(count, 20)));
                }

                edgeAt[t] = t * barred.Length;
                barred.CopyTo(edges, edgeAt[t]);
            }

            var (plain, wide) = (new byte[n], new byte[n]);
            var score = ChainDecoder.Viterbi<int>(labels, rows, nodes, stride, edges, edgeAt, new int[n * count * 2], new byte[n * count * 2], plain, required: 0);
            WideDecoder.Viterbi(count, rows, nodes, stride, edges, edgeAt, new int[n * WideDecoder.Lanes], wide).Should().Be(score);
            wide.Should().Equal(plain);
        });
    }
}
