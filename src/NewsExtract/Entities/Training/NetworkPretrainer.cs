using System.Globalization;
using NewsExtract.Entities.Recognition.Network;
using NewsExtract.Learning;
using NewsExtract.Learning.Neural;

namespace NewsExtract.Entities.Training;

/// <summary>
/// Pretrains recurrent layers and embeddings on raw text: some words are withheld, and their classes guessed from the words around them (masked language modelling, Devlin et al. 2019, with
/// word classes in place of words, which keeps the output small). Single-threaded, the same bytes each time.
/// </summary>
internal sealed class NetworkPretrainer
{
    // Sentences are drawn from a pool, so that neighbours in the text do not share a step.
    private const int Pool = 20_000;

    // The most common words have rows below this; they are rarely worth guessing.
    private const int Common = 150;
    private const float MaskedCommon = 0.04f;
    private const float Masked = 0.2f;

    private readonly NetworkOptions _options;
    private readonly WordVectors _vectors;
    private readonly NameLayers _layers;
    private readonly LearnedTable _table;
    private readonly NetworkBackward _backward;
    private readonly float _factor;
    private readonly SplitMix _random;
    private bool[] _hidden = [];

    private NetworkPretrainer(WordVectors vectors, int tableRows, int classes, NetworkOptions options)
    {
        (_options, _vectors) = (options, vectors);
        _layers = new NameLayers(vectors.Dimensions, options.Width, options.Layers, classes);
        _layers.Initialise(options.Seed);
        _table = new LearnedTable(tableRows, NameLayers.Side, new SplitMix(options.Seed + 1));
        _factor = vectors.UnitFactor();
        _backward = new NetworkBackward(_layers, options);
        _random = new SplitMix(options.Seed + 2);
    }

    /// <summary>Learns from sentences until <paramref name="words"/> words are read or the text ends.</summary>
    /// <param name="vectors">The word vectors.</param>
    /// <param name="tableRows">Rows of the table of embeddings.</param>
    /// <param name="classes">Classes of words, 0 for none included.</param>
    /// <param name="text">The sentences.</param>
    /// <param name="words">Words to read.</param>
    /// <param name="options">Shape and manner.</param>
    /// <param name="progress">Told now and then.</param>
    /// <param name="cancellation">Ends the training.</param>
    public static PretrainedNetwork Train(
        WordVectors vectors, int tableRows, int classes, IEnumerable<MaskedSentence> text, long words, NetworkOptions options, IProgress<string>? progress, CancellationToken cancellation)
    {
        var trainer = new NetworkPretrainer(vectors, tableRows, classes, options);
        trainer.Run(text, words, progress, cancellation);
        return new PretrainedNetwork(trainer._layers.Parameters.Values, trainer._table.Values.ToArray());
    }

    private void Run(IEnumerable<MaskedSentence> text, long total, IProgress<string>? progress, CancellationToken cancellation)
    {
        var pool = new List<MaskedSentence>(Pool);
        var batch = new List<MaskedSentence>();
        var (done, step, words, loss, guessed, told) = (0L, 0, 0, 0.0, 0L, 0L);
        foreach (var sentence in text)
        {
            if (pool.Count < Pool)
            {
                pool.Add(sentence);
                continue;
            }

            var at = (int)(_random.NextSingle() * Pool) % Pool;
            batch.Add(pool[at]);
            words += pool[at].Vectors.Length;
            pool[at] = sentence;
            if (words < _options.BatchWords)
            {
                continue;
            }

            cancellation.ThrowIfCancellationRequested();
            step++;
            var rate = _options.Rate * Math.Min(1f, (float)step / _options.WarmUp) * MathF.Max(0.01f, 1 - ((float)done / total));
            var (stepLoss, stepGuessed) = Step(batch, words, step, rate);
            (loss, guessed, done) = (loss + stepLoss, guessed + stepGuessed, done + words);
            batch.Clear();
            words = 0;
            if (done - told >= total / 10)
            {
                progress?.Report(string.Create(CultureInfo.InvariantCulture, $"pretraining, {done:N0} words: loss {loss / Math.Max(guessed, 1):F3} a word guessed"));
                (told, loss, guessed) = (done, 0, 0);
            }

            if (done >= total)
            {
                break;
            }
        }
    }

    private (double Loss, int Guessed) Step(List<MaskedSentence> batch, int words, int step, float rate)
    {
        _layers.Prepare();
        _backward.Reserve(words, batch.Count);
        if (_hidden.Length < words)
        {
            _hidden = new bool[words * 2];
        }

        var starts = new int[batch.Count + 1];
        var (at, guessed) = (0, 0);
        for (var s = 0; s < batch.Count; s++)
        {
            starts[s] = at;
            var sentence = batch[s];
            for (var i = 0; i < sentence.Vectors.Length; i++, at++)
            {
                var isCommon = sentence.Vectors[i] is >= 0 and < Common;
                _hidden[at] = sentence.Classes[i] != 0 && _random.NextSingle() < (isCommon ? MaskedCommon : Masked);
                _backward.Targets[at] = sentence.Classes[i];
                _backward.Weights[at] = _hidden[at] ? 1 : 0;
                guessed += _hidden[at] ? 1 : 0;
                Embed(sentence, i, _backward.Inputs.AsSpan(at * _layers.Inputs, _layers.Inputs), _hidden[at]);
            }
        }

        starts[^1] = at;
        var loss = _backward.Run(starts, _random);
        at = 0;
        foreach (var sentence in batch)
        {
            for (var i = 0; i < sentence.Vectors.Length; i++, at++)
            {
                if (_hidden[at])
                {
                    continue;
                }

                var gradient = _backward.InputGradients.AsSpan(at * _layers.Inputs, _layers.Inputs);
                for (var r = sentence.Starts[i]; r < sentence.Starts[i + 1]; r++)
                {
                    _table.AddGradient(sentence.Rows[r], gradient.Slice(SideOf(sentence, i, r), NameLayers.Side));
                }
            }
        }

        var factor = 1f / Math.Max(guessed, 1);
        factor *= Math.Min(1, _options.Clip / ((ElementKernels.Norm(_backward.Gradients) * factor) + 1e-6f));
        _backward.Adam.Step(_layers.Parameters.Values, _backward.Gradients, 0, _backward.Gradients.Length, rate, step, factor, _options.Decay);
        _table.Step(rate, step, factor);
        return (loss, guessed);
    }

    private void Embed(MaskedSentence sentence, int word, Span<float> input, bool isHidden)
    {
        input.Clear();
        if (isHidden)
        {
            return;
        }

        if (sentence.Vectors[word] >= 0)
        {
            _vectors.Table.AddTo(sentence.Vectors[word], input, _factor);
        }

        for (var r = sentence.Starts[word]; r < sentence.Starts[word + 1]; r++)
        {
            _table.AddTo(sentence.Rows[r], input[SideOf(sentence, word, r)..]);
        }
    }

    private int SideOf(MaskedSentence sentence, int word, int row) => _layers.Vector + (row - sentence.Starts[word] < sentence.Spelling[word] ? 0 : NameLayers.Side);
}
