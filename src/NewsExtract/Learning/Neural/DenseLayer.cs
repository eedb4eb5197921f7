namespace NewsExtract.Learning.Neural;

/// <summary>An affine map of rows: <c>y = x·w + b</c>. Columns are padded to whole panels; the padding stays 0.</summary>
internal sealed class DenseLayer
{
    private readonly ParameterBlock _weights;
    private readonly ParameterBlock _bias;
    private float[] _packed = [];

    public DenseLayer(ParameterSet parameters, string name, int inputs, int outputs)
    {
        Inputs = inputs;
        Outputs = outputs;
        Width = MatrixKernels.Pad(outputs);
        _weights = parameters.Reserve(name + ".w", inputs, outputs);
        _bias = parameters.Reserve(name + ".b", 1, Width);
    }

    public int Inputs { get; }

    public int Outputs { get; }

    /// <summary>The columns of a row of results, padding included.</summary>
    public int Width { get; }

    public ParameterBlock Bias => _bias;

    public ParameterBlock Weights => _weights;

    public void Initialise(ParameterSet parameters, SplitMix random) => parameters.Spread(_weights, Inputs, Outputs, random);

    /// <summary>Prepares the weights for <see cref="Forward"/>; to be called after each change of them.</summary>
    public void Prepare(ParameterSet parameters)
    {
        _packed = _packed.Length == 0 ? new float[MatrixKernels.PackedLength(Inputs, Outputs)] : _packed;
        MatrixKernels.Pack(parameters[_weights], Inputs, Outputs, Outputs, _packed);
        _biasValues = parameters.Values;
    }

    private float[] _biasValues = [];

    /// <summary>Rows of results from rows of inputs; <paramref name="inputStride"/> floats between rows.</summary>
    public void Forward(ReadOnlySpan<float> x, int inputStride, int rows, Span<float> y, int outputStride) =>
        MatrixKernels.Multiply(x, inputStride, 1, _packed, _bias.Of(_biasValues), y, outputStride, rows, Inputs, Outputs, accumulate: false);

    /// <summary>The same without the bias.</summary>
    public void ForwardLinear(ReadOnlySpan<float> x, int inputStride, int rows, Span<float> y, int outputStride) =>
        MatrixKernels.Multiply(x, inputStride, 1, _packed, [], y, outputStride, rows, Inputs, Outputs, accumulate: false);

    /// <summary>Some panels of the results, from column <paramref name="first"/>, of <paramref name="rows"/> rows; the same bits as <see cref="Forward"/>.</summary>
    public void ForwardPanels(ReadOnlySpan<float> x, int inputStride, int rows, Span<float> y, int outputStride, int first, int columns) =>
        MatrixKernels.Multiply(x, inputStride, 1, _packed.AsSpan(first * Inputs), _bias.Of(_biasValues)[first..], y[first..], outputStride, rows, Inputs, columns, accumulate: false);

    /// <summary>Adds the gradients of weights and bias to <paramref name="gradients"/>, and those of the inputs to <paramref name="dx"/> unless that is empty.</summary>
    public void Backward(
        ParameterSet parameters, ReadOnlySpan<float> x, int inputStride, int rows, ReadOnlySpan<float> dy, int outputStride, float[] gradients, Span<float> dx, int dxStride, NeuralScratch scratch)
    {
        var packed = scratch.Rent(MatrixKernels.PackedLength(Math.Max(rows, Outputs), Math.Max(Inputs, Outputs)));
        var product = scratch.Rent(Inputs * Width);
        MatrixKernels.Pack(dy, rows, Outputs, outputStride, packed);
        MatrixKernels.Multiply(x, 1, inputStride, packed, [], product, Width, Inputs, rows, Outputs, accumulate: false);
        var dw = _weights.Of(gradients);
        for (var i = 0; i < Inputs; i++)
        {
            var row = dw.Slice(i * Outputs, Outputs);
            for (var j = 0; j < row.Length; j++)
            {
                row[j] += product[(i * Width) + j];
            }
        }

        var db = _bias.Of(gradients);
        for (var row = 0; row < rows; row++)
        {
            var values = dy.Slice(row * outputStride, Outputs);
            for (var j = 0; j < values.Length; j++)
            {
                db[j] += values[j];
            }
        }

        if (!dx.IsEmpty)
        {
            var padded = MatrixKernels.Pad(Inputs);
            var back = scratch.Rent(rows * padded);
            MatrixKernels.PackTransposed(parameters[_weights], Inputs, Outputs, Outputs, packed);
            MatrixKernels.Multiply(dy, outputStride, 1, packed, [], back, padded, rows, Outputs, Inputs, accumulate: false);
            for (var row = 0; row < rows; row++)
            {
                var target = dx.Slice(row * dxStride, Inputs);
                for (var j = 0; j < target.Length; j++)
                {
                    target[j] += back[(row * padded) + j];
                }
            }

            scratch.Return(back);
        }

        scratch.Return(product);
        scratch.Return(packed);
    }
}
