namespace NewsExtract.Evaluation;

/// <summary>Counts which predicted documents are there and whose spans are not where their text is.</summary>
internal sealed class Integrity
{
    public int Documents { get; private set; }

    /// <summary>Labelled documents that the run does not have; they count as without annotations.</summary>
    public int Missing { get; private set; }

    /// <summary>Documents whose text is not the labelled one; they count as without annotations.</summary>
    public int TextDiffers { get; private set; }

    public int Spans { get; private set; }

    public int BadOffsets { get; private set; }

    /// <summary>The candidate with the labelled text, or an empty article.</summary>
    public ScoredArticle Pick(IReadOnlyList<ScoredArticle> candidates, ScoredArticle gold)
    {
        Documents++;
        var same = candidates.FirstOrDefault(candidate => candidate.Text == gold.Text);
        if (same is null)
        {
            Missing += candidates.Count == 0 ? 1 : 0;
            TextDiffers += candidates.Count > 0 ? 1 : 0;
            return ScoredArticle.Empty;
        }

        var (spans, bad) = same.CheckSpans();
        Spans += spans;
        BadOffsets += bad;
        return same;
    }

    /// <summary>The counts by name.</summary>
    public Figures ToFigures() => new()
    {
        { "documents", Documents }, { "missing", Missing }, { "text_differs", TextDiffers }, { "spans", Spans }, { "bad_offsets", BadOffsets },
    };
}
