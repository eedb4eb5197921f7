namespace NewsExtract.Entities.Coreference.Training;

/// <summary>Learns the ranker's weights: the log-likelihood that the chosen candidate is a right one, by AdaGrad (Duchi et al. 2011), in a fixed order.</summary>
internal sealed class RankerTraining
{
    // A hundred documents are few: weights averaged over orders of the examples, and over the second half of each run, move less from one version to the next.
    private const int Runs = 5;
    private const int Snapshots = 20;

    private readonly List<int> _features = [];
    private readonly List<(int Start, int End, bool IsRight)> _options = [];
    private readonly List<(int Start, int End)> _examples = [];

    public int Count => _examples.Count;

    /// <summary>Adds one choice: the features of each option, and which are right.</summary>
    public void Begin() => _examples.Add((_options.Count, _options.Count));

    public void Option(ReadOnlySpan<int> features, bool isRight)
    {
        var start = _features.Count;
        foreach (var feature in features)
        {
            _features.Add(feature);
        }

        _options.Add((start, _features.Count, isRight));
        _examples[^1] = (_examples[^1].Start, _options.Count);
    }

    /// <summary>The weights after some rounds over the examples.</summary>
    public float[] Train(int rounds, double rate, double decay, CancellationToken cancellation)
    {
        var sums = new double[RankFeatures.Size];
        var taken = 0;
        var order = new int[_examples.Count];
        var every = Math.Max(1, order.Length / Snapshots);
        for (var run = 1; run <= Runs; run++)
        {
            var weights = new double[RankFeatures.Size];
            var squares = new double[RankFeatures.Size];
            Array.Fill(squares, 1e-6);
            var random = new Random(run);
            for (var round = 0; round < rounds; round++)
            {
                cancellation.ThrowIfCancellationRequested();
                for (var i = 0; i < order.Length; i++)
                {
                    order[i] = i;
                }

                random.Shuffle(order);
                for (var i = 0; i < order.Length; i++)
                {
                    Step(_examples[order[i]], weights, squares, rate, decay);
                    if (2 * round >= rounds && (i + 1) % every == 0)
                    {
                        taken++;
                        for (var at = 0; at < sums.Length; at++)
                        {
                            sums[at] += weights[at];
                        }
                    }
                }
            }
        }

        return [.. sums.Select(sum => (float)(sum / Math.Max(1, taken)))];
    }

    private void Step((int Start, int End) example, double[] weights, double[] squares, double rate, double decay)
    {
        var count = example.End - example.Start;
        Span<double> all = stackalloc double[count];
        Span<double> right = stackalloc double[count];
        for (var option = 0; option < count; option++)
        {
            var (start, end, isRight) = _options[example.Start + option];
            var score = 0.0;
            for (var at = start; at < end; at++)
            {
                score += weights[_features[at]];
            }

            all[option] = score;
            right[option] = isRight ? score : double.NegativeInfinity;
        }

        Normalise(all);
        Normalise(right);
        for (var option = 0; option < count; option++)
        {
            var slope = right[option] - all[option];
            if (Math.Abs(slope) < 1e-4)
            {
                continue;
            }

            var (start, end, _) = _options[example.Start + option];
            for (var at = start; at < end; at++)
            {
                var feature = _features[at];
                var gradient = slope - (decay * weights[feature]);
                squares[feature] += gradient * gradient;
                weights[feature] += rate * gradient / Math.Sqrt(squares[feature]);
            }
        }
    }

    private static void Normalise(Span<double> scores)
    {
        var most = double.NegativeInfinity;
        foreach (var score in scores)
        {
            most = Math.Max(most, score);
        }

        var sum = 0.0;
        for (var index = 0; index < scores.Length; index++)
        {
            scores[index] = Math.Exp(scores[index] - most);
            sum += scores[index];
        }

        for (var index = 0; index < scores.Length; index++)
        {
            scores[index] /= sum;
        }
    }
}
