using NewsExtract.Learning;
using NewsExtract.Learning.Neural;

namespace NewsExtract.Entities.Recognition.Network;

/// <summary>Runs networks over documents and adds up what they say. Scratch memory: one for each thread.</summary>
internal sealed class NetworkPass(NameNetwork[] networks, WordVectors vectors)
{
    // Some ten sentences at once keep the matrix kernels busy and the activations in the cache.
    private const int BatchWords = 256;

    private readonly List<int> _starts = [];
    private int[] _batch = [];
    private float[] _inputs = [];
    private float[] _below = [];
    private float[] _above = [];
    private float[] _gates = [];
    private float[] _cells = [];
    private float[] _results = [];
    private float[] _scores = [];

    /// <summary>Scores of the labels in a row of results, padding included.</summary>
    public int Stride => networks[0].Layers.Output.Width;

    /// <summary>Log-odds-like scores of each label at each token of the last document, <see cref="Stride"/> floats a token.</summary>
    public ReadOnlySpan<float> Scores => _scores;

    /// <summary>Scores all tokens of a document.</summary>
    public void Run(WordForms forms)
    {
        Ensure(ref _scores, forms.Count * Stride);
        _scores.AsSpan(0, forms.Count * Stride).Clear();
        foreach (var network in networks)
        {
            Run(network, forms);
        }
    }

    private void Run(NameNetwork network, WordForms forms)
    {
        var sentences = forms.Sentences;
        for (var next = 0; next < sentences.Count;)
        {
            var first = next;
            var words = 0;
            _starts.Clear();
            _starts.Add(0);
            while (next < sentences.Count && (words == 0 || words + sentences[next].End - sentences[next].Start <= BatchWords))
            {
                words += sentences[next].End - sentences[next].Start;
                _starts.Add(words);
                next++;
            }

            if (words > 0)
            {
                RunBatch(network, forms, first, next, words);
            }
        }
    }

    private void RunBatch(NameNetwork network, WordForms forms, int firstSentence, int end, int words)
    {
        var layers = network.Layers;
        Ensure(ref _inputs, words * layers.Inputs);
        Ensure(ref _below, words * layers.Width);
        Ensure(ref _above, words * layers.Width);
        Ensure(ref _gates, words * layers.Layers[0].GateWidth);
        Ensure(ref _cells, words * layers.Width);
        if (_batch.Length < _starts.Count)
        {
            _batch = new int[_starts.Count * 2];
        }

        _starts.CopyTo(_batch);
        var starts = _batch.AsSpan(0, _starts.Count);
        Embed(network, forms, firstSentence, end);
        layers.Input.Forward(_inputs, layers.Inputs, words, _below, layers.Width);
        foreach (var layer in layers.Layers)
        {
            layer.Forward(_below, _below, starts, _gates, _cells, _above);
            (_below, _above) = (_above, _below);
        }

        Ensure(ref _results, words * Stride);
        layers.Output.Forward(_below, layers.Width, words, _results, Stride);
        for (var s = firstSentence; s < end; s++)
        {
            var (start, last, _) = forms.Sentences[s];
            ElementKernels.AddScaled(_scores.AsSpan(start * Stride, (last - start) * Stride), _results.AsSpan(starts[s - firstSentence] * Stride), 1);
        }
    }

    private void Embed(NameNetwork network, WordForms forms, int firstSentence, int end)
    {
        var layers = network.Layers;
        Span<ushort> rows = stackalloc ushort[NetworkFeatures.Most];
        var word = 0;
        for (var s = firstSentence; s < end; s++)
        {
            var (start, last, sentenceCase) = forms.Sentences[s];
            for (var i = start; i < last; i++, word++)
            {
                var input = _inputs.AsSpan(word * layers.Inputs, layers.Inputs);
                input.Clear();
                if (forms.Vector[i] >= 0)
                {
                    vectors.Table.AddTo(forms.Vector[i], input, network.VectorFactor);
                }

                var (spelling, all) = NetworkFeatures.Fill(forms, i, start, sentenceCase, rows);
                for (var r = 0; r < all; r++)
                {
                    network.AddTo(rows[r], input[(layers.Vector + (r < spelling ? 0 : NameLayers.Side))..]);
                }
            }
        }
    }

    private static void Ensure(ref float[] array, int length)
    {
        if (array.Length < length)
        {
            array = new float[length * 5 / 4];
        }
    }
}
