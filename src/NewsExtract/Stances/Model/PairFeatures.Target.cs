using NewsExtract.Documents;
using NewsExtract.Stances.Lexicon;

namespace NewsExtract.Stances.Model;

internal sealed partial class PairFeatures
{
    private const int Near = 6;

    /// <summary>Fills the row with the features of a target alone: in what light the words around it put it.</summary>
    public void Target(FeatureRow row, TokenRange target, TokenRange window)
    {
        row.Clear();
        var text = _text!;
        var dense = row.Dense;
        for (var t = window.Start; t < window.End; t++)
        {
            if (target.Contains(t))
            {
                continue;
            }

            var distance = t < target.Start ? target.Start - t : t - target.End + 1;
            var side = t < target.Start ? 1UL : 2UL;
            row.Add(Mix(110, _masked[t]));
            if (distance <= Near)
            {
                row.Add(Mix(111, _masked[t], side));
            }

            if (t > window.Start && t != target.End)
            {
                row.Add(Mix(113, _masked[t], _masked[t - 1]));
            }

            var implied = text.Connotations[t];
            dense[implied.Towards > 0 ? FeatureLayout.ForAround : FeatureLayout.AgainstAround] += Math.Abs(implied.Towards);
            dense[implied.Bearer + implied.Goal > 0 ? FeatureLayout.GoodBetween : FeatureLayout.BadBetween] += Math.Abs(implied.Bearer + implied.Goal);
            if (text.Words[t] is not { } entry)
            {
                continue;
            }

            var near = distance <= Near;
            var scale = NegatedNear(t, window) ? -1 : 1;
            var valence = entry.Valence * scale;
            dense[valence > 0 ? (near ? FeatureLayout.PositiveBetween : FeatureLayout.PositiveAround) : near ? FeatureLayout.NegativeBetween : FeatureLayout.NegativeAround] += Math.Abs(valence) / 5f;
            row.Add(Mix(114, (ulong)(valence + 6), near ? 1UL : 0UL));
            if (entry.Predicates.Length > 0)
            {
                var sign = entry.Predicates[0].Sign * scale;
                row.Add(Mix(115, (ulong)(sign + 1), side));
                dense[sign > 0 ? FeatureLayout.SupportAround : FeatureLayout.OpposeAround] += 0.3f;
            }
        }

        Neighbours(row, target, window, 9);
        if (text.HasParse)
        {
            TargetTree(row, text.HeadIn(target));
        }
    }

    private void TargetTree(FeatureRow row, int head)
    {
        var text = _text!;
        Governor(row, head, 120);
        row.Dense[FeatureLayout.TargetGrade] = Grade(head);
        for (var child = text.FirstChild(head); child >= 0; child = text.NextSibling(child))
        {
            row.Add(Mix(124, (ulong)text.RelationOf(child), _masked[child]));
        }

        var governor = text.HeadOf(head);
        if (governor < 0)
        {
            return;
        }

        var relation = (ulong)text.RelationOf(head);
        for (var child = text.FirstChild(governor); child >= 0; child = text.NextSibling(child))
        {
            if (child != head)
            {
                row.Add(Mix(125, (relation * 100) + (ulong)text.RelationOf(child), _masked[child]));
            }
        }

        var implied = text.Connotations[governor];
        row.Add(Mix(166, relation, implied.Lights));
        row.Add(Mix(167, relation, (ulong)(implied.Towards + 2)));
        if (text.Words[governor] is { } entry)
        {
            var negated = NegatedNear(governor, text.SentenceAt(governor).Tokens) ? 50UL : 0;
            row.Add(Mix(126, relation, (ulong)(entry.Valence + 6) + negated));
            if (entry.Predicates.Length > 0)
            {
                row.Add(Mix(127, relation, (ulong)(entry.Predicates[0].Sign + 1) + negated));
            }
        }
    }

    private bool NegatedNear(int token, TokenRange window)
    {
        for (var i = Math.Max(window.Start, token - 3); i < token; i++)
        {
            if (_text!.Has(i, Cues.Negation))
            {
                return true;
            }
        }

        return false;
    }
}
