using NewsExtract.Learning;
using NewsExtract.Learning.Linear;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Cascade;

/// <summary>What speaks for and against a candidate quote; shared by training and running.</summary>
internal static class AcceptFeatures
{
    /// <summary>Fills the rows with one position.</summary>
    /// <param name="s">The document.</param>
    /// <param name="extra">Its word classes and tree.</param>
    /// <param name="cues">All candidates.</param>
    /// <param name="extents">What was found for each.</param>
    /// <param name="i">The candidate in question.</param>
    /// <param name="rows">Receives the features.</param>
    public static void Extract(QuoteSheet s, CascadeTokens extra, List<CueCandidate> cues, List<QuoteExtent> extents, int i, FeatureRows rows)
    {
        rows.Clear();
        rows.Next();
        var (cue, extent) = (cues[i], extents[i]);
        var (within, holds) = Nesting(cues, extents, i);
        var p = Bucket(cue.Probability) | (cue.IsBest ? 32UL : 0);
        var stem = s.Stem[cue.Head];
        var source = extent.Source.Length == 0 ? 0 : 1 + Bucket(extent.SourceProbability);
        var content = Bucket(extent.ContentProbability);
        var edges = Bucket(extent.EdgeProbability);
        var speech = Bucket(cue.Speech);
        rows.Add(Mix(1, p));
        rows.Add(Mix(2, speech));
        rows.Add(Mix(3, speech, stem));
        rows.Add(Mix(4, p, within));
        rows.Add(Mix(5, p, holds));
        rows.Add(Mix(6, p, source));
        rows.Add(Mix(7, p, edges));
        rows.Add(Mix(8, content, edges));
        rows.Add(Mix(9, within, holds));
        rows.Add(Mix(10, stem));
        rows.Add(Mix(11, stem, source == 0 ? 0UL : 1));
        rows.Add(Mix(12, p, speech));
        rows.Add(Mix(13, Bucket(cue.Edges), p));
        rows.Add(Mix(14, source, edges));
        rows.Add(Mix(15, extra.Fine[cue.Head]));
        rows.Add(Mix(16, s.Penn[cue.Head], (ulong)s.Cue[cue.Head]));
        rows.Add(Mix(17, s.Word[cue.Range.Start], s.Word[cue.Range.End - 1]));
        rows.Add(Mix(18, cue.Range.Start > 0 ? s.Word[cue.Range.Start - 1] : 0));
        rows.Add(Mix(19, cue.Range.End < s.Count ? s.Word[cue.Range.End] : 0));
        rows.Add(Mix(20, cue.Range.End < s.Count ? s.Word[cue.Range.End] : 0, stem));
        rows.Add(Mix(21, (ulong)Math.Min(4, cue.Range.Length), (ulong)s.Cue[cue.Head]));
        rows.Add(Mix(22, s.Mark[cue.Head] != 0 ? 1UL : 0, p));
        rows.Add(Mix(23, s.Sentences[s.Sentence[cue.Head]].IsHeading ? 1UL : 0, p));
        Source(s, extra, cue, extent, rows, p);
        Content(s, cue, extent, rows, p, stem);
    }

    private static void Source(QuoteSheet s, CascadeTokens extra, CueCandidate cue, QuoteExtent extent, FeatureRows rows, ulong p)
    {
        if (extent.Source.Length == 0)
        {
            rows.Add(Mix(30, s.Penn[cue.Head]));
            rows.Add(Mix(31, extra.Children[cue.Head]));
            return;
        }

        var head = Speakers.SpeakerHead.Of(s, extent.Source);
        var side = extent.Source.Start < cue.Range.Start ? 1UL : 0;
        rows.Add(Mix(32, (ulong)s.Upos[head], s.Mention[head], side));
        rows.Add(Mix(33, s.Stem[head]));
        rows.Add(Mix(34, extra.Fine[head], (ulong)s.Cue[cue.Head]));
        rows.Add(Mix(35, extra.Subject[cue.Head] == head ? 1UL : 0, p));
        rows.Add(Mix(36, (ulong)Math.Min(8, extent.Source.Length), side));
        rows.Add(Mix(37, s.Mention[head], s.Stem[cue.Head]));
    }

