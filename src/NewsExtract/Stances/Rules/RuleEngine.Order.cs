using NewsExtract.Documents;
using NewsExtract.Stances.Lexicon;

namespace NewsExtract.Stances.Rules;

internal sealed partial class RuleEngine
{
    private const int Reach = 25;

    /// <summary>Without a parse: the names before and after a stance verb, passives by their form, negation by what stands shortly before.</summary>
    private void ByOrder()
    {
        var mentions = _text.Mentions.All;
        for (var token = 0; token < _text.Tokens.Count; token++)
        {
            if (_text.Words[token] is not { } entry)
            {
                continue;
            }

            foreach (var predicate in entry.Predicates)
            {
                if (predicate.Kind != PredicateKind.Verb || predicate.Frame is PredicateFrame.Clause)
                {
                    continue;
                }

                var sentence = _text.SentenceAt(token).Tokens;
                var (before, after) = Around(mentions, token, sentence);
                if (before < 0 || after < 0 || (predicate.Word is { } word && !Follows(token, word)))
                {
                    continue;
                }

                var swapped = PassiveByForm(token) ^ (predicate.Frame == PredicateFrame.Reverse);
                var (holder, target) = swapped ? (after, before) : (before, after);
                var sign = NegatedByOrder(token, sentence) ? (predicate.Sign > 0 ? -1 : 0) : predicate.Sign;
                if (sign != 0)
                {
                    var targetSide = _text.Mentions.SideOf(target);
                    AddFinding(new Finding(_text.Mentions.SideOf(holder), targetSide, sign, EvidenceOf(token, targetSide), predicate.Basis, Weak));
                    break;
                }
            }
        }
    }

    private static (int Before, int After) Around((int Entity, EntityMention Mention)[] mentions, int token, TokenRange sentence)
    {
        var (before, after) = (-1, -1);
        for (var i = 0; i < mentions.Length; i++)
        {
            var range = mentions[i].Mention.Tokens;
            if (range.Start >= sentence.Start && range.End <= token && token - range.End < Reach)
            {
                before = i;
            }
            else if (after < 0 && range.Start > token && range.End <= sentence.End && range.Start - token < Reach)
            {
                after = i;
            }
        }

        return (before, after);
    }

    private bool Follows(int token, string word)
    {
        for (var i = token + 1; i < Math.Min(token + 4, _text.Tokens.Count); i++)
        {
            if (_text.Is(i, word))
            {
                return true;
            }
        }

        return false;
    }

    private bool PassiveByForm(int token) =>
        _text.Word(token).EndsWith("ed", StringComparison.OrdinalIgnoreCase) && Follows(token, "by") && token > 0 &&
        (_text.Has(token - 1, Cues.Copula) || (token > 1 && _text.Has(token - 2, Cues.Copula)) || _text.Mentions.Covering(token - 1) >= 0);

    private bool NegatedByOrder(int token, TokenRange sentence)
    {
        for (var i = Math.Max(sentence.Start, token - 3); i < token; i++)
        {
            if (_text.Has(i, Cues.Negation))
            {
                return true;
            }
        }

        return false;
    }
}
