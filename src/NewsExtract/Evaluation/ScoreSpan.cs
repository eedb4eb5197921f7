namespace NewsExtract.Evaluation;

/// <summary>A half-open range of code points, as the scorers compare them.</summary>
internal readonly record struct ScoreSpan(int Start, int End)
{
    /// <summary>How many code points two spans share; a missing one shares none.</summary>
    public static int Overlap(ScoreSpan? a, ScoreSpan? b) =>
        a is { } x && b is { } y ? Math.Max(0, Math.Min(x.End, y.End) - Math.Max(x.Start, y.Start)) : 0;

    /// <summary>Whether two spans share a code point, or both are missing.</summary>
    public static bool Meets(ScoreSpan? a, ScoreSpan? b) => a is null && b is null ? true : Overlap(a, b) > 0;
}
