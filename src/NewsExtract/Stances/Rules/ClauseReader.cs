using NewsExtract.Documents;
using NewsExtract.Stances.Lexicon;

namespace NewsExtract.Stances.Rules;

/// <summary>Reads who does what to whom from the tree: subjects through control and coordination, passives, relative clauses.</summary>
internal static class ClauseReader
{
    private const int MaximumClimb = 8;

    /// <summary>Whether the verb is passive: its logical object is the grammatical subject.</summary>
    public static bool IsPassive(StanceText text, int verb)
    {
        for (var child = text.FirstChild(verb); child >= 0; child = text.NextSibling(child))
        {
            if (text.RelationOf(child) is Relation.NsubjPass or Relation.AuxPass or Relation.CsubjPass or Relation.OblAgent)
            {
                return true;
            }
        }

        // A bare participle after its noun: "the bill backed by …".
        return text.RelationOf(verb) is Relation.Acl or Relation.Advcl or Relation.Conj && IsParticiple(text, verb) && AgentPhrase(text, verb) >= 0;
    }

    /// <summary>The token that acts: subject, agent of a passive, or the subject of a governing clause; −1 when there is none.</summary>
    public static int Actor(StanceText text, int verb) => IsPassive(text, verb) ? AgentPhrase(text, verb) : Subject(text, verb);

    /// <summary>The grammatical subject, looked for up through shared subjects; −1 when there is none.</summary>
    public static int Subject(StanceText text, int verb)
    {
        var current = verb;
        for (var depth = 0; depth < MaximumClimb; depth++)
        {
            var own = OwnSubject(text, current);
            if (own >= 0)
            {
                return Antecedent(text, own, current);
            }

            var head = text.HeadOf(current);
            if (head < 0)
            {
                return -1;
            }

            switch (text.RelationOf(current))
            {
                case Relation.AclRelcl or Relation.Acl:
                    // "lawmakers opposing the bill"; "the need to …" goes to whoever has the need.
                    return text.TagOf(current) == Upos.VERB && HasMarkTo(text, current) ? -1 : head;
                case Relation.Xcomp or Relation.Ccomp when !text.Has(head, Cues.Request):
                    var controller = text.ChildBy(head, Relation.Obj);
                    if (controller >= 0 && text.RelationOf(current) == Relation.Xcomp && text.TagOf(head) == Upos.VERB && !text.Has(head, Cues.Report))
                    {
                        return controller;
                    }

                    current = head;
                    break;
                case Relation.Xcomp or Relation.Ccomp or Relation.Advcl or Relation.Conj or Relation.Parataxis:
                    current = head;
                    break;
                default:
                    return -1;
            }

            if (IsPassive(text, current))
            {
                var subject = OwnSubject(text, current);
                return subject >= 0 ? Antecedent(text, subject, current) : -1;
            }
        }

        return -1;
    }

    /// <summary>What the verb acts on: object, or subject of a passive, or the noun a relative clause belongs to.</summary>
    public static int Patient(StanceText text, int verb)
    {
        if (IsPassive(text, verb))
        {
            var subject = OwnSubject(text, verb);
            if (subject >= 0)
            {
                return Antecedent(text, subject, verb);
            }

            return text.RelationOf(verb) switch
            {
                Relation.Acl or Relation.AclRelcl => text.HeadOf(verb),
                Relation.Advcl or Relation.Conj or Relation.Xcomp => Subject(text, verb),
                _ => -1,
            };
        }

        var found = text.ChildBy(verb, Relation.Obj);
        if (found >= 0)
        {
            return Antecedent(text, found, verb);
        }

        found = text.ChildBy(verb, Relation.Ccomp);
        if (found >= 0 && text.TagOf(found) is Upos.NOUN or Upos.PROPN)
        {
            return found;
        }

        // "the plan (that) critics oppose"
        return text.RelationOf(verb) == Relation.AclRelcl && OwnSubject(text, verb) is >= 0 and var actor && !text.Has(actor, Cues.Relative) ? text.HeadOf(verb) : -1;
    }

    /// <summary>The noun after a preposition that depends on the word, or −1.</summary>
    public static int Complement(StanceText text, int word, string preposition)
    {
        for (var child = text.FirstChild(word); child >= 0; child = text.NextSibling(child))
        {
            if (text.RelationOf(child) is Relation.Obl or Relation.Nmod or Relation.OblAgent or Relation.Advcl or Relation.Acl or Relation.Xcomp or Relation.Ccomp
                && text.CaseOf(child) is >= 0 and var mark && text.Is(mark, preposition)
                && !(preposition == "to" && text.TagOf(child) is Upos.VERB && text.RelationOf(child) is not (Relation.Obl or Relation.Nmod)))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>Relative pronouns stand for the noun their clause belongs to.</summary>
    public static int Antecedent(StanceText text, int token, int verb)
    {
        if (!text.Has(token, Cues.Relative))
        {
            return token;
        }

        for (var (current, depth) = (verb, 0); current >= 0 && depth < MaximumClimb; depth++)
        {
            if (text.RelationOf(current) is Relation.AclRelcl or Relation.Acl)
            {
                return text.HeadOf(current);
            }

            current = text.HeadOf(current);
        }

        return token;
    }

    private static int OwnSubject(StanceText text, int verb)
    {
        var found = text.ChildBy(verb, Relation.Nsubj);
        return found >= 0 ? found : text.ChildBy(verb, Relation.NsubjPass);
    }

    private static int AgentPhrase(StanceText text, int verb)
    {
        var found = text.ChildBy(verb, Relation.OblAgent);
        found = found >= 0 ? found : Complement(text, verb, "by");

        // "was accused of fraud by X": parsers hang the agent on the noun.
        for (var child = text.FirstChild(verb); child >= 0 && found < 0; child = text.NextSibling(child))
        {
            found = text.RelationOf(child) == Relation.Obl ? Complement(text, child, "by") : -1;
        }

        return found;
    }

    private static bool IsParticiple(StanceText text, int verb) => !text.Word(verb).EndsWith("ing", StringComparison.OrdinalIgnoreCase);

    private static bool HasMarkTo(StanceText text, int verb) => text.ChildBy(verb, Relation.Mark) is >= 0 and var mark && text.Is(mark, "to");
}
