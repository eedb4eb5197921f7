using NewsExtract.Documents;
using NewsExtract.Quotes.Cascade;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Training;

/// <summary>Brings predicted cues and right quotes together.</summary>
internal static class GoldCues
{
    /// <summary>The right cue as a candidate, with the probabilities of the predicted one that overlaps it.</summary>
    public static CueCandidate Candidate(QuoteSheet sheet, List<CueCandidate> predicted, GoldQuote quote)
    {
        var head = CueTagger.HeadOf(sheet, quote.Cue);
        foreach (var cue in predicted)
        {
            if (cue.Range.Overlaps(quote.Cue))
            {
                return cue with { Range = quote.Cue, Head = head };
            }
        }

        return new CueCandidate(quote.Cue, head, 0.5f, quote.IsSpeech ? 0.9f : 0.1f, 0.5f, IsBest: false);
    }

    /// <summary>What a candidate turned out to be.</summary>
    public static byte Verdict(QuoteSheet sheet, List<CueCandidate> cues, List<QuoteExtent> extents, int i, List<GoldQuote> gold)
    {
        foreach (var quote in gold)
        {
            if (quote.Cue.Overlaps(cues[i].Range))
            {
                return Jaccard(sheet, extents[i], quote) < 0.5 ? (byte)AcceptLabels.CueOnly : quote.IsSpeech ? (byte)AcceptLabels.Speech : (byte)AcceptLabels.Belief;
            }
        }

        // Another word than the annotators' was taken for the cue, but the content is theirs, and no candidate has their cue.
        foreach (var quote in gold)
        {
            if (!cues.Exists(cue => cue.Range.Overlaps(quote.Cue)) && Jaccard(sheet, extents[i], quote) >= 0.5)
            {
                return quote.IsSpeech ? (byte)AcceptLabels.Speech : (byte)AcceptLabels.Belief;
            }
        }

        return AcceptLabels.Reject;
    }

    private static double Jaccard(QuoteSheet sheet, QuoteExtent extent, GoldQuote quote)
    {
        var (shared, all) = (0, 0);
        foreach (var piece in extent.Content)
        {
            all += sheet.Tokens.SpanOf(piece).Length;
            foreach (var right in quote.Content)
            {
                var (start, end) = (Math.Max(piece.Start, right.Start), Math.Min(piece.End, right.End));
                shared += end > start ? sheet.Tokens.SpanOf(new TokenRange(start, end)).Length : 0;
            }
        }

        foreach (var right in quote.Content)
        {
            all += sheet.Tokens.SpanOf(right).Length;
        }

        return (double)shared / Math.Max(1, all - shared);
    }
}