    private static void Content(QuoteSheet s, CueCandidate cue, QuoteExtent extent, FeatureRows rows, ulong p, ulong stem)
    {
        if (extent.Content.Count == 0)
        {
            rows.Add(Mix(40, 0));
            return;
        }

        var (words, inside, before, after) = (0, 0, 0UL, 0UL);
        foreach (var piece in extent.Content)
        {
            before |= piece.End <= cue.Range.Start ? 1UL : 0;
            after |= piece.Start >= cue.Range.End ? 1UL : 0;
            for (var t = piece.Start; t < piece.End; t++)
            {
                words += s.IsWord(t) ? 1 : 0;
                inside += s.IsWord(t) && s.Mark[t] != 0 ? 1 : 0;
            }
        }

        var marks = inside == 0 ? 0UL : inside * 2 < words ? 1UL : inside < words ? 2UL : 3;
        var length = words <= 3 ? (ulong)words : words <= 6 ? 4UL : words <= 12 ? 5UL : words <= 25 ? 6UL : 7;
        var side = before | (after << 1);
        var first = extent.Content[0].Start;
        rows.Add(Mix(41, marks, length, side));
        rows.Add(Mix(42, marks, p));
        rows.Add(Mix(43, marks, stem));
        rows.Add(Mix(44, length, p));
        rows.Add(Mix(45, side, stem));
        rows.Add(Mix(46, (ulong)Math.Min(4, extent.Content.Count), side));
        rows.Add(Mix(47, s.Penn[first], side, (ulong)s.Cue[cue.Head]));
        rows.Add(Mix(48, s.Word[first], (ulong)s.Cue[cue.Head]));
        rows.Add(Mix(49, first > 0 ? s.Word[first - 1] : 0, stem));
        rows.Add(Mix(50, first > 0 ? (ulong)s.Punctuation[first - 1] : 0, side, p));
        rows.Add(Mix(51, s.Relation[extent.Content[^1].End - 1] is var relation ? (ulong)relation : 0, side));
        rows.Add(Mix(52, length, stem));
    }

    /// <summary>The largest probability of a candidate whose content holds this cue, and of one whose cue this content holds.</summary>
    private static (ulong Within, ulong Holds) Nesting(List<CueCandidate> cues, List<QuoteExtent> extents, int i)
    {
        var (within, holds) = (0f, 0f);
        for (var j = Math.Max(0, i - 20); j < Math.Min(cues.Count, i + 20); j++)
        {
            if (j == i)
            {
                continue;
            }

            within = extents[j].Holds(cues[i].Head) ? Math.Max(within, cues[j].Probability) : within;
            holds = extents[i].Holds(cues[j].Head) ? Math.Max(holds, cues[j].Probability) : holds;
        }

        return (Bucket(within), Bucket(holds));
    }

    /// <summary>A probability on a scale of log-odds, in 14 steps.</summary>
    private static ulong Bucket(float p)
    {
        if (p <= 0)
        {
            return 0;
        }

        var odds = MathF.Log(Math.Max(p, 1e-4f) / Math.Max(1 - p, 1e-4f));
        return (ulong)Math.Clamp((int)MathF.Floor((odds * 1.25f) + 8), 1, 15);
    }

    private static ulong Mix(ulong template, ulong a) => FeatureHash.Mix(template, a);

    private static ulong Mix(ulong template, ulong a, ulong b) => FeatureHash.Mix(FeatureHash.Mix(template, a), b);

    private static ulong Mix(ulong template, ulong a, ulong b, ulong c) => FeatureHash.Mix(FeatureHash.Mix(FeatureHash.Mix(template, a), b), c);
}
