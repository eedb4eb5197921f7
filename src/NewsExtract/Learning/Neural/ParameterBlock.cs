namespace NewsExtract.Learning.Neural;

/// <summary>The place of a matrix in a <see cref="ParameterSet"/> or in an array of gradients of the same shape.</summary>
internal readonly record struct ParameterBlock(int Offset, int Rows, int Columns)
{
    public int Length => Rows * Columns;

    /// <summary>The block's part of an array.</summary>
    public Span<float> Of(float[] values) => values.AsSpan(Offset, Length);
}
