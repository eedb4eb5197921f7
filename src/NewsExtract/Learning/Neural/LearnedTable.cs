namespace NewsExtract.Learning.Neural;

/// <summary>A table of embeddings in training; a step changes only the rows that the batch touched.</summary>
internal sealed class LearnedTable
{
    private readonly int _dimensions;
    private readonly float[] _values;
    private readonly float[] _gradients;
    private readonly bool[] _isTouched;
    private readonly List<int> _touched = [];
    private readonly Adam _adam;

    public LearnedTable(int rows, int dimensions, SplitMix random)
    {
        _dimensions = dimensions;
        _values = new float[rows * dimensions];
        _gradients = new float[rows * dimensions];
        _isTouched = new bool[rows];
        _adam = new Adam(rows * dimensions);
        foreach (ref var value in _values.AsSpan())
        {
            value = ((2 * random.NextSingle()) - 1) * 0.1f;
        }
    }

    public ReadOnlySpan<float> Values => _values;

    /// <summary>Adds a row to a vector.</summary>
    public void AddTo(int row, Span<float> target) =>
        ElementKernels.AddScaled(target[.._dimensions], _values.AsSpan(row * _dimensions, _dimensions), 1);

    /// <summary>Adds to the gradient of a row.</summary>
    public void AddGradient(int row, ReadOnlySpan<float> gradient)
    {
        if (!_isTouched[row])
        {
            _isTouched[row] = true;
            _touched.Add(row);
        }

        ElementKernels.AddScaled(_gradients.AsSpan(row * _dimensions, _dimensions), gradient, 1);
    }

    /// <summary>One step of the touched rows.</summary>
    public void Step(float rate, int step, float factor)
    {
        foreach (var row in _touched)
        {
            _adam.Step(_values, _gradients, row * _dimensions, _dimensions, rate, step, factor, 0);
            _isTouched[row] = false;
        }

        _touched.Clear();
    }
}
