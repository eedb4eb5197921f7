using NewsExtract.Documents;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Rules;

/// <summary>The phrases around a cue verb, by word order, tags where there are any, and the parse where there is one.</summary>
internal static class RulePhrases
{
    /// <summary>Whether the words "according to" stand at a token.</summary>
    public static bool IsAccordingTo(QuoteSheet sheet, int t) =>
        sheet.Chars(t).Equals("according", StringComparison.OrdinalIgnoreCase) && t + 2 < sheet.Count && sheet.Chars(t + 1) is "to";

    /// <summary>The verb with its auxiliaries, negation and adverbs.</summary>
    public static TokenRange VerbGroup(QuoteSheet sheet, TokenRange sentence, int verb)
    {
        var start = verb;
        while (start - 1 >= sentence.Start && (sheet.Upos[start - 1] is Upos.AUX or Upos.ADV || sheet.Chars(start - 1) is "n't" or "n’t" or "not"))
        {
            start--;
        }

        return new TokenRange(start, verb + 1);
    }

    /// <summary>The subject; empty when none is found.</summary>
    public static TokenRange Subject(QuoteSheet sheet, TokenRange sentence, TokenRange group, out bool inverted)
    {
        var verb = group.End - 1;
        if (sheet.HasParse)
        {
            var found = ParsedSubject(sheet, verb);
            inverted = found.Length > 0 && found.Start >= group.End;
            if (found.Length > 0)
            {
                return found;
            }
        }

        // After a closing mark or comma a verb may come before its subject: "…", said X.
        inverted = group.Start - 1 >= sentence.Start
            && sheet.Punctuation[group.Start - 1] is PunctuationKind.ClosingMark or PunctuationKind.Comma
            && group.End < sentence.End && sheet.IsWord(group.End);
        if (inverted)
        {
            return new TokenRange(group.End, PhraseEnd(sheet, sentence, group.End));
        }

        var end = group.Start;
        var start = end;
        while (start - 1 >= sentence.Start && sheet.Mark[start - 1] == 0 && IsInPhrase(sheet, start - 1))
        {
            start--;
        }

        return new TokenRange(start, end);
    }

    /// <summary>Where reported words begin after cue and source; −1 when nothing there looks like content.</summary>
    /// <param name="sheet">The document.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="after">The first token after cue and source.</param>
    /// <param name="isClause">Whether a conjunction or a quotation mark announces the content.</param>
    public static int ContentStart(QuoteSheet sheet, TokenRange sentence, int after, out bool isClause)
    {
        // "told reporters on Friday that": what is told follows within a few words.
        for (var t = after; t < Math.Min(after + 8, sentence.End - 1); t++)
        {
            var chars = sheet.Chars(t);
            if (chars is "that" or "whether" or "how" or "why" || sheet.Punctuation[t] == PunctuationKind.OpeningMark)
            {
                isClause = true;
                return t;
            }

            if (sheet.Punctuation[t] is PunctuationKind.Colon && t + 1 < sentence.End)
            {
                isClause = true;
                return t + 1;
            }
        }

        isClause = false;
        return after < sentence.End - 1 && sheet.IsWord(after) ? after : -1;
    }

    /// <summary>The end of the reported words: the sentence's, without its full stop.</summary>
    public static int ContentEnd(QuoteSheet sheet, TokenRange sentence, int start)
    {
        var end = sentence.End;
        while (end > start && sheet.Punctuation[end - 1] == PunctuationKind.Stop)
        {
            end--;
        }

        return end;
    }

    private static TokenRange ParsedSubject(QuoteSheet sheet, int verb)
    {
        var node = verb;
        for (var step = 0; step < 3; step++)
        {
            for (var t = sheet.Left[node]; t <= sheet.Right[node]; t++)
            {
                if (sheet.Head[t] == node && sheet.Relation[t] is Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter)
                {
                    var (start, end) = (sheet.Left[t], sheet.Right[t] + 1);
                    return end <= verb || start > verb ? new TokenRange(start, end) : new TokenRange(t, Math.Max(t + 1, Math.Min(end, verb)));
                }
            }

            if (sheet.Head[node] < 0 || sheet.Relation[node] is not (Relation.Conj or Relation.Xcomp or Relation.Advcl))
            {
                break;
            }

            node = sheet.Head[node];
        }

        return default;
    }

    private static int PhraseEnd(QuoteSheet sheet, TokenRange sentence, int from)
    {
        var t = from;
        while (t < sentence.End && sheet.Punctuation[t] is not (PunctuationKind.Comma or PunctuationKind.Stop or PunctuationKind.OpeningMark or PunctuationKind.Colon or PunctuationKind.Semicolon))
        {
            t++;
        }

        return t;
    }

    private static bool IsInPhrase(QuoteSheet sheet, int token)
    {
        if (!sheet.IsWord(token))
        {
            // "the 48-year-old"
            return sheet.Punctuation[token] == PunctuationKind.Dash && token > 0 && sheet.Tokens[token].Start == sheet.Tokens[token - 1].End && token + 1 < sheet.Count && sheet.Tokens[token + 1].Start == sheet.Tokens[token].End;
        }

        return sheet.HasTags
            ? sheet.Upos[token] is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.DET or Upos.ADJ or Upos.NUM or Upos.ADP or Upos.PART
            : sheet.Chars(token) is not ("and" or "but" or "that" or "because" or "when" or "as");
    }
}
