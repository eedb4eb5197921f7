using System.Collections.Frozen;
using NewsExtract.Documents;
using NewsExtract.Lexicons;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Rules;

/// <summary>
/// Reports in the passive: <c>The need for talks was stressed by both sides.</c> Articles have too few of them to learn from, and the parse tells all parts: the agent is the source, the subject the content.
/// </summary>
internal static class PassiveReports
{
    private const double Confidence = 0.6;

    private static readonly Lazy<FrozenSet<ulong>> s_verbs = new(static () => Stems("quotes/passive_verbs"));
    private static readonly Lazy<FrozenSet<ulong>> s_documents = new(static () => Stems("quotes/documents"));
    private static readonly ulong s_quote = WordStem.Hash("quote");

    /// <summary>Adds what nobody has claimed among the quotes found so far.</summary>
    public static void Find(QuoteSheet sheet, List<QuoteDraft> found)
    {
        for (var verb = 0; sheet.HasParse && verb < sheet.Count; verb++)
        {
            if (sheet.Upos[verb] != Upos.VERB || sheet.Mark[verb] != 0)
            {
                continue;
            }

            if (sheet.Stem[verb] == s_quote)
            {
                Quoted(sheet, verb, found);
            }
            else if (s_verbs.Value.Contains(sheet.Stem[verb]) && Read(sheet, verb) is { } draft)
            {
                Add(found, verb, draft);
            }
            else if (At(found, verb) is { Source.Length: 0 } open && IsPassive(sheet, verb, out _))
            {
                Complete(sheet, verb, open);
            }
        }
    }

    private static void Add(List<QuoteDraft> found, int verb, QuoteDraft draft)
    {
        // The learned finder may have seen the cue and not the agent behind it.
        found.RemoveAll(other => other.Cue.Contains(verb) && other.Source.Length == 0);
        if (!Meets(found, draft))
        {
            found.Add(draft);
        }
    }

    /// <summary>"the mayor was quoted by the paper as saying": the subject is the source, whoever quotes.</summary>
    private static void Quoted(QuoteSheet sheet, int verb, List<QuoteDraft> found)
    {
        if (At(found, verb) is not { } known || !IsPassive(sheet, verb, out var subject))
        {
            return;
        }

        var source = new TokenRange(sheet.Left[subject], sheet.Right[subject] + 1);
        if (source.End <= verb && !known.Content.Exists(piece => piece.Overlaps(source)))
        {
            (known.Source, known.IsSpeech) = (source, true);
        }
    }

    /// <summary>"The merger was described as reckless in the auditors' report": what the finder took for content is the source.</summary>
    private static void Complete(QuoteSheet sheet, int verb, QuoteDraft draft)
    {
        var end = draft.Content[^1].End;
        for (var t = verb + 1; t < end; t++)
        {
            // A phrase at the end of a complement may hang on the complement instead of the verb.
            if (sheet.Relation[t] is Relation.OblAgent or Relation.Obl or Relation.Nmod && IsSpeaker(sheet, t) && sheet.Right[t] >= end - 2)
            {
                if (CutAt(draft, sheet.Left[t]))
                {
                    draft.Source = new TokenRange(sheet.Left[t] + 1, sheet.Right[t] + 1);
                }

                return;
            }
        }
    }

    /// <summary>Ends the content at a token, unless nothing of it stands before; gives whether it did.</summary>
    private static bool CutAt(QuoteDraft draft, int token)
    {
        if (draft.Content[0].Start >= token)
        {
            return false;
        }

        draft.Content.RemoveAll(piece => piece.Start >= token);
        if (draft.Content[^1] is var last && last.End > token)
        {
            draft.Content[^1] = new TokenRange(last.Start, token);
        }

        return true;
    }

    private static bool IsPassive(QuoteSheet sheet, int verb, out int subject)
    {
        subject = -1;
        var auxiliary = false;
        for (var t = sheet.Left[verb]; t < verb; t++)
        {
            if (sheet.Head[t] == verb)
            {
                auxiliary |= sheet.Relation[t] == Relation.AuxPass;
                subject = sheet.Relation[t] == Relation.NsubjPass ? t : subject;
            }
        }

        return auxiliary && subject >= 0;
    }

    private static FrozenSet<ulong> Stems(string list) => SeedLexicon.Rows(list).Select(static row => WordStem.Hash(row[0])).ToFrozenSet();

    private static QuoteDraft? Read(QuoteSheet sheet, int verb)
    {
        var (subject, auxiliary, agent) = (-1, -1, -1);
        for (var t = sheet.Left[verb]; t <= sheet.Right[verb]; t++)
        {
            if (sheet.Head[t] != verb)
            {
                continue;
            }

            switch (sheet.Relation[t])
            {
                case Relation.NsubjPass or Relation.CsubjPass:
                    subject = t;
                    break;
                case Relation.Aux or Relation.AuxPass when auxiliary < 0:
                    auxiliary = t;
                    break;
                case Relation.OblAgent or Relation.Obl when agent < 0 && t > verb && IsSpeaker(sheet, t):
                    agent = t;
                    break;
            }
        }

        if (subject < 0 || auxiliary < 0 || agent < 0 || auxiliary > verb || sheet.Right[subject] >= auxiliary)
        {
            return null;
        }

        var content = new TokenRange(sheet.Left[subject], sheet.Right[subject] + 1);
        if (content.Length < 2)
        {
            return null;
        }

        // "by" stands before the source and belongs to the cue no more than to the source.
        var draft = new QuoteDraft { Cue = new TokenRange(auxiliary, verb + 1), Source = new TokenRange(sheet.Left[agent] + 1, sheet.Right[agent] + 1), Confidence = Confidence };
        draft.Content.Add(content);
        return draft;
    }

    /// <summary>Whether somebody stands behind "by", no date, number or manner of doing, or a text behind "in".</summary>
    private static bool IsSpeaker(QuoteSheet sheet, int head) =>
        sheet.Left[head] < head && (sheet.Chars(sheet.Left[head]) is "by" || (sheet.Chars(sheet.Left[head]) is "in" && s_documents.Value.Contains(sheet.Stem[head])))
        && Speakers.SpeakerHead.MaySpeak(sheet, head);

    /// <summary>The quote whose cue holds a token. Called for every verb, so without a closure.</summary>
    private static QuoteDraft? At(List<QuoteDraft> found, int token)
    {
        foreach (var draft in found)
        {
            if (draft.Cue.Contains(token))
            {
                return draft;
            }
        }

        return null;
    }

    private static bool Meets(List<QuoteDraft> found, QuoteDraft draft) =>
        found.Exists(other => other.Cue.Overlaps(draft.Cue) || other.Holds(draft.Cue.End - 1) || other.Content.Exists(piece => piece.Overlaps(draft.Content[0])));
}
