using NewsExtract.Formats;

namespace NewsExtract.Pipeline.Batch;

/// <summary>How a run ended.</summary>
/// <param name="Annotated">Articles annotated in this run.</param>
/// <param name="Unchanged">Articles that an earlier run had finished.</param>
/// <param name="Failed">Inputs that could not be annotated.</param>
/// <param name="Removed">Articles of earlier runs that are no longer among the inputs; their outputs were deleted.</param>
/// <param name="IsInterrupted">Whether it was stopped before the end.</param>
/// <param name="Counts">What all articles hold.</param>
internal sealed record BatchSummary(long Annotated, long Unchanged, long Failed, int Removed, bool IsInterrupted, AnnotationCounts Counts)
{
    public long Articles => Annotated + Unchanged;
}
