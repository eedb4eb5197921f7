using NewsExtract.Entities.Gazetteers;
using NewsExtract.Entities.Recognition;
using NewsExtract.Entities.Recognition.Network;
using NewsExtract.Learning;
using NewsExtract.Learning.Neural;

namespace NewsExtract.Entities.Training;

/// <summary>Trains a <see cref="NameNetwork"/>: each token's label by cross-entropy, by Adam, on one thread.</summary>
internal sealed class NetworkTrainer
{
    private readonly NetworkOptions _options;
    private readonly WordVectors _vectors;
    private readonly NameLayers _layers;
    private readonly LearnedTable _table;
    private readonly float _factor;
    private readonly List<Sample> _samples = [];
    private readonly NetworkBackward _backward;

    private NetworkTrainer(WordVectors vectors, NetworkOptions options)
    {
        (_options, _vectors) = (options, vectors);
        _layers = new NameLayers(vectors.Dimensions, options.Width, options.Layers);
        _layers.Initialise(options.Seed);
        _table = new LearnedTable(NetworkFeatures.Rows, NameLayers.Side, new SplitMix(options.Seed + 1));
        _factor = vectors.UnitFactor();
        _backward = new NetworkBackward(_layers, options);
    }

    /// <summary>Trains on labelled documents.</summary>
    /// <param name="gazetteers">The gazetteers of the model.</param>
    /// <param name="words">Its word facts.</param>
    /// <param name="vectors">Its word vectors.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="options">How to train.</param>
    /// <param name="progress">Told after each pass.</param>
    /// <param name="cancellation">Ends the training.</param>
    public static NameNetwork Train(
        GazetteerTable gazetteers, WordTable words, WordVectors vectors, IReadOnlyList<LabelledDocument> documents, NetworkOptions options, IProgress<string>? progress, CancellationToken cancellation)
    {
        var trainer = new NetworkTrainer(vectors, options);
        var forms = new WordForms(gazetteers, words, vectors);
        foreach (var document in documents)
        {
            trainer.Add(document, forms);
        }

        trainer.Run(progress, cancellation);
        return new NameNetwork(trainer._layers, trainer._table.Values, trainer._factor);
    }

    private void Add(LabelledDocument document, WordForms forms)
    {
        Span<ushort> rows = stackalloc ushort[NetworkFeatures.Most];
        forms.Fill(document.Text, document.Tokens, document.Sentences);
        foreach (var (start, end, sentenceCase) in forms.Sentences)
        {
            var tokens = new Token[end - start];
            for (var i = start; i < end; i++)
            {
                var (spelling, all) = NetworkFeatures.Fill(forms, i, start, sentenceCase, rows);
                tokens[i - start] = new Token(forms.Vector[i], (byte)spelling, rows[..all].ToArray(), document.Labels[i]);
            }

            if (tokens.Length > 0)
            {
                _samples.Add(new Sample(tokens, document.Weight));
            }
        }
    }

    private void Run(IProgress<string>? progress, CancellationToken cancellation)
    {
        var order = Enumerable.Range(0, _samples.Count).ToArray();
        var random = new SplitMix(_options.Seed + 2);
        var total = (double)_samples.Sum(static s => (long)s.Tokens.Length) * _options.Epochs;
        var (done, step) = (0.0, 0);
        for (var epoch = 1; epoch <= _options.Epochs; epoch++)
        {
            random.Shuffle(order.AsSpan());
            var loss = 0.0;
            for (var next = 0; next < order.Length;)
            {
                cancellation.ThrowIfCancellationRequested();
                var first = next;
                var words = 0;
                while (next < order.Length && words < _options.BatchWords)
                {
                    words += _samples[order[next++]].Tokens.Length;
                }

                done += words;
                step++;
                var rate = _options.Rate * Math.Min(1f, (float)step / _options.WarmUp) * MathF.Max(0.01f, (float)(1 - (done / total)));
                loss += Step(order.AsSpan(first, next - first), words, step, rate, random);
            }

            progress?.Report(FormattableString.Invariant($"network, pass {epoch} of {_options.Epochs}: loss {loss * _options.Epochs / total:F4} a token"));
        }
    }

    private double Step(ReadOnlySpan<int> batch, int words, int step, float rate, SplitMix random)
    {
        _layers.Prepare();
        _backward.Reserve(words, batch.Length);
        Span<int> starts = stackalloc int[batch.Length + 1];
        var at = 0;
        for (var s = 0; s < batch.Length; s++)
        {
            starts[s] = at;
            foreach (var token in _samples[batch[s]].Tokens)
            {
                Embed(token, _backward.Inputs.AsSpan(at * _layers.Inputs, _layers.Inputs), random, ref _kept[at]);
                _backward.Targets[at] = token.Label;
                _backward.Weights[at] = _samples[batch[s]].Weight;
                at++;
            }
        }

        starts[^1] = at;
        var loss = _backward.Run(starts, random);
        at = 0;
        foreach (var sample in batch)
        {
            foreach (var token in _samples[sample].Tokens)
            {
                var gradient = _backward.InputGradients.AsSpan(at * _layers.Inputs, _layers.Inputs);
                for (var r = 0; r < token.Rows.Length; r++)
                {
                    if (_kept[at].Has(r, token))
                    {
                        _table.AddGradient(token.Rows[r], gradient.Slice(_layers.Vector + (r < token.Spelling ? 0 : NameLayers.Side), NameLayers.Side));
                    }
                }

                at++;
            }
        }

        var factor = 1f / words;
        var norm = ElementKernels.Norm(_backward.Gradients) * factor;
        factor *= Math.Min(1, _options.Clip / (norm + 1e-6f));
        _backward.Adam.Step(_layers.Parameters.Values, _backward.Gradients, 0, _backward.Gradients.Length, rate, step, factor, _options.Decay);
        _table.Step(rate, step, factor);
        return loss;
    }

    private readonly Kept[] _kept = new Kept[4096];

    private void Embed(Token token, Span<float> input, SplitMix random, ref Kept kept)
    {
        input.Clear();
        kept = new Kept(random.NextSingle() >= _options.WordDropout, random.NextSingle() >= _options.GazetteerDropout);
        if (token.Vector >= 0 && random.NextSingle() >= _options.VectorDropout)
        {
            _vectors.Table.AddTo(token.Vector, input, _factor);
        }

        for (var r = 0; r < token.Rows.Length; r++)
        {
            if (kept.Has(r, token))
            {
                _table.AddTo(token.Rows[r], input[(_layers.Vector + (r < token.Spelling ? 0 : NameLayers.Side))..]);
            }
        }
    }

    private sealed record Sample(Token[] Tokens, float Weight);

    private sealed record Token(int Vector, byte Spelling, ushort[] Rows, byte Label);

    /// <summary>Which inputs of a token this step sees.</summary>
    private readonly record struct Kept(bool Word, bool Gazetteers)
    {
        public bool Has(int r, Token token) =>
            (Word || r > 0 || token.Rows[0] >= NetworkFeatures.Words) && (Gazetteers || !NetworkFeatures.IsGazetteer(token.Rows[r]));
    }
}
