using NewsExtract.Documents;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Speakers;

/// <summary>
/// Who speaks where the cue is a passive verb: the agent (<c>was warned by the agency</c>), never the subject (<c>the bureau was warned</c>, <c>he shrugged when asked</c>).
/// Of <c>was quoted as saying</c> the subject does speak; that is a cue of two verbs.
/// </summary>
internal static class PassiveCue
{
    private static readonly ulong s_quote = WordStem.Hash("quote");
    private static readonly byte s_participle = PennTags.Parse("VBN");

    /// <summary>The phrase of the agent, without <c>by</c> and what is content; empty where the cue is not passive or has none.</summary>
    public static TokenRange Agent(QuoteSheet sheet, TokenRange cue, List<TokenRange> content)
    {
        var verb = VerbOf(sheet, cue);
        if (verb < 0 || sheet.Penn[verb] != s_participle)
        {
            return default;
        }

        for (var t = cue.End; t <= sheet.Right[verb]; t++)
        {
            if (sheet.Head[t] == verb && sheet.Relation[t] == Relation.OblAgent && sheet.Chars(sheet.Left[t]) is "by" && SpeakerHead.MaySpeak(sheet, t))
            {
                var end = sheet.Right[t] + 1;
                foreach (var piece in content)
                {
                    end = piece.Start > t && piece.Start < end ? piece.Start : end;
                }

                // "Warned by the agency that …"
                while (sheet.Relation[end - 1] == Relation.Mark)
                {
                    end--;
                }

                var agent = new TokenRange(sheet.Left[t] + 1, end);
                return content.Exists(piece => piece.Overlaps(agent)) ? default : agent;
            }
        }

        return default;
    }

    /// <summary>Whether the grammar says that a source is none, since something is said to it or of it.</summary>
    public static bool Bars(QuoteSheet sheet, TokenRange cue, TokenRange source)
    {
        var verb = VerbOf(sheet, cue);
        if (verb < 0 || source.Length == 0)
        {
            return false;
        }

        var (subject, isPassive) = (-1, false);
        for (var t = sheet.Left[verb]; t < verb; t++)
        {
            if (sheet.Head[t] == verb)
            {
                subject = sheet.Relation[t] is Relation.Nsubj or Relation.NsubjPass ? t : subject;

                // "He's said": the short form may be one of "has".
                isPassive |= sheet.Relation[t] == Relation.AuxPass && char.IsLetter(sheet.Chars(t)[0]);
            }
        }

        if (subject >= 0)
        {
            // Of what stands behind the cue only the agent may speak, and who hangs on the cue itself, as in "was heard among officials".
            var isInContent = source.Start >= cue.End && sheet.Head[SpeakerHead.Of(sheet, source)] != verb;
            return isPassive && sheet.Penn[verb] == s_participle && sheet.Relation[subject] == Relation.NsubjPass && (source.Contains(subject) || isInContent);
        }

        var isOutside = source.End <= sheet.Left[verb] || source.Start > sheet.Right[verb];
        return isOutside && verb > 0 && sheet.Relation[verb] == Relation.Advcl && sheet.Head[verb - 1] == verb && sheet.Relation[verb - 1] is Relation.Mark or Relation.Advmod
            && sheet.Chars(verb - 1) is "when" or "When" or "if" or "If" or "whenever" or "Whenever";
    }

    /// <summary>The only verb of the cue, one of saying or believing; −1 otherwise.</summary>
    private static int VerbOf(QuoteSheet sheet, TokenRange cue)
    {
        var verb = -1;
        for (var t = cue.Start; sheet.HasParse && t < cue.End; t++)
        {
            if (sheet.Upos[t] == Upos.VERB)
            {
                if (verb >= 0)
                {
                    return -1;
                }

                verb = t;
            }
        }

        return verb >= 0 && sheet.Cue[verb] is CueKind.Speech or CueKind.Belief && sheet.Stem[verb] != s_quote ? verb : -1;
    }
}
