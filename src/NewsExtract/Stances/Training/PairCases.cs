using System.Runtime.InteropServices;
using NewsExtract.Documents;
using NewsExtract.Learning.Neural;
using NewsExtract.Stances.Model;
using NewsExtract.Stances.Network;
using NewsExtract.Stances.Rules;

namespace NewsExtract.Stances.Training;

/// <summary>
/// Makes cases of the sides of a sentence, the two directions of a pair next to each other. Of many sides every pair with a stance is taken and not more than as many again without one, and one:
/// the rest would teach little beside the time it takes.
/// </summary>
internal sealed class PairCases(PairFeatures features, Lights lights)
{
    // Of a case of our own labels, to a regression, beside one of those that figures go by.
    private const float OwnWeight = 0.4f;

    // In the later epochs the network learns from the labels alone that figures go by.
    private const int OwnEpochs = 4;

    private readonly FeatureRow _row = new();
    private readonly PairWords _words = new();
    private List<Finding> _findings = [];
    private StanceText? _text;
    private PairDomain _domain;

    public List<Case> Cases { get; } = [];

    /// <summary>Goes to a document.</summary>
    public void Begin(StanceText text, PairDomain domain)
    {
        (_text, _domain) = (text, domain);
        features.Begin(text, domain);
        _findings = RuleEngine.Run(text).All;
    }

    /// <summary>Adds the cases of a sentence; empty sides are left out.</summary>
    public void Add(TokenRange window, TokenRange[] sides, Func<int, int, int> signOf, int fold, int seed)
    {
        var chosen = Chosen(sides, signOf, seed);
        if (chosen.Count == 0)
        {
            return;
        }

        var light = sides.Select(side => side.Length == 0 ? default : Light(side, window, _domain == PairDomain.Sentences ? null : fold)).ToArray();
        foreach (var (p, q) in chosen)
        {
            var verdict = RuleVerdict.Of(_findings, SideAt(sides[p]), SideAt(sides[q]), window);
            Add(p, q, verdict);
            Add(q, p, verdict.Reversed);
        }

        void Add(int holder, int target, RuleVerdict rules)
        {
            features.Pair(_row, sides[holder], sides[target], window, rules);
            StanceModel.SetLight(_row.Dense, light[holder], light[target]);
            var (dense, indicators) = _row.Copy();
            features.Words(_words, sides[holder], sides[target], window);
            Cases.Add(new Case(dense, indicators, signOf(holder, target), fold, _words.Copy())
            {
                IsMeasured = _domain == PairDomain.Sentences,
                Epochs = _domain == PairDomain.Sentences ? int.MaxValue : OwnEpochs,
                LinearWeight = _domain == PairDomain.Sentences ? 1 : OwnWeight,
            });
        }
    }

    /// <summary>Pairs of sides that can be told apart: those with a stance, and some without.</summary>
    private static List<(int P, int Q)> Chosen(TokenRange[] sides, Func<int, int, int> signOf, int seed)
    {
        var (labelled, rest) = (new List<(int, int)>(), new List<(int, int)>());
        for (var p = 0; p < sides.Length; p++)
        {
            for (var q = p + 1; q < sides.Length; q++)
            {
                if (sides[p].Length > 0 && sides[q].Length > 0 && !sides[p].Overlaps(sides[q]))
                {
                    (signOf(p, q) != 0 || signOf(q, p) != 0 ? labelled : rest).Add((p, q));
                }
            }
        }

        new SplitMix((ulong)seed).Shuffle(CollectionsMarshal.AsSpan(rest));
        return [.. labelled, .. rest.Take(labelled.Count + 1)];
    }

    private (float Good, float Bad) Light(TokenRange side, TokenRange window, int? without)
    {
        features.Target(_row, side, window);
        var (dense, indicators) = _row.Copy();
        return lights.Score(dense, indicators, without);
    }

    private Side SideAt(TokenRange range)
    {
        var mention = _text!.Mentions.Covering(range.End - 1);
        return new Side(mention < 0 ? -1 : _text.Mentions.All[mention].Entity, range);
    }
}
