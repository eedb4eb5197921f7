using NewsExtract.Documents;
using NewsExtract.Quotes.Marks;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Rules;

/// <summary>
/// Speech whose speaker is named beside it rather than in a clause: the turns of a transcript or an interview (<c>SMITH: …</c>, <c>Q: …</c>), a quotation
/// signed with a dash (<c>“…” — Ann Smith</c>), and one that the paragraph before announces with a colon. The layout tells, so these are rules.
/// </summary>
internal static class LabelledSpeech
{
    private const int LongestLabel = 5;
    private const int LongestSignature = 10;
    private const int LeastTurns = 2;
    private const int FarthestVerb = 8;

    /// <summary>Adds to the quotes found so far, or puts a quote in the place of what was found inside it.</summary>
    public static void Find(QuoteSheet sheet, List<QuoteDraft> found)
    {
        Turns(sheet, found);
        for (var q = 0; q < sheet.Quoted.Count; q++)
        {
            var inner = sheet.QuotedTokens[q];
            if (sheet.Quoted[q].Depth == 0 && inner.Length > 0 && !HasCue(inner, found) && !Signed(sheet, q, found))
            {
                Announced(sheet, inner, found);
                AnnouncedBeside(sheet, inner, found);
            }
        }
    }

    /// <summary>The answers of an interview are those of the person it is with.</summary>
    public static void NameAnswers(QuoteSheet sheet, List<QuoteDraft> found, TokenRange person)
    {
        foreach (var draft in found)
        {
            if (person.Length > 0 && draft.Source.Length == 1 && sheet.Chars(draft.Source.Start) is "A" && draft.Cue.Start == draft.Source.End && sheet.Punctuation[draft.Cue.Start] == PunctuationKind.Colon)
            {
                draft.ImpliedSource = person;
            }
        }
    }

    /// <summary>Whether a cue is a dash or colon after which, or before which, only the name of the speaker stands.</summary>
    public static bool IsSignature(QuoteSheet sheet, QuoteDraft draft) =>
        draft.Cue.Length == 1 && sheet.Punctuation[draft.Cue.Start] == PunctuationKind.Dash && draft.Cue.Start >= draft.Content[^1].End;

    private static void Turns(QuoteSheet sheet, List<QuoteDraft> found)
    {
        var turns = 0;
        foreach (var paragraph in sheet.Paragraphs)
        {
            turns += Label(sheet, paragraph).Length > 0 ? 1 : 0;
        }

        if (turns < LeastTurns)
        {
            return;
        }

        foreach (var paragraph in sheet.Paragraphs)
        {
            var label = Label(sheet, paragraph);
            if (label.Length == 0 || label.End + 2 >= paragraph.End)
            {
                continue;
            }

            var draft = new QuoteDraft { Cue = new TokenRange(label.End, label.End + 1), Source = label, Confidence = 0.9 };
            draft.Content.Add(new TokenRange(label.End + 1, paragraph.End));
            found.RemoveAll(other => IsInside(other, paragraph));
            found.Add(draft);
        }
    }

    private static bool IsInside(QuoteDraft draft, TokenRange paragraph) =>
        draft.Cue.Length > 0 ? paragraph.Contains(draft.Cue.Start) : paragraph.Contains(draft.Content[0].Start);

    /// <summary>The name before the colon at the start of a paragraph: in capitals, or a letter for question or answer.</summary>
    private static TokenRange Label(QuoteSheet sheet, TokenRange paragraph)
    {
        var start = paragraph.Start;
        if (start < paragraph.End && sheet.Punctuation[start] is PunctuationKind.OpeningMark or PunctuationKind.Other)
        {
            start++;
        }

        var letters = 0;
        for (var t = start; t < Math.Min(start + LongestLabel + 1, paragraph.End); t++)
        {
            if (sheet.Punctuation[t] == PunctuationKind.Colon)
            {
                return letters > 1 || (letters == 1 && t == start + 1 && sheet.Chars(start) is "Q" or "A") ? new TokenRange(start, t) : default;
            }

            foreach (var c in sheet.Chars(t))
            {
                if (char.IsLower(c) || char.IsDigit(c))
                {
                    return default;
                }

                letters += char.IsUpper(c) ? 1 : 0;
            }
        }

        return default;
    }

    private static bool HasCue(TokenRange inner, List<QuoteDraft> found) =>
        found.Exists(draft => draft.Cue.Length > 0 && draft.Content.Exists(piece => piece.Overlaps(inner)));

