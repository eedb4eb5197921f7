namespace NewsExtract.Learning.Linear;

/// <summary>Scores of the labels from another model, added to those of a <see cref="SequenceModel"/>: the two decide together.</summary>
/// <param name="scores">Rows of scores, one a position; none at all when empty.</param>
/// <param name="stride">Values of a row; the first are those of the labels.</param>
/// <param name="weight">Brings the scores to the scale of the model's.</param>
internal readonly ref struct NodePriors(ReadOnlySpan<float> scores, int stride, float weight)
{
    private readonly ReadOnlySpan<float> _scores = scores;

    /// <summary>Whether there is nothing to add.</summary>
    public bool IsEmpty => _scores.IsEmpty;

    /// <summary>Writes the scores of a position, in whole units.</summary>
    public void CopyTo(int position, Span<int> nodes, int labels, float unit)
    {
        var row = _scores.Slice(position * stride, labels);
        var scale = weight / unit;
        for (var y = 0; y < labels; y++)
        {
            nodes[y] = (int)MathF.Round(row[y] * scale);
        }
    }
}
