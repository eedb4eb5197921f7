namespace NewsExtract.Learning.Vectors;

/// <summary>Learns the word vectors of <see cref="WordVectors"/> from raw text.</summary>
internal sealed class VectorTrainer : IModelTrainer
{
    private const int Dimensions = 64;
    private const int MinimumCount = 6;
    private const int MaximumWords = 80_000;
    private const int NewsRepeats = 4;
    private const int Epochs = 2;
    private const double Subsample = 1e-4;

    public string Kind => WordVectors.Kind;

    public string Data => "raw_text/*.txt.gz; sentences of entities/, quotes/polnear.train.jsonl and stances/*.train.*";

    public TrainingReport Train(TrainingOptions options, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        var corpus = VectorCorpus.Read(options.Data, MinimumCount, MaximumWords, NewsRepeats, progress, cancellation);
        progress.Report($"{corpus.Text.Count} tokens, {corpus.Words.Length} words");
        var learner = new StructuredSkipGram(corpus, Dimensions, Subsample);
        learner.Train(Epochs, progress, cancellation);
        var keys = corpus.Words.Select(static word => WordVectors.KeyOf(word)).ToArray();
        var writer = new ModelFileWriter(ModelCommand.Provenance(Kind, corpus.Sources));
        WordVectors.Write(writer, keys, learner.Vectors, Dimensions);
        writer.Write(options.Output);
        return new TrainingReport([("words", $"{corpus.Words.Length}"), ("tokens", $"{corpus.Text.Count}"), .. Neighbours(corpus, learner)]);
    }

    /// <summary>The nearest words of a few common ones, to see at a glance that the vectors mean something.</summary>
    private static IEnumerable<(string Name, string Value)> Neighbours(VectorCorpus corpus, StructuredSkipGram learner)
    {
        foreach (var word in new[] { "said", "minister", "france", "quickly", "john", "company", "monday" })
        {
            var row = Array.IndexOf(corpus.Words, word);
            if (row < 0)
            {
                continue;
            }

            var vectors = learner.Vectors.ToArray();
            float Similarity(int other)
            {
                float dot = 0, norm = 0;
                for (var i = 0; i < Dimensions; i++)
                {
                    var value = vectors[(other * Dimensions) + i];
                    dot += vectors[(row * Dimensions) + i] * value;
                    norm += value * value;
                }

                return dot / MathF.Sqrt(norm + 1e-9f);
            }

            var nearest = Enumerable.Range(0, Math.Min(corpus.Words.Length, 20_000)).Where(other => other != row).OrderByDescending(Similarity).Take(6);
            yield return ($"near {word}", string.Join(' ', nearest.Select(other => corpus.Words[other])));
        }
    }
}
