using NewsExtract.Documents;
using NewsExtract.Learning.Linear;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Cascade;

/// <summary>
/// The learned quote finder: candidates for cues, the content and source of each, and a choice among them in which no quote stands inside another's
/// content (the outermost attribution counts). After the cascade of Newell et al. (LREC 2018) and Pareti (2015), with models of its own.
/// </summary>
internal sealed class CascadeFinder
{
    private const float Sure = 0.9f;

    private readonly CascadeTokens _extra = new();
    private readonly CueTagger _cueTagger = new();
    private readonly ExtentTagger _extentTagger = new();
    private readonly FeatureRows _rows = new();
    private readonly SequenceScratch _scratch = new();
    private readonly List<(int Index, float Score, float Speech, float Right)> _ranked = [];
    private readonly float[] _marginals = new float[AcceptLabels.All.Count];
    private readonly byte[] _label = new byte[1];
    private readonly List<(int Index, QuoteDraft Draft)> _chosen = [];

    /// <summary>The candidates of the last document.</summary>
    public List<CueCandidate> Cues { get; } = [];

    /// <summary>What was found for each candidate; only the first <c>Cues.Count</c> count.</summary>
    public List<QuoteExtent> Extents { get; } = [];

    /// <summary>The quotes of a document.</summary>
    public List<QuoteDraft> Find(CascadeModel model, QuoteSheet sheet, CascadeThresholds thresholds)
    {
        FindCandidates(model, sheet);
        _ranked.Clear();
        for (var i = 0; i < Cues.Count; i++)
        {
            if (Extents[i].Content.Count == 0 || IsTitle(sheet, Cues[i], Extents[i]))
            {
                continue;
            }

            AcceptFeatures.Extract(sheet, _extra, Cues, Extents, i, _rows);
            model.Accept.DecodeWithMarginals(_rows, _label, _marginals, _scratch);
            var (speech, belief) = (_marginals[AcceptLabels.Speech], _marginals[AcceptLabels.Belief]);
            var right = speech + belief;
            var score = right + (thresholds.CueOnlyWeight * _marginals[AcceptLabels.CueOnly]);
            if (Extents[i].SourceProbability >= thresholds.Source && IsAccording(sheet, Cues[i].Range))
            {
                score = Math.Max(score, thresholds.According);
            }

            if (score >= (IsSure(sheet, Cues[i], Extents[i]) ? thresholds.AcceptInside : thresholds.Accept))
            {
                _ranked.Add((i, score, speech / Math.Max(1e-6f, right), right));
            }
        }

        _ranked.Sort((a, b) => Rank(b, thresholds).CompareTo(Rank(a, thresholds)) is var order and not 0 ? order : a.Index.CompareTo(b.Index));
        return Choose(sheet, thresholds);
    }

    // Of two that want the same words the one that says whose they are comes first, where they are about as sure.
    private float Rank((int Index, float Score, float Speech, float Right) candidate, CascadeThresholds thresholds) =>
        candidate.Score - (Extents[candidate.Index].SourceProbability < thresholds.Source ? thresholds.WithoutSource : 0);

    /// <summary>Finds cue candidates and their extents.</summary>
    public void FindCandidates(CascadeModel model, QuoteSheet sheet)
    {
        _extra.Fill(sheet, model.Classes);
        _cueTagger.Find(model.Cues, sheet, _extra, Cues);
        FindExtents(model.Extents, sheet);
    }

    /// <summary>The features of the last document's tokens.</summary>
    public CascadeTokens Tokens => _extra;

    private void FindExtents(SequenceModel model, QuoteSheet sheet)
    {
        while (Extents.Count < Cues.Count)
        {
            Extents.Add(new QuoteExtent());
        }

        for (var i = 0; i < Cues.Count; i++)
        {
            _extentTagger.Find(model, sheet, _extra, Cues, Cues[i], Extents[i]);
        }
    }

    private List<QuoteDraft> Choose(QuoteSheet sheet, CascadeThresholds thresholds)
    {
        _chosen.Clear();
        foreach (var (index, score, speech, right) in _ranked)
        {
            var (cue, extent) = (Cues[index], Extents[index]);
            var isInside = IsQuotedInside(sheet, cue, extent);
            if (Conflicts(sheet, cue, extent, ref isInside) || (!isInside && score < thresholds.Accept) || IsPronounAlone(sheet, extent))
            {
                continue;
            }

            var draft = new QuoteDraft
            {
                Cue = cue.Range,
                Source = SourceChoice.Of(sheet, Cues, Extents, index, thresholds),
                IsSpeech = speech >= thresholds.Speech,
                Confidence = right,
            };
            // What a better quote has taken of the content is its own; the rest may still be this one's.
            foreach (var piece in extent.Content)
            {
                if (isInside || (!IsTaken(piece) && !(extent.Content.Count > 1 && IsAnothers(sheet, thresholds, index, piece))))
                {
                    draft.Content.Add(piece);
                }
            }

            SourcePhrases.Complete(sheet, draft);
            if (draft.Content.Count > 0)
            {
                draft.IsSpeech |= IsSaid(sheet, draft.Content);
                _chosen.Add((index, draft));
            }
        }

        foreach (var (_, outer) in _chosen)
        {
            if (IsAccording(sheet, outer.Cue))
            {
                RunOn(outer);
            }
        }

        return _chosen.ConvertAll(static chosen => chosen.Draft);
    }

