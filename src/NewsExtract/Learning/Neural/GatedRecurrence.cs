using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsExtract.Learning.Neural;

/// <summary>
/// A simple recurrent unit in both directions (Lei et al., EMNLP 2018): the matrix product is over all words at once, and only element-wise work follows the
/// order of the words. <c>c = f·c' + (1−f)·z</c>, <c>y = r·tanh(c) + (1−r)·x</c>; the first half of the channels runs forward, the second backward.
/// </summary>
internal sealed class GatedRecurrence
{
    private readonly DenseLayer _gates;

    public GatedRecurrence(ParameterSet parameters, string name, int width)
    {
        Width = width;
        _gates = new DenseLayer(parameters, name, width, 3 * width);
    }

    /// <summary>Channels of inputs and results.</summary>
    public int Width { get; }

    /// <summary>Floats in a row of gates: candidate, forget gate, reset gate.</summary>
    public int GateWidth => _gates.Width;

    /// <summary>Whether either direction has whole panels of channels.</summary>
    public static bool HasWholePanels(int width) => width % (2 * MatrixKernels.Panel) == 0;

    public void Initialise(ParameterSet parameters, SplitMix random)
    {
        parameters.Spread(_gates.Weights, Width, Width, random);
        parameters[_gates.Bias].Slice(Width, Width).Fill(0.5f);
    }

    public void Prepare(ParameterSet parameters) => _gates.Prepare(parameters);

    /// <summary>
    /// Results <paramref name="y"/> of one batch: rows of sentences one after another, <paramref name="starts"/> their first rows and the end.
    /// <paramref name="gated"/> is the input of the gates (the input with some channels dropped, in training), <paramref name="gates"/> and
    /// <paramref name="cells"/> are kept for <see cref="Backward"/>.
    /// </summary>
    public void Forward(ReadOnlySpan<float> x, ReadOnlySpan<float> gated, ReadOnlySpan<int> starts, Span<float> gates, Span<float> cells, Span<float> y)
    {
        var rows = starts[^1];
        _gates.Forward(gated, Width, rows, gates, GateWidth);
        _ = gates[(rows * GateWidth) - 1];
        _ = cells[(rows * Width) - 1];
        _ = x[(rows * Width) - 1];
        _ = y[(rows * Width) - 1];
        ref var gate = ref MemoryMarshal.GetReference(gates);
        ref var cell = ref MemoryMarshal.GetReference(cells);
        ref var input = ref MemoryMarshal.GetReference(x);
        ref var output = ref MemoryMarshal.GetReference(y);
        for (var sentence = 0; sentence + 1 < starts.Length; sentence++)
        {
            int first = starts[sentence], last = starts[sentence + 1] - 1;
            for (var channel = 0; channel < Width; channel += 16)
            {
                var forward = channel < Width / 2;
                var state = Vector512<float>.Zero;
                for (var step = 0; step <= last - first; step++)
                {
                    var row = forward ? first + step : last - step;
                    var at = (nuint)((row * GateWidth) + channel);
                    var place = (nuint)((row * Width) + channel);
                    var candidate = Vector512.LoadUnsafe(ref gate, at);
                    var forget = ElementKernels.Sigmoid(Vector512.LoadUnsafe(ref gate, at + (nuint)Width));
                    var reset = ElementKernels.Sigmoid(Vector512.LoadUnsafe(ref gate, at + (nuint)(2 * Width)));
                    state = Vector512.FusedMultiplyAdd(forget, state - candidate, candidate);
                    var old = Vector512.LoadUnsafe(ref input, place);
                    Vector512.FusedMultiplyAdd(reset, ElementKernels.Tanh(state) - old, old).StoreUnsafe(ref output, place);
                    forget.StoreUnsafe(ref gate, at + (nuint)Width);
                    reset.StoreUnsafe(ref gate, at + (nuint)(2 * Width));
                    state.StoreUnsafe(ref cell, place);
                }
            }
        }
    }

