using System.Numerics.Tensors;

namespace NewsExtract.Learning.Linear;

/// <summary>Rows of weights during training, with what averaging or AdaGrad remembers beside each.</summary>
internal sealed class ParameterBlock(int rows, int width)
{
    private readonly float[] _memory = new float[rows * width];
    private float[]? _bank;
    private int _time = 1;

    /// <summary>Weights in a row.</summary>
    public int Width => width;

    /// <summary>The weights, row after row.</summary>
    public float[] Weights { get; } = new float[rows * width];

    /// <summary>Adds a row to scores.</summary>
    public void AddTo(int row, Span<float> scores)
    {
        ReadOnlySpan<float> weights = Weights.AsSpan(row * width, width);
        TensorPrimitives.Add(scores[..width], weights, scores[..width]);
    }

    /// <summary>One step of the perceptron's clock.</summary>
    public void Tick() => _time++;

    /// <summary>A perceptron update; averaging remembers it with its time (Daumé 2006).</summary>
    public void Move(int row, int column, float step)
    {
        var at = (row * width) + column;
        Weights[at] += step;
        _memory[at] += _time * step;
    }

    /// <summary>Turns the weights into their averages over time.</summary>
    public void Average()
    {
        for (var i = 0; i < Weights.Length; i++)
        {
            Weights[i] -= _memory[i] / (_time + 1);
        }
    }

    /// <summary>Puts the weights aside, added to those put aside before, and starts again from nothing.</summary>
    public void Bank()
    {
        _bank ??= new float[Weights.Length];
        TensorPrimitives.Add<float>(_bank, Weights, _bank);
        Array.Clear(Weights);
        Array.Clear(_memory);
        _time = 1;
    }

    /// <summary>Takes the mean of all weights put aside.</summary>
    public void TakeBanked(int times)
    {
        for (var i = 0; i < Weights.Length; i++)
        {
            Weights[i] = _bank![i] / times;
        }
    }

    /// <summary>An AdaGrad update of a row; columns whose gradient is nothing stay as they are.</summary>
    public void Descend(int row, ReadOnlySpan<float> gradient, float rate, float l2)
    {
        var weights = Weights.AsSpan(row * width, width);
        var squares = _memory.AsSpan(row * width, width);
        for (var i = 0; i < weights.Length; i++)
        {
            if (Math.Abs(gradient[i]) < 1e-7f)
            {
                continue;
            }

            var g = gradient[i] + (l2 * weights[i]);
            squares[i] += g * g;
            weights[i] -= rate * g / (MathF.Sqrt(squares[i]) + 1e-6f);
        }
    }

    /// <summary>Multiplies the first rows by a factor.</summary>
    public void Scale(int count, float factor) => TensorPrimitives.Multiply(Weights.AsSpan(0, count * width), factor, Weights);

    /// <summary>The largest absolute weight.</summary>
    public float Largest() => Weights.Length == 0 ? 0 : Math.Abs(TensorPrimitives.MaxMagnitude<float>(Weights));
}