    /// <summary>A relayed report goes on as long as the report that relays it: "according to the agency, she said that the yard was sold, the quay let".</summary>
    private void RunOn(QuoteDraft outer)
    {
        foreach (var (_, inner) in _chosen)
        {
            var piece = inner.Content[^1];
            if (inner == outer || !outer.Holds(inner.Cue.Start) || piece.Start <= inner.Cue.Start)
            {
                continue;
            }

            foreach (var around in outer.Content)
            {
                if (around.Contains(piece.Start))
                {
                    inner.Content[^1] = new TokenRange(piece.Start, Math.Max(piece.End, around.End));
                }
            }
        }
    }

    /// <summary>Whole sentences in quotation marks were said, even where the verb is one of attitude: he shrugged: "It is over."</summary>
    private static bool IsSaid(QuoteSheet sheet, List<TokenRange> content) =>
        content.TrueForAll(piece => sheet.Mark[piece.Start] is var mark and > 0 && sheet.Mark[piece.End - 1] != 0 && piece.Start == sheet.QuotedTokens[mark - 1].Start
            && char.IsUpper(sheet.Chars(piece.Start)[0]) && MarkedKinds.Of(sheet, mark - 1) == Marks.MarkedKind.Speech);

    /// <summary>"Asked to describe the blaze, she said “…”": what hangs on a surer cue is that one's content, also where the quote around it is the better one.</summary>
    private bool IsAnothers(QuoteSheet sheet, CascadeThresholds thresholds, int index, TokenRange piece)
    {
        if (!sheet.HasParse)
        {
            return false;
        }

        for (var i = 0; i < Cues.Count; i++)
        {
            var (cue, extent) = (Cues[i], Extents[i]);
            if (i != index && cue.Probability >= thresholds.AnothersCue && !Extents[index].Holds(cue.Head) && extent.Holds(piece.Start) && extent.Holds(piece.End - 1) && !extent.Holds(Cues[index].Head)
                && IsUnder(sheet, piece.Start, cue.Head, Cues[index].Head))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the way up from a token meets one cue before the other.</summary>
    private static bool IsUnder(QuoteSheet sheet, int token, int cue, int other)
    {
        while (token >= 0 && token != other)
        {
            if (token == cue)
            {
                return true;
            }

            token = sheet.Head[token];
        }

        return false;
    }

    private bool IsTaken(TokenRange piece)
    {
        foreach (var (_, draft) in _chosen)
        {
            foreach (var other in draft.Content)
            {
                if (other.Overlaps(piece))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // "They agreed to meet despite what one official called “profound” differences": words in marks keep their own speaker inside what another reports.
    private static bool IsQuotedInside(QuoteSheet sheet, CueCandidate cue, QuoteExtent extent) =>
        IsSure(sheet, cue, extent) && extent.ContentProbability >= Sure && extent.Content is [var only] && sheet.HasMarks(only);

    private static bool IsSure(QuoteSheet sheet, CueCandidate cue, QuoteExtent extent) =>
        cue.Probability >= Sure && sheet.Mark[cue.Head] == 0 && extent.SourceProbability >= Sure;

    // "According to the agency, Halvorsen told the board that …": what the agency reports is what Halvorsen said, and that is asked for.
    private static bool IsRelayed(QuoteSheet sheet, CueCandidate cue, QuoteExtent extent, TokenRange outer) =>
        IsSure(sheet, cue, extent) && sheet.Mention[Speakers.SpeakerHead.Of(sheet, extent.Source)] == 1 + (int)EntityType.Person
        && IsAccording(sheet, outer);

    private static bool IsAccording(QuoteSheet sheet, TokenRange cue) => Rules.RulePhrases.IsAccordingTo(sheet, cue.Start);

    /// <summary>Whether a better quote holds this cue, or has its cue in this content. Of a report that another relays both stay.</summary>
    private bool Conflicts(QuoteSheet sheet, CueCandidate cue, QuoteExtent extent, ref bool isInside)
    {
        foreach (var (index, other) in _chosen)
        {
            if (other.Cue.Overlaps(cue.Range))
            {
                return true;
            }

            // Null where neither stands in the other.
            bool? isRelayed = extent.Holds(other.Cue.Start) ? IsRelayed(sheet, Cues[index], Extents[index], cue.Range)
                : other.Holds(cue.Head) && !isInside ? IsRelayed(sheet, cue, extent, other.Cue)
                : null;
            if (isRelayed == false)
            {
                return true;
            }

            isInside |= isRelayed == true;
        }

        return false;
    }

    // "Visitors queued for “The Winter Orchard” at the museum": the name of a work is said by nobody, unless the verb is one of saying.
    private static bool IsTitle(QuoteSheet sheet, CueCandidate cue, QuoteExtent extent) =>
        sheet.Cue[cue.Head] == CueKind.None && extent.Content is [var only] && sheet.Mark[only.Start] is var mark and > 0 && MarkedKinds.Of(sheet, mark - 1) == Marks.MarkedKind.Title
        && 3 * sheet.QuotedTokens[mark - 1].Length >= only.Length;

    // "which China claims": no words that anybody would call a quote.
    private static bool IsPronounAlone(QuoteSheet sheet, QuoteExtent extent) =>
        extent.Content is [{ Length: 1 } only] && sheet.Mark[only.Start] == 0 && sheet.Upos[only.Start] is Upos.PRON or Upos.DET;
}
