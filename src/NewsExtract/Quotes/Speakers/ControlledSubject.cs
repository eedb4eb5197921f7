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

    private static readonly byte s_gerund = PennTags.Parse("VBG");

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
                    return Words(sheet, cue.Overlaps(new TokenRange(start, end)) ? new TokenRange(t < cue.Start ? start : t, t + 1) : new TokenRange(start, Math.Min(end, sentence.End)));
                }
            }

            if (Displaced(sheet, verb) is { Length: > 0 } displaced)
            {
                return displaced;
            }

            if (sheet.Relation[verb] == Relation.Acl)
            {
                var noun = sheet.Head[verb];
                if (step > 0 || sheet.Penn[verb] != s_gerund || noun > verb)
                {
                    return default;
                }

                // "Stories alleging that …": the noun says it. "She met voters, saying …", "in addition to saying …": not the noun, but the subject of the verb that it hangs on.
                if (!IsFree(sheet, verb))
                {
                    return Words(sheet, new TokenRange(sheet.Left[noun], sheet.Left[verb]));
                }

                verb = Climb(sheet, noun);
                continue;
            }

            if (sheet.Relation[verb] is not (Relation.Conj or Relation.Advcl or Relation.Xcomp))
            {
                return default;
            }

            verb = sheet.Head[verb];
        }

        return default;
    }

    /// <summary>"On Friday, Reid, who leads the party, said": where the tree takes the subject for another name of the phrase in front.</summary>
    private static TokenRange Displaced(QuoteSheet sheet, int verb)
    {
        for (var t = sheet.Left[verb]; t < verb; t++)
        {
            var front = sheet.Head[t];
            if (sheet.Relation[t] == Relation.Appos && front < t && sheet.Head[front] == verb && sheet.Relation[front] is Relation.Obl or Relation.OblUnmarked or Relation.Advmod
                && sheet.Upos[t] is Upos.PROPN or Upos.NOUN && IsFinite(sheet, verb))
            {
                var phrase = Words(sheet, new TokenRange(sheet.Left[t], sheet.Right[t] + 1));
                return sheet.Punctuation[phrase.Start - 1] == PunctuationKind.Comma && phrase.End <= verb ? phrase : default;
            }
        }

        return default;
    }

    /// <summary>A phrase without the commas and dashes at its edges.</summary>
    private static TokenRange Words(QuoteSheet sheet, TokenRange phrase)
    {
        var (start, end) = (phrase.Start, phrase.End);
        while (start < end && sheet.Punctuation[start] is PunctuationKind.Comma or PunctuationKind.Dash)
        {
            start++;
        }

        while (end > start && sheet.Punctuation[end - 1] is PunctuationKind.Comma or PunctuationKind.Dash)
        {
            end--;
        }

        return new TokenRange(start, end);
    }

    private static bool IsFinite(QuoteSheet sheet, int verb)
    {
        var isFinite = IsFiniteTag(sheet.Penn[verb]);
        for (var t = sheet.Left[verb]; t < verb; t++)
        {
            isFinite |= sheet.Head[t] == verb && sheet.Relation[t] == Relation.Aux && IsFiniteTag(sheet.Penn[t]);
        }

        return isFinite;
    }

    private static bool IsFiniteTag(byte tag) => PennTags.Names[tag] is "VBD" or "VBZ" or "VBP" or "MD";

    /// <summary>Whether a participle behind a noun stands apart from it: after a comma or a preposition.</summary>
    private static bool IsFree(QuoteSheet sheet, int verb)
    {
        var start = sheet.Left[verb];
        for (var t = start; t < verb; t++)
        {
            if (sheet.Head[t] == verb && (sheet.Relation[t] is Relation.Mark or Relation.Case || sheet.Punctuation[t] == PunctuationKind.Comma))
            {
                return true;
            }
        }

        return start > 0 && sheet.Punctuation[start - 1] == PunctuationKind.Comma;
    }

    /// <summary>The verb that a noun hangs on; −1 where none is above it.</summary>
    private static int Climb(QuoteSheet sheet, int noun)
    {
        var node = noun;
        while (node >= 0 && sheet.Upos[node] != Upos.VERB)
        {
            node = sheet.Head[node];
        }

        return node;
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
