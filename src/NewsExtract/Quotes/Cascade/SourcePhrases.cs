using NewsExtract.Documents;
using NewsExtract.Quotes.Rules;
using NewsExtract.Quotes.Speakers;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Cascade;

/// <summary>Gives the source of a draft the words that are its own by the grammar, where the tagger gave them to the cue or the content.</summary>
internal static class SourcePhrases
{
    private const int According = 2;

    public static void Complete(QuoteSheet sheet, QuoteDraft draft)
    {
        LeaveTrailing(sheet, draft);
        CutAccording(sheet, draft);
        LeaveBy(sheet, draft);
        if (sheet.HasParse)
        {
            KeepToAside(sheet, draft);
            TakeSubject(sheet, draft);
            TakeTitle(sheet, draft);
        }
    }

    /// <summary>"“We were wrong,” she told the board, holding up the letter": a quotation that the cue closes does not go on behind it without marks.</summary>
    private static void LeaveTrailing(QuoteSheet sheet, QuoteDraft draft)
    {
        if (draft.Content.Count < 2 || draft.Cue.Length == 0 || !draft.Content.Exists(piece => IsClosed(sheet, draft.Cue, piece)))
        {
            return;
        }

        draft.Content.RemoveAll(piece => piece.Start >= draft.Cue.End && sheet.Sentence[piece.Start] == sheet.Sentence[draft.Cue.Start] && !sheet.HasMarks(piece) && !IsClause(sheet, draft.Cue, piece));
    }

    // "“It is over,” she wrote, the yard has closed".
    private static bool IsClause(QuoteSheet sheet, TokenRange cue, TokenRange piece) =>
        sheet.HasParse && SpeakerHead.Of(sheet, piece) is >= 0 and var head && cue.Contains(sheet.Head[head]) && sheet.Relation[head] is Relation.Ccomp or Relation.Xcomp or Relation.Parataxis;

    private static bool IsClosed(QuoteSheet sheet, TokenRange cue, TokenRange piece)
    {
        var mark = sheet.Mark[piece.End - 1];
        return piece.End <= cue.Start && mark > 0 && sheet.Mark[cue.Start] != mark && piece.Start <= sheet.QuotedTokens[mark - 1].Start
            && sheet.Punctuation[piece.End] is PunctuationKind.Comma or PunctuationKind.Question or PunctuationKind.Stop;
    }

    /// <summary>"According to a report by the union": the cue is two words, the report is part of the source.</summary>
    private static void CutAccording(QuoteSheet sheet, QuoteDraft draft)
    {
        if (draft.Cue.Length <= According || !RulePhrases.IsAccordingTo(sheet, draft.Cue.Start))
        {
            return;
        }

        var (start, end) = (draft.Cue.Start + According, draft.Cue.End);
        if (draft.Source.Length > 0)
        {
            // Between the two at most "by", "from", "of".
            if (draft.Source.Start < end || draft.Source.Start > end + 1)
            {
                return;
            }

            end = draft.Source.End;
        }

        draft.Cue = new TokenRange(draft.Cue.Start, start);
        draft.Source = new TokenRange(start, end);
    }

    /// <summary>"Was stressed by both sides": <c>by</c> belongs to the cue no more than to the source.</summary>
    private static void LeaveBy(QuoteSheet sheet, QuoteDraft draft)
    {
        if (draft.Cue.Length > 1 && draft.Source.Start == draft.Cue.End && sheet.Chars(draft.Cue.End - 1) is "by")
        {
            draft.Cue = new TokenRange(draft.Cue.Start, draft.Cue.End - 1);
        }
    }

    /// <summary>A dash opens an aside, the next one closes it: of "a bold – some say rash – plan" only "some" speaks, and says only "rash".</summary>
    private static void KeepToAside(QuoteSheet sheet, QuoteDraft draft)
    {
        if (draft.Source.Length == 0 || draft.Source.End != draft.Cue.Start)
        {
            return;
        }

        var head = draft.Source.End - 1;
        var open = head - 1;
        while (open >= draft.Source.Start && open > 0 && !IsSpacedDash(sheet, open))
        {
            open--;
        }

        if (open <= sheet.SentenceOf(head).Start || !IsSpacedDash(sheet, open) || sheet.Left[SpeakerHead.Of(sheet, new TokenRange(open + 1, draft.Source.End))] <= open)
        {
            return;
        }

        draft.Source = new TokenRange(open + 1, draft.Source.End);
        for (var i = 0; i < draft.Content.Count; i++)
        {
            var piece = draft.Content[i];
            for (var t = piece.Start + 1; piece.Start == draft.Cue.End && t < piece.End; t++)
            {
                if (IsSpacedDash(sheet, t) && sheet.Mark[t] == 0)
                {
                    draft.Content[i] = new TokenRange(piece.Start, t);
                    return;
                }
            }
        }
    }

    private static bool IsSpacedDash(QuoteSheet sheet, int token) =>
        sheet.Punctuation[token] == PunctuationKind.Dash && token > 0 && token + 1 < sheet.Count
        && sheet.Tokens[token].Start > sheet.Tokens[token - 1].End && sheet.Tokens[token + 1].Start > sheet.Tokens[token].End;

    /// <summary>"The 48-year-old shrugged: “…”": the subject of the cue, outside the marks, is not said.</summary>
    private static void TakeSubject(QuoteSheet sheet, QuoteDraft draft)
    {
        if (draft.Source.Length > 0 || draft.Content.Count < 2 || draft.Content[0] is not { Length: > 0 } first || first.End != draft.Cue.Start || sheet.Mark[first.Start] != 0)
        {
            return;
        }

        var head = SpeakerHead.Of(sheet, first);

        // A verb alone is active, also where the parse takes it for a participle.
        var isSubject = head >= 0 && (sheet.Relation[head] == Relation.Nsubj || (sheet.Relation[head] == Relation.NsubjPass && draft.Cue.Length == 1));
        if (isSubject && draft.Cue.Contains(sheet.Head[head]))
        {
            draft.Source = first;
            draft.Content.RemoveAt(0);
        }
    }

    /// <summary>"Senators Calloway and Marsh wrote": what stands before the names, in their phrase, is not said.</summary>
    private static void TakeTitle(QuoteSheet sheet, QuoteDraft draft)
    {
        for (var i = 0; i < draft.Content.Count; i++)
        {
            var piece = draft.Content[i];
            if (piece.Length == 0 || draft.Source.Length == 0 || piece.End != draft.Source.Start || sheet.Mark[piece.Start] != 0)
            {
                continue;
            }

            var head = SpeakerHead.Of(sheet, draft.Source);
            if (head >= 0 && sheet.Left[head] <= piece.Start)
            {
                draft.Source = new TokenRange(piece.Start, draft.Source.End);
                draft.Content.RemoveAt(i);
                return;
            }
        }
    }
}
