namespace NewsExtract.Formats;

/// <summary>How a document is written down.</summary>
/// <param name="OffsetUnit">What the offsets count.</param>
/// <param name="IncludeBelief">Whether quotes that report a belief, plan or feeling (not speech) are kept.</param>
/// <param name="StanceThreshold">Least confidence, 0 to 1, of a support or oppose stance that is kept.</param>
/// <param name="Tool">What made it; null leaves it out.</param>
public sealed record AnnotationOptions(OffsetUnit OffsetUnit = OffsetUnit.Utf16, bool IncludeBelief = true, double StanceThreshold = 0, ToolStamp? Tool = null);
