using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Stances.Lexicon;

namespace NewsExtract.Stances.Model;

internal sealed partial class PairFeatures
{
    private const int LongestPath = 24;

    private void Tree(FeatureRow row, TokenRange holder, TokenRange target)
    {
        var text = _text!;
        var dense = row.Dense;
        var (h, t) = (text.HeadIn(holder), text.HeadIn(target));
        dense[FeatureLayout.HolderSubject] = text.RelationOf(h) is Relation.Nsubj ? 1 : text.RelationOf(h) is Relation.NsubjPass ? -1 : 0;
        dense[FeatureLayout.TargetSubject] = text.RelationOf(t) is Relation.Nsubj ? 1 : text.RelationOf(t) is Relation.NsubjPass ? -1 : 0;
        dense[FeatureLayout.TargetObject] = text.RelationOf(t) is Relation.Obj ? 1 : 0;
        dense[FeatureLayout.TargetOblique] = text.RelationOf(t) is Relation.Obl or Relation.Nmod ? 1 : 0;
        dense[FeatureLayout.TargetOwner] = text.RelationOf(t) is Relation.NmodPoss ? 1 : 0;
        dense[FeatureLayout.HolderOwner] = text.RelationOf(h) is Relation.NmodPoss ? 1 : 0;
        Span<int> up = stackalloc int[LongestPath];
        Span<int> down = stackalloc int[LongestPath];
        var ups = Climb(text, h, up);
        var downs = Climb(text, t, down);
        var (a, b) = Meet(up[..ups], down[..downs]);
        dense[FeatureLayout.PathLength] = a < 0 ? LongestPath : a + b;
        dense[FeatureLayout.HolderGrade] = Grade(h);
        dense[FeatureLayout.TargetGrade] = Grade(t);
        Governor(row, h, 70);
        Governor(row, t, 74);
        if (a < 0)
        {
            row.Add(Mix(78, 0));
            return;
        }

        dense[FeatureLayout.SameClause] = a <= 1 && b <= 2 ? 1 : 0;
        var labels = 7UL;
        for (var i = 0; i < a; i++)
        {
            labels = FeatureHash.Mix(labels, (ulong)text.RelationOf(up[i]));
        }

        labels = FeatureHash.Mix(labels, 999);
        for (var i = b - 1; i >= 0; i--)
        {
            labels = FeatureHash.Mix(labels, (ulong)text.RelationOf(down[i]));
        }

        row.Add(Mix(80, labels));
        for (var i = 1; i <= a; i++)
        {
            OnPath(row, up[i], i == a ? 1UL : 2UL, labels);
        }

        for (var i = b - 1; i >= 1; i--)
        {
            OnPath(row, down[i], 3, labels);
        }

        Implied(row, up[..a], down[..b], up[a], labels);

        // How the two hang on the word where their paths meet, with that word.
        var top = up[a];
        var hanging = ((ulong)(a > 0 ? text.RelationOf(up[a - 1]) : Relation.Root) * 100) + (ulong)(b > 0 ? text.RelationOf(down[b - 1]) : Relation.Root);
        row.Add(Mix(81, hanging, _masked[top]));
        row.Add(Mix(82, hanging));
        row.Add(Mix(132, hanging, _class[top]));
        if (text.CaseOf(t) is >= 0 and var mark)
        {
            row.Add(Mix(83, _masked[mark], _masked[Math.Max(0, text.HeadOf(t))]));
        }
    }

    private void Governor(FeatureRow row, int token, ulong template)
    {
        var text = _text!;
        var head = text.HeadOf(token);
        row.Add(Mix(template, (ulong)text.RelationOf(token), head >= 0 ? _masked[head] : 1));
        row.Add(Mix(template + 1, (ulong)text.RelationOf(token)));
        row.Add(Mix(template + 100, (ulong)text.RelationOf(token), head >= 0 ? _class[head] : 1));
        if (head >= 0 && text.HeadOf(head) is >= 0 and var above)
        {
            row.Add(Mix(template + 2, ((ulong)text.RelationOf(token) * 100) + (ulong)text.RelationOf(head), _masked[above]));
        }
    }

    private void OnPath(FeatureRow row, int token, ulong place, ulong labels)
    {
        var text = _text!;
        var dense = row.Dense;
        row.Add(Mix(84, _masked[token]));
        row.Add(Mix(85, _masked[token], place));
        row.Add(Mix(86, _masked[token], labels));
        row.Add(Mix(133, _class[token], place));
        row.Add(Mix(134, _class[token], labels));
        if (text.Connotations[token] is { IsNeutral: false } implied)
        {
            row.Add(Mix(163, implied.Attitudes, place));
            row.Add(Mix(164, implied.Lights, place));
            row.Add(Mix(165, implied.Attitudes, labels));
        }

        if (text.Words[token] is { } entry)
        {
            dense[entry.Valence > 0 ? FeatureLayout.PathPositive : FeatureLayout.PathNegative] += Math.Abs(entry.Valence);
            if (entry.Predicates.Length > 0)
            {
                var sign = entry.Predicates[0].Sign;
                dense[sign > 0 ? FeatureLayout.PathSupport : FeatureLayout.PathOppose]++;
                row.Add(Mix(87, (ulong)(sign + 1), place));
                row.Add(Mix(88, (ulong)(sign + 1), labels));
            }
        }

        for (var child = text.FirstChild(token); child >= 0; child = text.NextSibling(child))
        {
            if (text.Has(child, Cues.Negation))
            {
                dense[FeatureLayout.PathNegated]++;
                row.Add(Mix(89, _masked[token]));
            }
        }
    }

    private static int Climb(StanceText text, int token, Span<int> path)
    {
        var count = 0;
        for (var current = token; current >= 0 && count < path.Length; current = text.HeadOf(current))
        {
            path[count++] = current;
        }

        return count;
    }

    private static (int A, int B) Meet(ReadOnlySpan<int> up, ReadOnlySpan<int> down)
    {
        for (var i = 0; i < up.Length; i++)
        {
            var j = down.IndexOf(up[i]);
            if (j >= 0)
            {
                return (i, j);
            }
        }

        return (-1, -1);
    }
}
