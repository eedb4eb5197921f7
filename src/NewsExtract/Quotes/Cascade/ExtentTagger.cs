using System.Collections.Frozen;
using NewsExtract.Documents;
using NewsExtract.Learning.Linear;
using NewsExtract.Lexicons;
using NewsExtract.Quotes.Rules;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Cascade;

/// <summary>Finds content and source of a cue with a linear-chain model over the paragraph; there is always some content.</summary>
internal sealed class ExtentTagger
{
    /// <summary>Other, content, source, the cue itself.</summary>
    public static readonly SequenceLabels Labels = new(["O", "C", "S", "K"], static (_, _) => true);

    private const int C = 1;
    private const int S = 2;

    private static readonly Lazy<FrozenSet<string>> s_places = new(static () => SeedLexicon.Set("quotes/places_before"));

    private readonly FeatureRows _rows = new();
    private readonly SequenceScratch _scratch = new();
    private byte[] _labels = [];
    private float[] _marginals = [];

    public CueSurroundings Surroundings { get; } = new();

    /// <summary>Finds the extent of a cue.</summary>
    public void Find(SequenceModel model, QuoteSheet sheet, CascadeTokens extra, List<CueCandidate> cues, CueCandidate cue, QuoteExtent extent)
    {
        extent.Clear();
        Surroundings.Fill(sheet, cues, cue);
        ExtentFeatures.Extract(sheet, extra, Surroundings, _rows);
        var window = Surroundings.Window;
        SequenceScratch.Ensure(ref _labels, window.Length);
        SequenceScratch.Ensure(ref _marginals, window.Length * Labels.Count);
        model.DecodeWithMarginals(_rows, _labels, _marginals, _scratch, required: 1 << C);
        Contents(sheet, window, extent);
        Source(window, extent);
        LeavePlaceOut(sheet, extent);
        CloseBrackets(sheet, extent);
        KeepPhraseTogether(sheet, extent);
        TakeComplement(sheet, cue, extent);
        EndBeforeAccording(sheet, cue, extent);
    }

    /// <summary>"There are hopes that it will hold, according to the agency": who is named behind the comma reports the hopes, and is no part of them.</summary>
    private static void EndBeforeAccording(QuoteSheet sheet, CueCandidate cue, QuoteExtent extent)
    {
        for (var i = 0; i < extent.Content.Count; i++)
        {
            var piece = extent.Content[i];
            for (var t = piece.Start + 2; t < piece.End; t++)
            {
                if (sheet.Mark[t] == 0 && sheet.Punctuation[t - 1] == PunctuationKind.Comma && t > cue.Range.Start && RulePhrases.IsAccordingTo(sheet, t))
                {
                    extent.Content[i] = new TokenRange(piece.Start, t - 1);
                    break;
                }
            }
        }
    }

    /// <summary>"The strait, which both states claim as their own": of what the relative pronoun stands for something is said.</summary>
    private static void TakeComplement(QuoteSheet sheet, CueCandidate cue, QuoteExtent extent)
    {
        if (!sheet.HasParse || extent.Content is not [{ Length: 1 } only] || only.End > cue.Range.Start || sheet.Head[only.Start] != cue.Head || sheet.Relation[cue.Head] != Relation.AclRelcl)
        {
            return;
        }

        for (var t = cue.Range.End; t <= sheet.Right[cue.Head]; t++)
        {
            var isComplement = sheet.Head[t] == cue.Head && sheet.Left[t] == cue.Range.End && (sheet.Relation[t] is Relation.Xcomp or Relation.Ccomp
                || (sheet.Relation[t] is Relation.Obl or Relation.Advcl && sheet.Chars(sheet.Left[t]) is "as"));
            if (isComplement)
            {
                extent.Content.Add(new TokenRange(sheet.Left[t], sheet.Right[t] + 1));
                return;
            }
        }
    }

    /// <summary>"Outside court, one victim, Ann Poe, said": where it was said is not who said it.</summary>
    private static void LeavePlaceOut(QuoteSheet sheet, QuoteExtent extent)
    {
        var source = extent.Source;
        if (source.Length < 4 || !s_places.Value.GetAlternateLookup<ReadOnlySpan<char>>().Contains(sheet.Chars(source.Start)))
        {
            return;
        }

        for (var t = source.Start + 1; t + 1 < source.End; t++)
        {
            if (sheet.Punctuation[t] == PunctuationKind.Comma)
            {
                extent.Source = new TokenRange(t + 1, source.End);
                return;
            }
        }
    }

