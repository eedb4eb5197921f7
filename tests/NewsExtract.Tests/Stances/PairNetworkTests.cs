using NewsExtract.Entities.Training;
using NewsExtract.Learning;
using NewsExtract.Stances.Network;
using NewsExtract.Stances.Training;

namespace NewsExtract.Tests.Stances;

public sealed class PairNetworkTests
{
    private static readonly NetworkOptions Options = new() { Width = 32, Layers = 1, Epochs = 12, BatchWords = 60, Rate = 0.01f, WarmUp = 5, WordDropout = 0 };

    [Fact]
    public void It_learns_a_word_that_turns_the_sign()
    {
        var vectors = WordVectors.Load(ModelStore.Default);
        var (samples, signs) = Samples();
        var pass = new PairPass([new FoldedInput(PairNetworkTrainer.Train(vectors, [.. samples.Zip(signs, static (words, sign) => new Lesson(words, sign))], Options, CancellationToken.None), vectors)]);
        var right = 0;
        for (var i = 0; i < samples.Count; i++)
        {
            var (support, oppose) = pass.Score(samples[i]);
            var sign = Math.Max(support, oppose) < 0 ? 0 : support > oppose ? 1 : -1;
            right += sign == signs[i] ? 1 : 0;
        }

        right.Should().BeGreaterThan(samples.Count * 9 / 10);
    }

    [Fact]
    public void Training_twice_gives_the_same_bytes()
    {
        var vectors = WordVectors.Load(ModelStore.Default);
        var (samples, signs) = Samples();
        byte[] Bytes()
        {
            var writer = new ModelFileWriter(new ModelProvenance("stances", "0", "test", []));
            PairNetworkTrainer.Train(vectors, [.. samples.Zip(signs, static (words, sign) => new Lesson(words, sign))], Options with { Epochs = 2 }, CancellationToken.None).Save(writer, "network");
            return writer.ToBytes();
        }

        Bytes().Should().Equal(Bytes());
    }

    [Fact]
    public void What_is_learnt_in_no_epoch_is_not_learnt()
    {
        var vectors = WordVectors.Load(ModelStore.Default);
        var (samples, signs) = Samples();
        byte[] Bytes(IEnumerable<Lesson> lessons)
        {
            var writer = new ModelFileWriter(new ModelProvenance("stances", "0", "test", []));
            PairNetworkTrainer.Train(vectors, [.. lessons], Options with { Epochs = 2 }, CancellationToken.None).Save(writer, "network");
            return writer.ToBytes();
        }

        var lessons = samples.Zip(signs, static (words, sign) => new Lesson(words, sign)).ToList();
        var early = lessons.Select(static lesson => lesson with { Epochs = 1 });
        var never = lessons.Select(static lesson => lesson with { Epochs = 0 });
        Bytes([.. lessons, .. never]).Should().Equal(Bytes(lessons));
        Bytes([.. lessons, .. early]).Should().NotEqual(Bytes(lessons));
    }

    private static (List<PairWords.Sample> Samples, List<int> Signs) Samples()
    {
        var state = 99u;
        uint Next() => (state = (state * 1664525u) + 1013904223u) >> 8;
        var samples = new List<PairWords.Sample>();
        var signs = new List<int>();
        for (var i = 0; i < 240; i++)
        {
            var sign = (int)(Next() % 3) - 1;
            var words = new PairWords { Count = 6, Target = 5, Holder = 0 };
            for (var w = 0; w < words.Count; w++)
            {
                words.Vectors[w] = -1;
                for (var s = 0; s < PairWords.Slots; s++)
                {
                    words.Rows[(w * PairWords.Slots) + s] = (ushort)((Next() % 20) + (uint)(s * 30) + (s < PairWords.OwnSlots ? 0u : PairWords.WordBuckets));
                }
            }

            words.Rows[2 * PairWords.Slots] = (ushort)(3000 + sign);
            samples.Add(words.Copy());
            signs.Add(sign);
        }

        return (samples, signs);
    }
}