    // “…” — Ann Smith, teacher
    private static bool Signed(QuoteSheet sheet, int q, List<QuoteDraft> found)
    {
        var inner = sheet.QuotedTokens[q];
        var dash = inner.End + 1;
        if (sheet.Quoted[q].End != QuotedSpanEnd.Closed || dash + 1 >= sheet.Count || sheet.Paragraph[dash + 1] != sheet.Paragraph[inner.Start]
            || sheet.Punctuation[dash] != PunctuationKind.Dash || !char.IsUpper(sheet.Chars(dash + 1)[0]))
        {
            return false;
        }

        var end = sheet.Paragraphs[sheet.Paragraph[dash]].End;
        while (end > dash + 1 && !sheet.IsWord(end - 1))
        {
            end--;
        }

        // What goes on after the name is a sentence that the quotation is part of.
        if (end - dash > LongestSignature || end <= dash + 1)
        {
            return false;
        }

        for (var t = dash + 1; t < end; t++)
        {
            if (sheet.Punctuation[t] is PunctuationKind.Stop or PunctuationKind.OpeningMark or PunctuationKind.Dash || sheet.Upos[t] is Upos.VERB or Upos.AUX)
            {
                return false;
            }
        }

        var draft = new QuoteDraft { Cue = new TokenRange(dash, dash + 1), Source = new TokenRange(dash + 1, end), Confidence = 0.8 };
        draft.Content.Add(inner);
        found.RemoveAll(other => other.Content.Exists(piece => piece.Overlaps(inner)));
        found.Add(draft);
        return true;
    }

    // She put it like this: (new paragraph) “…”
    private static void Announced(QuoteSheet sheet, TokenRange inner, List<QuoteDraft> found)
    {
        var paragraph = sheet.Paragraph[inner.Start];
        if (paragraph == 0 || inner.Start - sheet.Paragraphs[paragraph].Start > 1 || sheet.Paragraphs[paragraph - 1] is not { Length: > 1 } before
            || sheet.Punctuation[before.End - 1] != PunctuationKind.Colon)
        {
            return;
        }

        var sentence = sheet.SentenceOf(before.End - 1);
        if (found.Find(draft => draft.Cue.Length > 0 && sentence.Contains(draft.Cue.Start) && draft.Content[^1].End <= inner.Start) is { } known)
        {
            known.Content.Add(inner);
            return;
        }

        for (var t = before.End - 2; t >= sentence.Start; t--)
        {
            if (sheet.Cue[t] != CueKind.Speech || sheet.Mark[t] != 0 || (sheet.HasTags && sheet.Upos[t] != Upos.VERB))
            {
                continue;
            }

            var cue = RulePhrases.VerbGroup(sheet, sentence, t);
            var draft = new QuoteDraft { Cue = cue, Source = RulePhrases.Subject(sheet, sentence, cue, out _), Confidence = 0.7 };
            draft.Content.Add(inner);
            found.RemoveAll(other => other.Cue.Length == 0 && other.Content.Exists(piece => piece.Overlaps(inner)));
            found.Add(draft);
            return;
        }
    }

    // Asked if he was afraid, the 48-year-old shrugged: “…”. Whoever does something before a colon speaks after it.
    private static void AnnouncedBeside(QuoteSheet sheet, TokenRange inner, List<QuoteDraft> found)
    {
        var colon = inner.Start - 2;
        if (colon < 1 || sheet.Punctuation[colon] != PunctuationKind.Colon || sheet.Paragraph[colon] != sheet.Paragraph[inner.Start] || !sheet.HasTags || HasCue(inner, found)
            || MarkedKinds.Of(sheet, sheet.Mark[inner.Start] - 1) != MarkedKind.Speech)
        {
            return;
        }

        var sentence = sheet.SentenceOf(colon);
        var verb = colon - 1;
        while (verb > sentence.Start && verb >= colon - FarthestVerb && (sheet.Upos[verb] != Upos.VERB || sheet.Mark[verb] != 0))
        {
            verb--;
        }

        if (verb <= sentence.Start || sheet.Upos[verb] != Upos.VERB || sheet.Mark[verb] != 0)
        {
            return;
        }

        var cue = RulePhrases.VerbGroup(sheet, sentence, verb);
        var source = RulePhrases.Subject(sheet, sentence, cue, out _);
        if (source.Length == 0 || source.End > colon)
        {
            return;
        }

        // What another quote has taken of this clause was not said in it.
        foreach (var other in found)
        {
            if (other.Content is not [var content] || !content.Contains(cue.Start) || content.Start >= source.Start)
            {
                continue;
            }

            var end = source.Start;
            while (end > content.Start + 1 && !sheet.IsWord(end - 1))
            {
                end--;
            }

            other.Content[0] = new TokenRange(content.Start, end);
        }

        var draft = new QuoteDraft { Cue = cue, Source = source, Confidence = 0.7 };
        draft.Content.Add(inner);
        found.RemoveAll(other => (other.Cue.Length == 0 || other.Cue.Overlaps(cue)) && other.Content.Exists(piece => piece.Overlaps(inner)));
        found.Add(draft);
    }
}
