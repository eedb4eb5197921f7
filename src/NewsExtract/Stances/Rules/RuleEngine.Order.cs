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

    /// <summary>Where the tagger took a verb between two names for a noun: the names right beside it decide.</summary>
    private void Adjacent(int token, WordEntry entry)
    {
        var sentence = _text.SentenceAt(token).Tokens;
        if (token == sentence.Start || token + 1 >= sentence.End || _text.Mentions.Covering(token) >= 0)
        {
            return;
        }

        var denied = _text.Has(token - 1, Cues.Deny) && token - 2 >= sentence.Start;
        var before = _text.Mentions.Covering(denied ? token - 2 : token - 1);
        var next = token + 1;
        while (next < sentence.End - 1 && next < token + 3 && _text.Mentions.Covering(next) < 0)
        {
            next++;
        }

        var after = _text.Mentions.Covering(next);
        var predicate = Array.Find(entry.Predicates, static p => p is { Kind: PredicateKind.Verb, Frame: PredicateFrame.Object });
        if (denied && predicate is not null && before >= 0 && after >= 0)
        {
            Cancel(token, _text.Mentions.SideOf(before), _text.Mentions.SideOf(after));
            return;
        }

        var word = _text.Word(token);
        var bare = (word.EndsWith("s", StringComparison.Ordinal) && !word.EndsWith("ss", StringComparison.Ordinal)) || word.EndsWith("ed", StringComparison.Ordinal);
        if (predicate is null || !bare || before < 0 || after < 0 || (next > token + 1 && _text.TagOf(token + 1) is not (Upos.DET or Upos.NOUN or Upos.PROPN)))
        {
            return;
        }

        for (var i = Math.Max(sentence.Start, _text.Mentions.All[before].Mention.Tokens.Start - 2); i < token; i++)
        {
            if (_text.Has(i, Cues.Conditional | Cues.Hedge | Cues.Negation))
            {
                Cancel(token, _text.Mentions.SideOf(before), _text.Mentions.SideOf(after));
                return;
            }
        }

        var holder = _text.Mentions.SideOf(before);
        AddPair(token, holder, _text.Mentions.SideOf(after), predicate.Sign, "adjacent", predicate, Weak);
        AddPair(token, holder, Excepted(next), predicate.Sign > 0 ? -1 : 0, "contrast", predicate, Weak);
        Cancel(token, holder, Compared(next, predicate));
    }

    /// <summary>"Trusts A more than B", "prefers A over B": B, of which nothing is said.</summary>
    private Side Compared(int target, Predicate predicate)
    {
        var sentence = _text.SentenceAt(target).Tokens;
        for (var i = target + 1; i < Math.Min(sentence.End - 1, target + 8); i++)
        {
            if (_text.Is(i, "than") || (_text.Is(i, "over") && predicate.Prefers))
            {
                return FirstAfter(i, sentence);
            }
        }

        return Side.None;
    }

    private Side FirstAfter(int token, TokenRange sentence)
    {
        for (var i = token + 1; i < Math.Min(sentence.End, token + 4); i++)
        {
            if (_text.Mentions.Covering(i) is >= 0 and var mention)
            {
                return _text.Mentions.SideOf(mention);
            }
        }

        return Side.None;
    }

    /// <summary>What "but not …" after a target excepts.</summary>
    private Side Excepted(int target)
    {
        var sentence = _text.SentenceAt(target).Tokens;
        var at = SideFinder.Target(_text, target) is { IsNone: false } side ? side.Tokens.End : target + 1;
        if (at < sentence.End && _text.Is(at, ","))
        {
            at++;
        }

        if (at < sentence.End && _text.Is(at, "but"))
        {
            at++;
        }

        if (at >= sentence.End || !_text.Is(at, "not"))
        {
            return Side.None;
        }

        for (var i = at + 1; i < Math.Min(sentence.End, at + 5); i++)
        {
            if (_text.Mentions.Covering(i) is >= 0 and var mention)
            {
                return _text.Mentions.SideOf(mention);
            }

            if (_text.TagOf(i) is Upos.NOUN)
            {
                return new Side(-1, SideFinder.Phrase(_text, i));
            }
        }

        return Side.None;
    }
}
