using NewsExtract.Documents;
using NewsExtract.Stances.Lexicon;

namespace NewsExtract.Stances.Rules;

/// <summary>What the words around a predicate make of it: negated, cancelled (denied, merely reported, conditional, hedged), or wished by another.</summary>
internal readonly record struct ClauseContext(bool Negated, bool Cancelled, bool Wished)
{
    /// <summary>The sign a predicate has in this context: what is not supported is opposed, what is not opposed is left open.</summary>
    public int Apply(int sign) => Cancelled ? 0 : !Negated ? sign : sign > 0 ? -1 : 0;

    /// <summary>Reads the context of a predicate from its own dependents and from the clauses above it.</summary>
    public static ClauseContext Of(StanceText text, int token)
    {
        var (negated, cancelled, wished) = (false, false, false);
        var current = token;
        for (var depth = 0; depth < 12; depth++)
        {
            for (var child = text.FirstChild(current); child >= 0; child = text.NextSibling(child))
            {
                var relation = text.RelationOf(child);
                if (IsNegator(text, child, relation, current))
                {
                    negated ^= true;
                }

                cancelled |= relation is Relation.Aux or Relation.Advmod && text.Has(child, Cues.Hedge) && (relation == Relation.Aux || child < current);
                wished |= relation == Relation.Aux && text.Has(child, Cues.Obligation);
                cancelled |= relation is Relation.Mark or Relation.Advmod && text.Has(child, Cues.Conditional);
                negated ^= relation is Relation.Nsubj or Relation.NsubjPass && IsEmptyHolder(text, child);
            }

            var up = text.HeadOf(current);
            if (up < 0)
            {
                break;
            }

            // "Allegations that it threatened them": a clause with a mark relates to nothing in it, whatever the tree calls it.
            var link = text.RelationOf(current) is Relation.AclRelcl && text.ChildBy(current, Relation.Mark) >= 0 ? Relation.Acl : text.RelationOf(current);
            if (link is Relation.Xcomp or Relation.Ccomp or Relation.Advcl or Relation.Acl or Relation.Obl or Relation.Nmod)
            {
                cancelled |= text.Has(up, Cues.Deny | Cues.Pretend) && link is Relation.Xcomp or Relation.Ccomp && text.Has(up, Cues.Deny | Cues.Pretend);
                cancelled |= text.Has(up, Cues.AccusedOf) && link is Relation.Advcl or Relation.Xcomp or Relation.Obl && text.Has(up, Cues.AccusedOf);
                cancelled |= text.Has(up, Cues.Rumour) && text.TagOf(up) is Upos.NOUN && link is Relation.Acl or Relation.Ccomp && text.Has(up, Cues.Rumour);
                if (link == Relation.Xcomp && text.Has(up, Cues.Failure))
                {
                    negated ^= true;
                }

                if (link == Relation.Nmod && text.Has(up, Cues.Absence))
                {
                    negated ^= true;
                }
            }

            // Beyond these links another clause begins, with its own holder: of it only a condition still matters.
            if (link is Relation.Conj && text.TagOf(current) is Upos.VERB && text.ChildBy(current, Relation.Nsubj) < 0 && text.CaseOf(current) < 0)
            {
                cancelled |= Conditional(text, up);
                break;
            }

            if (link is not (Relation.Xcomp or Relation.Nmod or Relation.Obj))
            {
                cancelled |= link == Relation.Ccomp && Conditional(text, up);
                break;
            }

            if (link is Relation.Obj && text.TagOf(current) is Upos.NOUN && text.Has(up, Cues.Drop))
            {
                negated ^= true;
            }

            current = up;
        }

        return new ClauseContext(negated, cancelled, wished);
    }

    private static bool Conditional(StanceText text, int token)
    {
        var mark = text.ChildBy(token, Relation.Mark);
        return mark >= 0 && text.Has(mark, Cues.Conditional);
    }

    private static bool IsNegator(StanceText text, int child, Relation relation, int head) =>
        relation is Relation.Advmod or Relation.Det or Relation.Case or Relation.Cc or Relation.CcPreconj or Relation.Mark &&
        (text.Has(child, Cues.Negation) || IsNoLonger(text, child)) && !(relation == Relation.Case && text.TagOf(head) is Upos.PROPN or Upos.PRON);

    private static bool IsNoLonger(StanceText text, int child) =>
        child > 0 && text.Is(child, "longer") && (text.Is(child - 1, "no") || text.Is(child - 1, "any"));

    private static bool IsEmptyHolder(StanceText text, int subject)
    {
        if (text.Has(subject, Cues.QuantifierNone) || text.Is(subject, "nobody"))
        {
            return true;
        }

        var det = text.ChildBy(subject, Relation.Det);
        return det >= 0 && text.Has(det, Cues.QuantifierNone);
    }
}