    /// <summary>
    /// Results <paramref name="y"/> of one sentence at two of its rows only (<paramref name="early"/> not after <paramref name="late"/>), the same bits as <see cref="Forward"/> gives there:
    /// each direction runs no further than it must. Asks for <see cref="HasWholePanels"/>.
    /// </summary>
    public void ForwardAt(ReadOnlySpan<float> x, int rows, int early, int late, Span<float> gates, Span<float> y)
    {
        var half = Width / 2;
        for (var gate = 0; gate < 2; gate++)
        {
            _gates.ForwardPanels(x, Width, late + 1, gates, GateWidth, gate * Width, half);
            _gates.ForwardPanels(x[(early * Width)..], Width, rows - early, gates[(early * GateWidth)..], GateWidth, (gate * Width) + half, half);
        }

        foreach (var row in (ReadOnlySpan<int>)(early == late ? [early] : [early, late]))
        {
            _gates.ForwardPanels(x[(row * Width)..], Width, 1, gates[(row * GateWidth)..], GateWidth, 2 * Width, Width);
        }

        _ = gates[(rows * GateWidth) - 1];
        _ = x[(rows * Width) - 1];
        _ = y[((late + 1) * Width) - 1];
        ref var values = ref MemoryMarshal.GetReference(gates);
        ref var input = ref MemoryMarshal.GetReference(x);
        ref var output = ref MemoryMarshal.GetReference(y);
        for (var channel = 0; channel < Width; channel += 16)
        {
            var (row, end, step) = channel < half ? (0, late + 1, 1) : (rows - 1, early - 1, -1);
            var state = Vector512<float>.Zero;
            for (; row != end; row += step)
            {
                var at = (nuint)((row * GateWidth) + channel);
                var candidate = Vector512.LoadUnsafe(ref values, at);
                var forget = ElementKernels.Sigmoid(Vector512.LoadUnsafe(ref values, at + (nuint)Width));
                state = Vector512.FusedMultiplyAdd(forget, state - candidate, candidate);
                if (row == early || row == late)
                {
                    var place = (nuint)((row * Width) + channel);
                    var reset = ElementKernels.Sigmoid(Vector512.LoadUnsafe(ref values, at + (nuint)(2 * Width)));
                    var old = Vector512.LoadUnsafe(ref input, place);
                    Vector512.FusedMultiplyAdd(reset, ElementKernels.Tanh(state) - old, old).StoreUnsafe(ref output, place);
                }
            }
        }
    }

    /// <summary>
    /// Gradients: <paramref name="dy"/> of the results comes in; those of the inputs are added to <paramref name="dx"/> (past the gates) and
    /// <paramref name="dGated"/> (through them); <paramref name="gates"/> is overwritten.
    /// </summary>
    public void Backward(
        ParameterSet parameters, ReadOnlySpan<float> x, ReadOnlySpan<float> gated, ReadOnlySpan<int> starts, Span<float> gates, ReadOnlySpan<float> cells, ReadOnlySpan<float> dy,
        float[] gradients, Span<float> dx, Span<float> dGated, NeuralScratch scratch)
    {
        var rows = starts[^1];
        _ = gates[(rows * GateWidth) - 1];
        _ = dx[(rows * Width) - 1];
        ref var gate = ref MemoryMarshal.GetReference(gates);
        ref var cell = ref MemoryMarshal.GetReference(cells);
        ref var input = ref MemoryMarshal.GetReference(x);
        ref var output = ref MemoryMarshal.GetReference(dy);
        ref var past = ref MemoryMarshal.GetReference(dx);
        var one = Vector512<float>.One;
        for (var sentence = 0; sentence + 1 < starts.Length; sentence++)
        {
            int first = starts[sentence], last = starts[sentence + 1] - 1;
            for (var channel = 0; channel < Width; channel += 16)
            {
                var forward = channel < Width / 2;
                var carry = Vector512<float>.Zero;
                for (var step = last - first; step >= 0; step--)
                {
                    var row = forward ? first + step : last - step;
                    var before = forward ? row - 1 : row + 1;
                    var at = (nuint)((row * GateWidth) + channel);
                    var place = (nuint)((row * Width) + channel);
                    var candidate = Vector512.LoadUnsafe(ref gate, at);
                    var forget = Vector512.LoadUnsafe(ref gate, at + (nuint)Width);
                    var reset = Vector512.LoadUnsafe(ref gate, at + (nuint)(2 * Width));
                    var previous = step == 0 ? Vector512<float>.Zero : Vector512.LoadUnsafe(ref cell, (nuint)((before * Width) + channel));
                    var squashed = ElementKernels.Tanh(Vector512.LoadUnsafe(ref cell, place));
                    var slope = Vector512.LoadUnsafe(ref output, place);
                    var dReset = slope * (squashed - Vector512.LoadUnsafe(ref input, place));
                    (Vector512.LoadUnsafe(ref past, place) + (slope * (one - reset))).StoreUnsafe(ref past, place);
                    var dCell = (slope * reset * (one - (squashed * squashed))) + carry;
                    carry = dCell * forget;
                    (dCell * (one - forget)).StoreUnsafe(ref gate, at);
                    (dCell * (previous - candidate) * forget * (one - forget)).StoreUnsafe(ref gate, at + (nuint)Width);
                    (dReset * reset * (one - reset)).StoreUnsafe(ref gate, at + (nuint)(2 * Width));
                }
            }
        }

        _gates.Backward(parameters, gated, Width, rows, gates, GateWidth, gradients, dGated, Width, scratch);
    }
}
