using NewsExtract.Entities.Recognition.Network;
using NewsExtract.Learning.Neural;

namespace NewsExtract.Entities.Training;

/// <summary>One batch forward and back: the loss and its gradients.</summary>
internal class NetworkBackward
{
    private readonly NameLayers _layers;
    private readonly NetworkOptions _options;
    private readonly NeuralScratch _scratch = new();
    private readonly float[][] _hidden;
    private readonly float[][] _gated;
    private readonly float[][] _gates;
    private readonly float[][] _cells;
    private float[] _scores = [];
    private float[] _last = [];
    private float[] _dHidden = [];
    private float[] _dBelow = [];
    private float[] _dGated = [];
    private float[] _mask = [];
    private float[] _inputMask = [];

    public NetworkBackward(NameLayers layers, NetworkOptions options)
    {
        (_layers, _options) = (layers, options);
        var count = layers.Layers.Length;
        (_hidden, _gated, _gates, _cells) = (Arrays(count + 1), Arrays(count), Arrays(count), Arrays(count));
        Gradients = new float[layers.Parameters.Length];
        Adam = new Adam(layers.Parameters.Length);
    }

    public Adam Adam { get; }

    /// <summary>Gradients of the dense parameters; added to.</summary>
    public float[] Gradients { get; }

    public float[] Inputs { get; private set; } = [];

    public float[] InputGradients { get; private set; } = [];

    public byte[] Targets { get; private set; } = [];

    public float[] Weights { get; private set; } = [];

    /// <summary>Makes room for a batch.</summary>
    public void Reserve(int words, int sentences)
    {
        if (Targets.Length < words)
        {
            Targets = new byte[words];
        }

        Weights = Sized(Weights, words);
        Inputs = Sized(Inputs, words * _layers.Inputs);
        for (var i = 0; i < _hidden.Length; i++)
        {
            _hidden[i] = Sized(_hidden[i], words * _layers.Width);
        }

        for (var i = 0; i < _gates.Length; i++)
        {
            _gated[i] = Sized(_gated[i], words * _layers.Width);
            _gates[i] = Sized(_gates[i], words * _layers.Layers[i].GateWidth);
            _cells[i] = Sized(_cells[i], words * _layers.Width);
        }

        _scores = Sized(_scores, words * _layers.Output.Width);
        _last = Sized(_last, words * _layers.Width);
        _mask = Sized(_mask, (_layers.Layers.Length + 1) * sentences * _layers.Width);
    }

    /// <summary>Runs a batch whose inputs, targets and weights are filled; gives the sum of the losses.</summary>
    public double Run(ReadOnlySpan<int> starts, SplitMix random)
    {
        var (words, width, sentences) = (starts[^1], _layers.Width, starts.Length - 1);
        var inputLength = words * _layers.Inputs;
        _inputMask = Sized(_inputMask, inputLength);
        Dropout.Fill(_inputMask.AsSpan(0, inputLength), _options.InputDropout, random);
        ElementKernels.Scale(Inputs.AsSpan(0, inputLength), _inputMask);
        Dropout.Fill(_mask.AsSpan(0, (_layers.Layers.Length + 1) * sentences * width), _options.LayerDropout, random);
        _layers.Input.Forward(Inputs, _layers.Inputs, words, _hidden[0], width);
        for (var l = 0; l < _layers.Layers.Length; l++)
        {
            _hidden[l].AsSpan(0, words * width).CopyTo(_gated[l]);
            ApplyMask(_gated[l], width, starts, _mask.AsSpan(l * sentences * width));
            _layers.Layers[l].Forward(_hidden[l], _gated[l], starts, _gates[l], _cells[l], _hidden[l + 1]);
        }

        _hidden[^1].AsSpan(0, words * width).CopyTo(_last);
        var lastMask = _mask.AsSpan(_layers.Layers.Length * sentences * width);
        ApplyMask(_last, width, starts, lastMask);
        _layers.Output.Forward(_last, width, words, _scores, _layers.Output.Width);
        var loss = Loss(starts, _scores.AsSpan(0, words * _layers.Output.Width), _layers.Output.Width);
        _dHidden = Cleared(_dHidden, words * width);
        var parameters = _layers.Parameters;
        _layers.Output.Backward(parameters, _last, width, words, _scores, _layers.Output.Width, Gradients, _dHidden, width, _scratch);
        ApplyMask(_dHidden, width, starts, lastMask);
        for (var l = _layers.Layers.Length - 1; l >= 0; l--)
        {
            _dBelow = Cleared(_dBelow, words * width);
            _dGated = Cleared(_dGated, words * width);
            _layers.Layers[l].Backward(parameters, _hidden[l], _gated[l], starts, _gates[l], _cells[l], _dHidden, Gradients, _dBelow, _dGated, _scratch);
            ApplyMask(_dGated, width, starts, _mask.AsSpan(l * sentences * width));
            ElementKernels.AddScaled(_dBelow.AsSpan(0, words * width), _dGated, 1);
            (_dHidden, _dBelow) = (_dBelow, _dHidden);
        }

        InputGradients = Cleared(InputGradients, inputLength);
        _layers.Input.Backward(parameters, Inputs, _layers.Inputs, words, _dHidden, width, Gradients, InputGradients, _layers.Inputs, _scratch);
        ElementKernels.Scale(InputGradients.AsSpan(0, inputLength), _inputMask);
        return loss;
    }

    /// <summary>The loss of a batch; the scores become their gradients. Here each word has a class and a weight of its own.</summary>
    /// <param name="starts">First word of each sentence, and the end.</param>
    /// <param name="scores">A row for each word.</param>
    /// <param name="width">Floats of a row, of which the first are the scores.</param>
    protected virtual double Loss(ReadOnlySpan<int> starts, Span<float> scores, int width)
    {
        var loss = 0.0;
        for (var i = 0; i < starts[^1]; i++)
        {
            var row = scores.Slice(i * width, _layers.Output.Outputs);
            if (Weights[i] == 0)
            {
                row.Clear();
                continue;
            }

            ElementKernels.Softmax(row);
            loss -= Math.Log(Math.Max(row[Targets[i]], 1e-12f)) * Weights[i];
            row[Targets[i]] -= 1;
            foreach (ref var value in row)
            {
                value *= Weights[i];
            }
        }

        return loss;
    }

    private static void ApplyMask(Span<float> rows, int width, ReadOnlySpan<int> starts, ReadOnlySpan<float> mask)
    {
        for (var sentence = 0; sentence + 1 < starts.Length; sentence++)
        {
            for (var row = starts[sentence]; row < starts[sentence + 1]; row++)
            {
                ElementKernels.Scale(rows.Slice(row * width, width), mask.Slice(sentence * width, width));
            }
        }
    }

    private static float[][] Arrays(int count) => [.. Enumerable.Range(0, count).Select(static _ => Array.Empty<float>())];

    private static float[] Sized(float[] array, int length) => array.Length >= length ? array : new float[length * 5 / 4];

    private static float[] Cleared(float[] array, int length)
    {
        array = Sized(array, length);
        Array.Clear(array, 0, length);
        return array;
    }
}
