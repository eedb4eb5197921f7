using NewsExtract.Documents;
using NewsExtract.Learning.Linear;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Cascade;

/// <summary>Finds cue candidates sentence by sentence with a linear-chain model.</summary>
internal sealed class CueTagger
{
    /// <summary>The labels: a cue of speech or of belief, its first word and the others.</summary>
    public static readonly SequenceLabels Labels = SequenceLabels.Bio(["S", "B"]);

    // How far O is lowered to bring out candidates that the best labelling leaves out.
    private const float Lift = 2.5f;

    // A candidate less likely than the threshold is hardly ever right, and each one costs a look at its whole paragraph.
    private readonly float _least = CascadeThresholds.Default.Cue;

    private readonly FeatureRows _rows = new();
    private readonly SequenceScratch _scratch = new();
    private byte[] _best = [];
    private byte[] _lifted = [];
    private float[] _marginals = [];

    /// <summary>Fills <paramref name="found"/> with a document's candidates, in text order.</summary>
    public void Find(SequenceModel model, QuoteSheet sheet, CascadeTokens extra, List<CueCandidate> found)
    {
        found.Clear();
        for (var s = 0; s < sheet.Sentences.Count; s++)
        {
            var sentence = sheet.Sentences[s].Tokens;
            CueFeatures.Extract(sheet, extra, sentence, _rows);
            SequenceScratch.Ensure(ref _best, sentence.Length);
            SequenceScratch.Ensure(ref _lifted, sentence.Length);
            SequenceScratch.Ensure(ref _marginals, sentence.Length * Labels.Count);
            model.DecodeWithMarginals(_rows, _best, _marginals, _scratch);
            model.DecodeAgain(_rows, _lifted, _scratch, 0, -Lift);
            Collect(sheet, sentence, found);
        }
    }

    private void Collect(QuoteSheet sheet, TokenRange sentence, List<CueCandidate> found)
    {
        var at = 0;
        while (at < sentence.Length)
        {
            if (_best[at] != 0)
            {
                var end = EndOf(_best, at, sentence.Length);
                found.Add(Candidate(sheet, sentence, at, end, isBest: true));
                at = end;
            }
            else if (_lifted[at] is 1 or 3)
            {
                // A lifted span counts as far as the best labelling has nothing there.
                var end = EndOf(_lifted, at, sentence.Length);
                var overlaps = false;
                for (var i = at; i < end; i++)
                {
                    overlaps |= _best[i] != 0;
                }

                if (!overlaps)
                {
                    var candidate = Candidate(sheet, sentence, at, end, isBest: false);
                    if (candidate.Probability >= _least)
                    {
                        found.Add(candidate);
                    }

                    at = end;
                }
                else
                {
                    at++;
                }
            }
            else
            {
                at++;
            }
        }
    }

    private CueCandidate Candidate(QuoteSheet sheet, TokenRange sentence, int start, int end, bool isBest)
    {
        var range = new TokenRange(sentence.Start + start, sentence.Start + end);
        var head = HeadOf(sheet, range);
        var at = (head - sentence.Start) * Labels.Count;
        var speech = _marginals[at + 1] + _marginals[at + 2];
        var all = Math.Max(1e-6f, speech + _marginals[at + 3] + _marginals[at + 4]);
        var first = start * Labels.Count;
        var edges = _marginals[first + 1] + _marginals[first + 3];
        for (var i = start + 1; i < end; i++)
        {
            edges = Math.Min(edges, _marginals[(i * Labels.Count) + 2] + _marginals[(i * Labels.Count) + 4]);
        }

        if (end < sentence.Length)
        {
            edges = Math.Min(edges, 1 - _marginals[(end * Labels.Count) + 2] - _marginals[(end * Labels.Count) + 4]);
        }

        return new CueCandidate(range, head, all, speech / all, Math.Min(1, edges / all), isBest);
    }

    /// <summary>The word of a cue that carries its meaning: the top of its tree if the lexicons have it, or else its last word that they have.</summary>
    public static int HeadOf(QuoteSheet sheet, TokenRange range)
    {
        var top = -1;
        var known = -1;
        for (var t = range.Start; t < range.End; t++)
        {
            if (sheet.HasParse && top < 0 && sheet.IsWord(t) && !range.Contains(sheet.Head[t]))
            {
                top = t;
            }

            known = sheet.Cue[t] != CueKind.None && (known < 0 || sheet.Cue[known] == CueKind.Noun) ? t : known;
        }

        if (top >= 0 && (known < 0 || sheet.Cue[top] != CueKind.None))
        {
            return top;
        }

        return known >= 0 ? known : top >= 0 ? top : range.End - 1;
    }

    private static int EndOf(byte[] labels, int at, int length)
    {
        var end = at + 1;
        while (end < length && labels[end] is 2 or 4)
        {
            end++;
        }

        return end;
    }
}
