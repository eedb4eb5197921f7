using NewsExtract.Learning;
using NewsExtract.Learning.Linear;

namespace NewsExtract.Tests.Learning.Linear;

public class SequenceModelTests
{
    private static readonly SequenceLabels Bio = SequenceLabels.Bio(["X", "Y"]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_learns_a_chain_and_survives_a_file(bool crf)
    {
        var model = Trained(crf);
        var reloaded = SequenceModel.Load(Save(model), "m");
        var (right, all) = (0, 0);
        foreach (var (words, gold) in Sentences(seed: 99, count: 50))
        {
            var labels = Decode(model, words);
            Decode(reloaded, words).Should().Equal(labels);
            right += labels.Zip(gold).Count(static p => p.First == p.Second);
            all += gold.Length;
        }

        (right / (double)all).Should().BeGreaterThan(0.97);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_same_data_gives_the_same_bytes(bool crf) => Bytes(Trained(crf)).Should().Equal(Bytes(Trained(crf)));

    [Fact]
    public void Marginals_are_those_of_all_paths_summed()
    {
        var model = Trained(crf: true);
        var rows = Rows(["x1", "more", "o2", "y3"]);
        var scratch = new SequenceScratch();
        var marginals = new float[4 * Bio.Count];
        var labels = new byte[4];
        model.DecodeWithMarginals(rows, labels, marginals, scratch);

        // Every path on its own, restricted to it; the score of the restricted decoding is the path's score.
        var sums = new double[4 * Bio.Count];
        var total = 0.0;
        var paths = (int)Math.Pow(Bio.Count, 4);
        for (var path = 0; path < paths; path++)
        {
            var chosen = new[] { path % 5, path / 5 % 5, path / 25 % 5, path / 125 };
            var single = Rows(["x1", "more", "o2", "y3"], chosen);
            var out4 = new byte[4];
            var score = model.Decode(single, out4, scratch);
            if (!out4.Select(static b => (int)b).SequenceEqual(chosen))
            {
                continue;
            }

            var weight = Math.Exp(score * (double)model.Unit);
            total += weight;
            for (var t = 0; t < 4; t++)
            {
                sums[(t * Bio.Count) + chosen[t]] += weight;
            }
        }

        for (var i = 0; i < sums.Length; i++)
        {
            ((double)marginals[i]).Should().BeApproximately(sums[i] / total, 1e-4);
        }
    }

    [Fact]
    public void A_required_label_appears_and_a_forbidden_one_does_not()
    {
        var model = Trained(crf: false);
        var labels = new byte[3];
        model.Decode(Rows(["o1", "o2", "o3"]), labels, new SequenceScratch());
        labels.Should().OnlyContain(static l => l == 0);
        model.Decode(Rows(["o1", "o2", "o3"]), labels, new SequenceScratch(), required: 1UL << Bio.IndexOf("B-Y"));
        labels.Should().Contain((byte)Bio.IndexOf("B-Y"));
        model.Decode(Rows(["x1", "x2", "o3"], [0, 0, 0]), labels, new SequenceScratch());
        labels.Should().OnlyContain(static l => l == 0);
    }

    [Fact]
    public void Scores_of_another_model_count_by_their_weight()
    {
        var model = Trained(crf: false);
        var labels = new byte[3];
        float[] priors = new float[3 * 8];
        priors[(1 * 8) + Bio.IndexOf("B-Y")] = 1;

        model.Decode(Rows(["o1", "o2", "o3"]), labels, new SequenceScratch(), priors: new NodePriors(priors, 8, 1e-3f));
        labels.Should().Equal(0, 0, 0);
        model.Decode(Rows(["o1", "o2", "o3"]), labels, new SequenceScratch(), priors: new NodePriors(priors, 8, 1e4f));
        labels.Should().Equal(0, (byte)Bio.IndexOf("B-Y"), 0);
    }

    [Fact]
    public void Probabilities_of_positions_with_the_same_edges_are_those_of_positions_without_company()
    {
        var model = Trained(crf: true);
        var (alone, among) = (new float[3 * Bio.Count], new float[3 * Bio.Count]);
        var scratch = new SequenceScratch();
        model.DecodeWithMarginals(Rows(["x1", "more", "more"]), new byte[3], among, scratch);
        var distinct = Rows(["x1", "more", "more"]);
        distinct.AddEdge(0xABCDEF);
        model.DecodeWithMarginals(distinct, new byte[3], alone, new SequenceScratch());

        among.Should().Equal(alone, "a feature that the model does not know changes nothing but what can be shared");
    }

    [Fact]
    public void A_model_of_few_features_keeps_those_that_say_most()
    {
        var whole = Bytes(Trained(crf: false));
        var small = Trained(crf: false, mostRows: 8);

        Bytes(small).Length.Should().BeLessThan(whole.Length);
        Decode(small, ["x1", "o2", "y3"]).Should().Equal(1, 0, 3);
    }

    [Fact]
    public void Several_orders_of_the_data_are_averaged_into_one_model()
    {
        Bytes(Trained(crf: false, restarts: 3)).Should().NotEqual(Bytes(Trained(crf: false)));
        Decode(Trained(crf: false, restarts: 3), ["x1", "more", "o2"]).Should().Equal(1, 2, 0);
    }

    private static SequenceModel Trained(bool crf, int mostRows = int.MaxValue, int restarts = 1)
    {
        var data = new SequenceDataset();
        foreach (var (words, gold) in Sentences(seed: 1, count: 300))
        {
            data.Add(Rows(words), gold);
        }

        return SequenceTrainer.Train(Bio, data, new SequenceTrainingOptions { IsCrf = crf, Epochs = 5, MostRows = mostRows, Restarts = restarts }, null, CancellationToken.None);
    }

    private static ModelFile Save(SequenceModel model) => ModelFile.Read("m", Bytes(model), "test");

    private static byte[] Bytes(SequenceModel model)
    {
        var writer = new ModelFileWriter(new ModelProvenance("test", "0", "", []));
        model.Save(writer, "m");
        return writer.ToBytes();
    }

    private static byte[] Decode(SequenceModel model, string[] words)
    {
        var labels = new byte[words.Length];
        model.Decode(Rows(words), labels, new SequenceScratch());
        return labels;
    }

    private static FeatureRows Rows(string[] words, int[]? allowed = null)
    {
        var rows = new FeatureRows();
        for (var i = 0; i < words.Length; i++)
        {
            rows.Next();
            rows.Add(FeatureHash.Mix(1, FeatureHash.Of(words[i])));
            rows.Add(FeatureHash.Mix(2, FeatureHash.Of(words[i].AsSpan(0, 1))));
            rows.AddEdge(FeatureHash.Mix(3, FeatureHash.Of(words[i])));
            if (allowed is not null)
            {
                rows.Restrict(1UL << allowed[i]);
            }
        }

        return rows;
    }

    /// <summary>Words whose first letter tells the type; "more" goes on with whatever stands before it.</summary>
    private static IEnumerable<(string[] Words, byte[] Labels)> Sentences(int seed, int count)
    {
        var random = new Random(seed);
        for (var s = 0; s < count; s++)
        {
            var words = new string[8];
            var labels = new byte[8];
            for (var i = 0; i < words.Length; i++)
            {
                words[i] = "oxym"[random.Next(4)] switch { 'm' => "more", var c => c + random.Next(9).ToString() };
                labels[i] = words[i][0] switch
                {
                    'x' => 1,
                    'y' => 3,
                    'm' when i > 0 && labels[i - 1] != 0 => (byte)((labels[i - 1] + 1) / 2 * 2),
                    _ => 0,
                };
            }

            yield return (words, labels);
        }
    }
}
