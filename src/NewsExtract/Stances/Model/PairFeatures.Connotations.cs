using NewsExtract.Documents;
using NewsExtract.Stances.Lexicon;

namespace NewsExtract.Stances.Model;

internal sealed partial class PairFeatures
{
    /// <summary>How something hangs on a word that links it with another.</summary>
    private enum Part : byte
    {
        Other,

        /// <summary>Subject of a verb, owner of a noun, behind <em>by</em>.</summary>
        Holder,

        /// <summary>Object of a verb, subject of a passive, behind another preposition.</summary>
        Goal,
    }

    // What the words on the path between the two imply of them, by their parts at the word where the paths meet.
    private void Implied(FeatureRow row, ReadOnlySpan<int> up, ReadOnlySpan<int> down, int top, ulong labels)
    {
        var text = _text!;
        var dense = row.Dense;
        var word = text.Connotations[top];
        var holder = up.Length == 0 ? Part.Other : PartOf(up[^1], top);
        var target = down.Length == 0 ? Part.Other : PartOf(down[^1], top);
        var after = down.Length > 0 && text.CaseOf(down[^1]) is >= 0 and var mark ? text.Connotations[mark].Towards : 0;
        var shown = after != 0 && holder != Part.Goal ? after : (holder, target) switch
        {
            (Part.Goal, Part.Holder) => word.Back,
            (Part.Goal, Part.Goal) or (Part.Holder, Part.Holder) => 0,
            _ => word.Towards,
        };
        dense[FeatureLayout.Implied] = shown;
        row.Add(Mix(160, (ulong)(shown + 2), ((ulong)holder * 3) + (ulong)target));
        row.Add(Mix(161, (ulong)(shown + 2), labels));
        var (above, below) = (0, 0);
        foreach (var token in up.Length == 0 ? up : up[1..])
        {
            above += text.Connotations[token].Towards;
        }

        foreach (var token in down.Length == 0 ? down : down[1..])
        {
            below += text.Connotations[token].Towards;
            row.Add(Mix(162, (ulong)(text.Connotations[token].Towards + 2), (ulong)(shown + 2)));
        }

        dense[FeatureLayout.ImpliedAbove] = above;
        dense[FeatureLayout.ImpliedBelow] = below;
        var negated = 1;
        for (var child = text.FirstChild(top); child >= 0; child = text.NextSibling(child))
        {
            negated = text.Has(child, Cues.Negation) ? -1 : negated;
            if (text.RelationOf(child) == Relation.Advmod)
            {
                dense[FeatureLayout.ImpliedManner] += text.Connotations[child].Towards + text.Connotations[child].Bearer;
            }
        }

        dense[FeatureLayout.ImpliedSigned] = shown * negated;
    }

    // In what light the words beside a name put it.
    private int Grade(int head)
    {
        var text = _text!;
        var sum = 0;
        for (var child = text.FirstChild(head); child >= 0; child = text.NextSibling(child))
        {
            sum += text.RelationOf(child) is Relation.Amod or Relation.Compound or Relation.Appos or Relation.Acl or Relation.AclRelcl ? text.Connotations[child].Bearer : 0;
        }

        var governor = text.HeadOf(head);
        if (governor < 0)
        {
            return sum;
        }

        var word = text.Connotations[governor];
        return sum + PartOf(head, governor) switch
        {
            Part.Holder => word.Bearer,
            Part.Goal => word.Goal,
            _ => text.RelationOf(head) is Relation.Nmod or Relation.Appos or Relation.Flat or Relation.Compound ? word.Bearer : 0,
        };
    }

    private Part PartOf(int token, int governor)
    {
        var text = _text!;
        switch (text.RelationOf(token))
        {
            case Relation.Nsubj or Relation.Csubj or Relation.NsubjOuter or Relation.NmodPoss or Relation.OblAgent:
                return Part.Holder;
            case Relation.Obj or Relation.Iobj or Relation.NsubjPass or Relation.Ccomp or Relation.Xcomp:
                return Part.Goal;
            case Relation.Obl or Relation.Nmod:
                var mark = text.CaseOf(token);
                return mark >= 0 && (text.Is(mark, "by") || text.Is(mark, "from")) ? Part.Holder
                    : mark >= 0 && text.Is(mark, "of") && text.ChildBy(governor, Relation.NmodPoss) < 0 && text.Connotations[governor].Bearer != 0 ? Part.Other
                    : Part.Goal;
            default:
                return Part.Other;
        }
    }
}
