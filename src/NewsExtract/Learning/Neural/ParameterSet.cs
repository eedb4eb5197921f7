namespace NewsExtract.Learning.Neural;

/// <summary>The dense parameters of a network: named blocks of one array, so that gradients, optimiser and model file see plain floats.</summary>
internal sealed class ParameterSet
{
    private readonly List<(string Name, int Offset, int Length)> _blocks = [];

    /// <summary>All values; allocated by <see cref="Seal"/>.</summary>
    public float[] Values { get; private set; } = [];

    /// <summary>The number of parameters.</summary>
    public int Length { get; private set; }

    /// <summary>Reserves a block and gives its place.</summary>
    public ParameterBlock Reserve(string name, int rows, int columns)
    {
        var block = new ParameterBlock(Length, rows, columns);
        _blocks.Add((name, Length, rows * columns));

        // Blocks start at whole cache lines.
        Length = (Length + (rows * columns) + 15) & ~15;
        return block;
    }

    /// <summary>Allocates the values, all 0.</summary>
    public void Seal() => Values = new float[Length];

    /// <summary>The values of a block.</summary>
    public Span<float> this[ParameterBlock block] => Values.AsSpan(block.Offset, block.Length);

    /// <summary>Fills a block with values of a uniform distribution that keeps variances (Glorot and Bengio 2010).</summary>
    public void Spread(ParameterBlock block, int inputs, int outputs, SplitMix random)
    {
        var limit = MathF.Sqrt(6f / (inputs + outputs));
        foreach (ref var value in this[block])
        {
            value = ((2 * random.NextSingle()) - 1) * limit;
        }
    }
}