    /// <summary>A source that begins inside brackets begins before them, with what they explain: "Holm &amp; Co. (OSE: HOLM), the baker, said".</summary>
    private static void CloseBrackets(QuoteSheet sheet, QuoteExtent extent)
    {
        var open = 0;
        for (var t = extent.Source.Start; t < extent.Source.End && open >= 0; t++)
        {
            open += sheet.Punctuation[t] == PunctuationKind.Opening ? 1 : sheet.Punctuation[t] == PunctuationKind.Closing ? -1 : 0;
        }

        if (open >= 0)
        {
            return;
        }

        var start = extent.Source.Start;
        var first = sheet.SentenceOf(start).Start;
        while (start > first && sheet.Punctuation[start] != PunctuationKind.Opening)
        {
            start--;
        }

        while (start > first && sheet.IsWord(start - 1) && sheet.Upos[start - 1] is Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.DET or Upos.CCONJ or Upos.NUM or Upos.SYM or Upos.ADP)
        {
            start--;
        }

        var source = new TokenRange(start, extent.Source.End);
        if (!extent.Meets(source))
        {
            extent.Source = source;
        }
    }

    /// <summary>What stands in the middle of the source's phrase is not said by it: "according to an editorial in the state-run daily" is source to its end.</summary>
    private static void KeepPhraseTogether(QuoteSheet sheet, QuoteExtent extent)
    {
        var head = sheet.HasParse ? Speakers.SpeakerHead.Of(sheet, extent.Source) : -1;
        if (head < 0 || extent.Content.Count < 2)
        {
            return;
        }

        var end = extent.Source.End;
        while (end <= sheet.Right[head] && (sheet.IsWord(end) || (sheet.Punctuation[end] == PunctuationKind.Dash && sheet.Tokens[end].Start == sheet.Tokens[end - 1].End)))
        {
            end++;
        }

        for (var i = 0; i < extent.Content.Count; i++)
        {
            var piece = extent.Content[i];
            if (piece.Start >= extent.Source.End && piece.Start < end && sheet.Mark[piece.Start] == 0)
            {
                extent.Source = new TokenRange(extent.Source.Start, end);
                while (end < piece.End && !sheet.IsWord(end) && sheet.Punctuation[end] != PunctuationKind.OpeningMark)
                {
                    end++;
                }

                if (end < piece.End)
                {
                    extent.Content[i] = new TokenRange(end, piece.End);
                }
                else
                {
                    extent.Content.RemoveAt(i);
                }

                return;
            }
        }
    }

    private void Contents(QuoteSheet sheet, TokenRange window, QuoteExtent extent)
    {
        var (sum, count, edges) = (0f, 0, 1f);
        for (var at = 0; at < window.Length;)
        {
            if (_labels[at] != C)
            {
                at++;
                continue;
            }

            var end = at;
            while (end < window.Length && _labels[end] == C)
            {
                sum += P(end, C);
                count++;
                end++;
            }

            edges = Math.Min(edges, Math.Min(P(at, C), P(end - 1, C)));
            edges = Math.Min(edges, Math.Min(at > 0 ? 1 - P(at - 1, C) : 1, end < window.Length ? 1 - P(end, C) : 1));
            Add(sheet, new TokenRange(window.Start + at, window.Start + end), extent);
            at = end;
        }

        extent.ContentProbability = count == 0 ? 0 : sum / count;
        extent.EdgeProbability = edges;
    }

    /// <summary>Adds a piece without marks and punctuation at its edges; nothing when that is all it has.</summary>
    private static void Add(QuoteSheet sheet, TokenRange piece, QuoteExtent extent)
    {
        var (start, end) = (piece.Start, piece.End);
        while (start < end && !sheet.IsWord(start))
        {
            start++;
        }

        while (end > start && !sheet.IsWord(end - 1))
        {
            end--;
        }

        if (end > start)
        {
            extent.Content.Add(new TokenRange(start, end));
        }
    }

    /// <summary>The likeliest run of source labels.</summary>
    private void Source(TokenRange window, QuoteExtent extent)
    {
        for (var at = 0; at < window.Length;)
        {
            if (_labels[at] != S)
            {
                at++;
                continue;
            }

            var (end, sum) = (at, 0f);
            while (end < window.Length && _labels[end] == S)
            {
                sum += P(end, S);
                end++;
            }

            if (sum / (end - at) > extent.SourceProbability)
            {
                extent.SourceProbability = sum / (end - at);
                extent.Source = new TokenRange(window.Start + at, window.Start + end);
            }

            at = end;
        }
    }

    private float P(int at, int label) => _marginals[(at * Labels.Count) + label];
}
