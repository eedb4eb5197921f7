using NewsExtract.Documents;
using NewsExtract.Stances.Model;
using NewsExtract.Stances.Rules;

namespace NewsExtract.Stances;

/// <summary>Scores every ordered pair of sides in a sentence.</summary>
internal sealed class PairReader(StanceModel model)
{
    private readonly List<Side> _sides = [];
    private readonly List<(float Good, float Bad)> _lights = [];

    /// <summary>Reads a sentence, or a short text as one; <paramref name="rules"/> are features.</summary>
    public void Read(StanceText text, TokenRange window, List<Finding> rules, PairScratch scratch, PairVisitor visitor)
    {
        PairSides.Collect(text, window, visitor.TakesLooseNames, _sides);
        _lights.Clear();
        foreach (var side in _sides)
        {
            _lights.Add(model.Light(scratch.Features, scratch.Row, side.Tokens, window));
            visitor.Light(side, _lights[^1]);
        }

        for (var i = 0; i < _sides.Count; i++)
        {
            for (var j = i + 1; j < _sides.Count; j++)
            {
                if ((_sides[i].Entity < 0 || _sides[i].Entity != _sides[j].Entity) && !_sides[i].Tokens.Overlaps(_sides[j].Tokens))
                {
                    Both(window, scratch, rules, (_sides[i], _lights[i]), (_sides[j], _lights[j]), visitor);
                }
            }
        }

        visitor.End(window, _sides, scratch);
    }

    /// <summary>Both directions of a pair: each knows the other's first scores.</summary>
    private void Both(
        TokenRange sentence, PairScratch scratch, List<Finding> rules,
        (Side Side, (float Good, float Bad) Light) a, (Side Side, (float Good, float Bad) Light) b, PairVisitor visitor)
    {
        visitor.Asked(sentence, a.Side, b.Side);
        var there = RuleVerdict.Of(rules, a.Side, b.Side, sentence);
        var forth = model.Linear(scratch.Features, scratch.Row, a.Side.Tokens, b.Side.Tokens, sentence, there, a.Light, b.Light);
        var back = model.Linear(scratch.Features, scratch.Back, b.Side.Tokens, a.Side.Tokens, sentence, there.Reversed, b.Light, a.Light);
        var (scale, scaleBack) = (visitor.ScaleOf(a.Side, b.Side), visitor.ScaleOf(b.Side, a.Side));
        var (isHopeless, isBackHopeless) = (StanceModel.IsHopeless(forth.Support, forth.Oppose, scale), StanceModel.IsHopeless(back.Support, back.Oppose, scaleBack));
        if (isHopeless && isBackHopeless)
        {
            return;
        }

        // A hopeless direction is not read: it is the dearest step.
        var read = isHopeless ? StanceModel.Unread : scratch.Read(a.Side.Tokens, b.Side.Tokens, sentence);
        var readBack = isBackHopeless ? StanceModel.Unread : scratch.Read(b.Side.Tokens, a.Side.Tokens, sentence);
        if (!isHopeless)
        {
            StanceModel.SetNetwork(scratch.Row.Dense, read, readBack);
            visitor.Pair(sentence, a.Side, b.Side, scratch.Row, forth, back, scale);
        }

        if (!isBackHopeless)
        {
            StanceModel.SetNetwork(scratch.Back.Dense, readBack, read);
            visitor.Pair(sentence, b.Side, a.Side, scratch.Back, back, forth, scaleBack);
        }
    }
}
