using NewsExtract.Learning.Linear;

namespace NewsExtract.Quotes.Cascade;

/// <summary>What a candidate can turn out to be: chains of length one, so a log-linear classifier.</summary>
internal static class AcceptLabels
{
    /// <summary>No quote.</summary>
    public const int Reject = 0;

    /// <summary>Speech with its content mostly right.</summary>
    public const int Speech = 1;

    /// <summary>Belief with its content mostly right.</summary>
    public const int Belief = 2;

    /// <summary>A real cue whose content is mostly wrong.</summary>
    public const int CueOnly = 3;

    public static readonly SequenceLabels All = new(["reject", "speech", "belief", "cue only"], static (_, _) => true);
}
