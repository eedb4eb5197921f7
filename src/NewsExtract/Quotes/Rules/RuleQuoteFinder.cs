using NewsExtract.Documents;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Rules;

/// <summary>
/// Finds quotes by rules alone: cue verbs of the lexicon with the noun phrase beside them, quotation marks, <c>that</c> clauses, sentences before
/// <c>, he said</c>, and <c>according to</c>. What the learned finder is measured against, and what is used when there is no model.
/// </summary>
internal sealed class RuleQuoteFinder
{
    private readonly List<QuoteDraft> _found = [];
    private bool[] _taken = [];

    /// <summary>The quotes of a document.</summary>
    public List<QuoteDraft> Find(QuoteSheet sheet)
    {
        _found.Clear();
        if (_taken.Length < sheet.Count)
        {
            _taken = new bool[sheet.Count * 2];
        }

        _taken.AsSpan(0, sheet.Count).Clear();
        for (var s = 0; s < sheet.Sentences.Count; s++)
        {
            if (!sheet.Sentences[s].IsHeading)
            {
                FindIn(sheet, sheet.Sentences[s].Tokens);
            }
        }

        return _found;
    }

    private void FindIn(QuoteSheet sheet, TokenRange sentence)
    {
        for (var t = sentence.Start; t < sentence.End; t++)
        {
            if (_taken[t] || sheet.Mark[t] != 0)
            {
                continue;
            }

            if (RulePhrases.IsAccordingTo(sheet, t))
            {
                According(sheet, sentence, t);
            }
            else if (IsCueVerb(sheet, t))
            {
                Verb(sheet, sentence, t);
            }
        }
    }

    private static bool IsCueVerb(QuoteSheet sheet, int t)
    {
        if (sheet.Cue[t] is not (CueKind.Speech or CueKind.Belief))
        {
            return false;
        }

        return sheet.HasTags
            ? sheet.Upos[t] == Upos.VERB && sheet.Penn[t] is var penn && PennTags.Names[penn] is "VBD" or "VBZ" or "VBP" or "VBN" or "VBG"
            : sheet.Cue[t] == CueKind.Speech && sheet.Chars(t) is var chars && char.IsLower(chars[0]) && (chars.EndsWith("s") || chars.EndsWith("d") || chars is "wrote" or "told" or "say");
    }

    private void According(QuoteSheet sheet, TokenRange sentence, int t)
    {
        var draft = new QuoteDraft { Cue = new TokenRange(t, t + 2), Confidence = 0.7 };
        var end = t + 2;
        while (end < sentence.End && sheet.Punctuation[end] is not (PunctuationKind.Comma or PunctuationKind.Stop or PunctuationKind.Semicolon or PunctuationKind.OpeningMark))
        {
            end++;
        }

        draft.Source = new TokenRange(t + 2, end);
        if (t - sentence.Start > 2)
        {
            draft.Content.Add(new TokenRange(sentence.Start, t));
        }
        else if (end + 1 < sentence.End)
        {
            draft.Content.Add(new TokenRange(end + 1, sentence.End));
        }

        Accept(draft);
    }

    private void Verb(QuoteSheet sheet, TokenRange sentence, int verb)
    {
        var draft = new QuoteDraft
        {
            Cue = RulePhrases.VerbGroup(sheet, sentence, verb),
            IsSpeech = sheet.Cue[verb] == CueKind.Speech,
            Confidence = sheet.Cue[verb] == CueKind.Speech ? 0.6 : 0.4,
        };
        var before = RulePhrases.Subject(sheet, sentence, draft.Cue, out var inverted);
        draft.Source = before;
        var first = before.Length > 0 ? Math.Min(before.Start, draft.Cue.Start) : draft.Cue.Start;
        var last = before.Length > 0 ? Math.Max(before.End, draft.Cue.End) : draft.Cue.End;

        // "…", she said [. "…"]   and   …, she said.
        var followsContent = first - 1 > sentence.Start
            && sheet.Punctuation[first - 1] is PunctuationKind.ClosingMark or PunctuationKind.Comma
            && (sheet.Punctuation[first - 1] == PunctuationKind.ClosingMark || last >= sentence.End - 2 || inverted || sheet.Punctuation[last] == PunctuationKind.Comma);
        if (followsContent)
        {
            var start = sheet.Punctuation[first - 1] == PunctuationKind.ClosingMark && sheet.Mark[first - 1] is > 0 and var mark
                ? Math.Max(sheet.Paragraphs[sheet.Paragraph[verb]].Start, sheet.QuotedTokens[mark - 1].Start - 1)
                : sentence.Start;
            draft.Content.Add(new TokenRange(start, first));
            if (last + 1 < sentence.End && sheet.Punctuation[last] == PunctuationKind.Comma && sheet.Punctuation[last + 1] == PunctuationKind.OpeningMark)
            {
                draft.Content.Add(new TokenRange(last + 1, sentence.End));
            }
        }
        else
        {
            var start = RulePhrases.ContentStart(sheet, sentence, last, out var isClause);
            if (start < 0 || (!isClause && before.Length == 0))
            {
                return;
            }

            var end = RulePhrases.ContentEnd(sheet, sentence, start);
            if (end <= start)
            {
                return;
            }

            draft.Content.Add(new TokenRange(start, end));
        }

        Accept(draft);
    }

    private void Accept(QuoteDraft draft)
    {
        if (draft.Content.Count == 0)
        {
            return;
        }

        foreach (var piece in draft.Content)
        {
            _taken.AsSpan(piece.Start, piece.Length).Fill(true);
        }

        _taken.AsSpan(draft.Cue.Start, draft.Cue.Length).Fill(true);
        _found.RemoveAll(other => draft.Holds(other.Cue.Start));
        _found.Add(draft);
    }
}
