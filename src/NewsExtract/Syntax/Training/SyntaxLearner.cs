using NewsExtract.Learning;
using NewsExtract.Learning.Neural;
using NewsExtract.Syntax.Network;
using NewsExtract.Syntax.Treebanks;

namespace NewsExtract.Syntax.Training;

/// <summary>Trains a <see cref="SyntaxNetwork"/> with its embeddings on sentences of treebanks. The bytes that come out do not depend on the number of threads.</summary>
internal sealed class SyntaxLearner
{
    // Each batch is cut into this many parts, whose gradients are added up in their order, whatever thread computed them.
    private const int Parts = 2;

    private readonly SyntaxSettings _settings;
    private readonly WordVectors _vectors;
    private readonly SyntaxNetwork _network;
    private readonly Dictionary<ulong, int> _rows = [];
    private readonly List<ulong> _keys = [];
    private readonly List<int> _counts = [0];
    private readonly float _vectorFactor;
    private readonly LearnedTable _words;
    private readonly LearnedTable _affixes;
    private readonly Adam _adam;
    private readonly SyntaxShard[] _shards;

    public SyntaxLearner(SyntaxSettings settings, WordVectors vectors, IReadOnlyList<TreebankSentence> sentences)
    {
        _settings = settings;
        _vectors = vectors;
        _vectorFactor = vectors.UnitFactor();
        CountWords(sentences);
        _network = new SyntaxNetwork(settings.Shape with { Vector = vectors.Dimensions });
        _network.Initialise(settings.Seed);
        var random = new SplitMix(settings.Seed + 1);
        _words = new LearnedTable(_counts.Count, settings.Shape.Word, random);
        _affixes = new LearnedTable(settings.Shape.AffixRows, settings.Shape.Affix, random);
        _adam = new Adam(_network.Parameters.Length);
        _shards = [.. Enumerable.Range(0, Parts).Select(_ => new SyntaxShard(_network, settings))];
    }

    /// <summary>Goes over the sentences; <paramref name="finished"/> is called after each epoch with its number.</summary>
    public void Train(IReadOnlyList<TreebankSentence> sentences, int threads, IProgress<string> progress, Action<int>? finished, CancellationToken cancellation)
    {
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var random = new SplitMix(_settings.Seed + 2);
        var total = (long)sentences.Sum(static sentence => sentence.Length) * _settings.Epochs;
        long done = 0;
        var step = 0;
        for (var epoch = 1; epoch <= _settings.Epochs; epoch++)
        {
            random.Shuffle(order.AsSpan());
            double loss = 0;
            for (var next = 0; next < order.Length;)
            {
                cancellation.ThrowIfCancellationRequested();
                var first = next;
                var words = 0;
                while (next < order.Length && words < _settings.BatchWords)
                {
                    words += sentences[order[next++]].Length;
                }

                done += words;
                step++;
                var rate = _settings.Rate * Math.Min(1f, (float)step / _settings.WarmUp) * MathF.Max(0.01f, 1 - ((float)done / total));
                loss += Step(sentences, order.AsMemory(first, next - first), step, rate, words, threads);
            }

            progress.Report($"epoch {epoch}/{_settings.Epochs}, loss {loss * _settings.Epochs / total:F3} a word");
            finished?.Invoke(epoch);
        }
    }

    /// <summary>The model as it stands, as a file.</summary>
    public byte[] ToModel(string kind, IEnumerable<string> sources)
    {
        var writer = new ModelFileWriter(ModelCommand.Provenance(kind, sources));
        SyntaxModel.Write(writer, _network, _keys, _words.Values, _affixes.Values, _vectors.Hash, _vectorFactor);
        return writer.ToBytes();
    }

    private double Step(IReadOnlyList<TreebankSentence> sentences, ReadOnlyMemory<int> batch, int step, float rate, int words, int threads)
    {
        _network.Prepare();
        void Part(int part)
        {
            var from = batch.Length * part / Parts;
            var to = batch.Length * (part + 1) / Parts;
            _shards[part].Run(sentences, batch.Span[from..to], new SplitMix(((ulong)step << 8) + (ulong)part), Fill, Embed);
        }

        if (threads > 1)
        {
            Parallel.For(0, Parts, new ParallelOptions { MaxDegreeOfParallelism = threads }, Part);
        }
        else
        {
            for (var part = 0; part < Parts; part++)
            {
                Part(part);
            }
        }

        var gradients = _shards[0].Gradients;
        for (var part = 1; part < Parts; part++)
        {
            ElementKernels.AddScaled(gradients, _shards[part].Gradients, 1);
            Array.Clear(_shards[part].Gradients);
        }

        // Losses are means over the words, and a step that is too long is cut (Pascanu et al., ICML 2013).
        var factor = 1f / words;
        var norm = ElementKernels.Norm(gradients) * factor;
        factor *= Math.Min(1, _settings.Clip / (norm + 1e-6f));
        _adam.Step(_network.Parameters.Values, gradients, 0, gradients.Length, rate, step, factor, _settings.Decay);
        foreach (var shard in _shards)
        {
            shard.Scatter(_words, _affixes);
        }

        _words.Step(rate, step, factor);
        _affixes.Step(rate, step, factor);
        return _shards.Sum(static shard => shard.Loss);
    }

    /// <summary>Puts a word into a batch, now and then as an unknown one: the more often the rarer it is.</summary>
    private void Fill(SyntaxBatch batch, ReadOnlySpan<char> word, bool first, int sentenceCase, SplitMix random)
    {
        var at = batch.Add();
        var key = WordVectors.KeyOf(word);
        var row = _rows.GetValueOrDefault(key);
        var drop = row > 0 && random.NextSingle() < _settings.WordDropout / (_settings.WordDropout + _counts[row]);
        batch.Words[at] = drop ? 0 : row;
        batch.Vectors[at] = random.NextSingle() < _settings.VectorDropout ? -1 : _vectors.Find(key);
        TokenFeatures.Fill(word, first, sentenceCase, _settings.Shape.AffixRows - 1, batch.Affixes.AsSpan(at * TokenFeatures.Rows, TokenFeatures.Rows));
    }

    private void Embed(SyntaxBatch batch, SyntaxPass pass)
    {
        var shape = _network.Shape;
        for (var word = 0; word < batch.Count; word++)
        {
            var row = pass.Inputs.AsSpan(word * shape.Input, shape.Input);
            row.Clear();
            if (batch.Vectors[word] >= 0)
            {
                _vectors.Table.AddTo(batch.Vectors[word], row, _vectorFactor);
            }

            _words.AddTo(batch.Words[word], row[shape.Vector..]);
            for (var i = 0; i < TokenFeatures.Rows; i++)
            {
                _affixes.AddTo(
                    batch.Affixes[(word * TokenFeatures.Rows) + i], row[(shape.Vector + shape.Word + (i < TokenFeatures.Suffixes ? 0 : shape.Affix))..]);
            }
        }
    }

    private void CountWords(IReadOnlyList<TreebankSentence> sentences)
    {
        var counts = new Dictionary<ulong, int>();
        var order = new List<ulong>();
        foreach (var word in sentences.SelectMany(static sentence => sentence.Words))
        {
            var key = WordVectors.KeyOf(word);
            if (!counts.TryGetValue(key, out var count))
            {
                order.Add(key);
            }

            counts[key] = count + 1;
        }

        foreach (var key in order.Where(key => counts[key] >= _settings.MinimumCount))
        {
            _keys.Add(key);
            _counts.Add(counts[key]);
            _rows.Add(key, _keys.Count);
        }
    }
}
