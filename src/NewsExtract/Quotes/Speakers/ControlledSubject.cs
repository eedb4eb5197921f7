using NewsExtract.Documents;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Speakers;

/// <summary>
/// The speaker of a cue that has none of its own: the subject that it shares with the verb above (<c>Smith resigned, saying …</c>,
/// <c>Smith rose and asked …</c>). Passive verbs share nothing: their subject is not who speaks, neither of <c>was asked</c> nor of <c>Smith shrugged when asked</c>.
/// </summary>
internal static class ControlledSubject
{
    private const int MostSteps = 3;

    /// <summary>The subject's phrase; empty when the tree shows none, or there is no tree.</summary>
    public static TokenRange Of(QuoteSheet sheet, TokenRange cue)
    {
        if (!sheet.HasParse || cue.Length == 0)
        {
            return default;
        }

        var verb = -1;
        for (var t = cue.Start; t < cue.End && verb < 0; t++)
        {
            verb = sheet.Upos[t] == Upos.VERB && !cue.Contains(sheet.Head[t]) ? t : -1;
        }

        if (verb >= 0 && IsPassiveParticiple(sheet, verb))
        {
            return default;
        }

        var sentence = verb < 0 ? default : sheet.SentenceOf(verb);
        for (var step = 0; verb >= 0 && step <= MostSteps; step++)
        {
            for (var t = sheet.Left[verb]; t <= sheet.Right[verb]; t++)
            {
                if (sheet.Head[t] == verb && sheet.Relation[t] is Relation.NsubjPass or Relation.AuxPass)
                {
                    return default;
                }

                if (sheet.Head[t] == verb && sheet.Relation[t] is Relation.Nsubj or Relation.NsubjOuter)
                {
                    var (start, end) = (sheet.Left[t], sheet.Right[t] + 1);
                    return cue.Overlaps(new TokenRange(start, end)) ? new TokenRange(t, t + 1) : new TokenRange(start, Math.Min(end, sentence.End));
                }
            }

            if (sheet.Relation[verb] is not (Relation.Conj or Relation.Advcl or Relation.Xcomp))
            {
                return default;
            }

            verb = sheet.Head[verb];
        }

        return default;
    }

    /// <summary>A past participle without an auxiliary or a subject, in a clause of its own; taggers confuse it with the past tense, which would have a subject there.</summary>
    private static bool IsPassiveParticiple(QuoteSheet sheet, int verb)
    {
        if (sheet.Relation[verb] != Relation.Advcl || !(PennTags.Names[sheet.Penn[verb]] is "VBN" or "VBD"))
        {
            return false;
        }

        for (var t = sheet.Left[verb]; t < verb; t++)
        {
            if (sheet.Head[t] == verb && sheet.Relation[t] is Relation.Aux or Relation.AuxPass or Relation.Nsubj)
            {
                return false;
            }
        }

        return true;
    }
}
