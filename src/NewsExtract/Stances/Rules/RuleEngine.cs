using NewsExtract.Documents;
using NewsExtract.Stances.Lexicon;

namespace NewsExtract.Stances.Rules;

/// <summary>Runs the stance rules over a document and collects what they find.</summary>
internal sealed partial class RuleEngine
{
    private const double Sure = 0.8;
    private const double Likely = 0.65;
    private const double Weak = 0.5;

    private readonly StanceText _text;
    private readonly List<Finding> _findings = [];
    private readonly List<(Side Holder, Side Target, int Token)> _cancelled = [];

    private RuleEngine(StanceText text) => _text = text;

    /// <summary>All findings, in text order of their predicates.</summary>
    public static RuleFindings Run(StanceText text)
    {
        var engine = new RuleEngine(text);
        if (text.HasParse)
        {
            engine.ByTree();
            engine.Neutral();
        }
        else
        {
            engine.ByOrder();
        }

        return new RuleFindings(engine._findings, engine._cancelled);
    }

    private void ByTree()
    {
        for (var token = 0; token < _text.Tokens.Count; token++)
        {
            Judgement(token);
            if (_text.Words[token] is not { Predicates.Length: > 0 } entry)
            {
                continue;
            }

            var tag = _text.TagOf(token);
            var (best, found) = (0, false);
            foreach (var predicate in entry.Predicates)
            {
                // A preposition's reading wins over the plain object's: "argue against" over "argue".
                var fits = predicate.Kind switch
                {
                    PredicateKind.Verb => tag is Upos.VERB or Upos.AUX || (tag is Upos.ADJ && ClauseReader.IsPassive(_text, token)),
                    PredicateKind.Noun => tag is Upos.NOUN,
                    _ => tag is Upos.ADJ || (tag is Upos.VERB && IsParticipial(token)),
                };
                if (!fits || (found && best >= RankOf(predicate)))
                {
                    continue;
                }

                var before = _findings.Count;
                switch (predicate.Kind)
                {
                    case PredicateKind.Verb:
                        Verb(token, predicate);
                        break;
                    case PredicateKind.Noun:
                        Noun(token, predicate);
                        break;
                    default:
                        Adjective(token, predicate);
                        break;
                }

                if (_findings.Count > before)
                {
                    found = true;
                    best = RankOf(predicate);
                }
            }

            if (!found && tag is not Upos.VERB)
            {
                Adjacent(token, entry);
            }
        }
    }

    private static int RankOf(Predicate predicate) => predicate.Frame is PredicateFrame.Preposition or PredicateFrame.Particle ? 2 : 1;

    private bool IsParticipial(int token) => !_text.Word(token).EndsWith("ing", StringComparison.OrdinalIgnoreCase) && _text.Word(token).EndsWith("d", StringComparison.OrdinalIgnoreCase);

    /// <summary>Adds the findings of one predicate: every coordinated holder towards every coordinated target, with their owners.</summary>
    private void Add(int token, Predicate predicate, int holder, int target, double weight)
    {
        var context = ClauseContext.Of(_text, token);
        var sign = context.Apply(predicate.Sign);
        if (holder < 0 || target < 0)
        {
            return;
        }

        if (context.Wished && sign != 0)
        {
            // "Congress should reject the bill": the speaker's wish, not the act of Congress.
            var speaker = SideFinder.Speaker(_text, token);
            AddPairs(token, speaker, target, sign, "wish", predicate, weight);
            Cancel(token, SideFinder.Holder(_text, holder), SideFinder.Target(_text, target));
            return;
        }

        AddPairs(token, SideFinder.Holder(_text, holder), target, sign, null, predicate, weight);
        for (var child = _text.FirstChild(holder); child >= 0; child = _text.NextSibling(child))
        {
            if (_text.RelationOf(child) == Relation.Conj && Contrasted(child) == 0)
            {
                AddPairs(token, SideFinder.Holder(_text, child), target, sign, null, predicate, weight);
            }
        }

        if (SideFinder.Named(_text, holder) < 0 && SideFinder.Owner(_text, holder) is { IsNone: false } owner)
        {
            AddPairs(token, owner, target, sign, "owner", predicate, weight * 0.7);
        }
    }

    private void AddPairs(int token, Side holder, int target, int sign, string? note, Predicate predicate, double weight)
    {
        AddPair(token, holder, SideFinder.Target(_text, target), sign, note, predicate, weight);
        if (SideFinder.Named(_text, target) < 0)
        {
            AddPair(token, holder, SideFinder.Owner(_text, target), sign, "owned", predicate, weight * 0.7);
        }

        for (var child = _text.FirstChild(target); child >= 0; child = _text.NextSibling(child))
        {
            if (_text.RelationOf(child) != Relation.Conj)
            {
                continue;
            }

            var contrast = Contrasted(child);
            if (_text.TagOf(child) is not (Upos.VERB or Upos.ADV))
            {
                AddPair(token, holder, SideFinder.Target(_text, child), contrast == 0 ? sign : 0, note, predicate, weight);
            }
        }

        AddPair(token, holder, Excepted(target), sign > 0 ? -1 : 0, "contrast", predicate, weight);
        Cancel(token, holder, Compared(target, predicate));
    }

    /// <summary>0: joined as an equal; 1: "but not B"; 2: "rather than B".</summary>
    private int Contrasted(int conjunct)
    {
        for (var child = _text.FirstChild(conjunct); child >= 0; child = _text.NextSibling(child))
        {
            if (_text.RelationOf(child) is Relation.Advmod or Relation.Cc && _text.Has(child, Cues.Negation))
            {
                return 1;
            }

            if (_text.RelationOf(child) is Relation.Cc or Relation.Advmod && (_text.Is(child, "rather") || _text.Is(child, "instead")))
            {
                return 2;
            }
        }

        return 0;
    }

    private void AddPair(int token, Side holder, Side target, int sign, string? note, Predicate predicate, double weight)
    {
        if (sign == 0)
        {
            Cancel(token, holder, target);
            return;
        }

        if (predicate.IsAct && target.Entity < 0)
        {
            return;
        }

        AddFinding(new Finding(holder, target, sign, EvidenceOf(token, target), note is null ? predicate.Basis : $"{predicate.Basis}+{note}", weight));
    }

    /// <summary>Notes that the words say nothing of this pair although a stance word joins them, so that the classifier, which sees the word, keeps still.</summary>
    private void Cancel(int token, Side holder, Side target)
    {
        if (!holder.IsNone && !target.IsNone)
        {
            _cancelled.Add((holder, target, token));
        }
    }

    private void AddFinding(Finding finding)
    {
        if (finding.Holder.IsNone || finding.Target.IsNone || finding.Sign == 0 || (finding.Holder.Entity >= 0 && finding.Holder.Entity == finding.Target.Entity) ||
            (finding.Holder.Tokens.Length > 0 && finding.Holder.Tokens.Overlaps(finding.Target.Tokens) && finding.Target.Entity < 0 && finding.Holder.Tokens.Start >= finding.Target.Tokens.Start && finding.Holder.Tokens.End >= finding.Target.Tokens.End))
        {
            return;
        }

        _findings.Add(finding);
    }

    private TokenRange EvidenceOf(int token, Side target)
    {
        var sentence = _text.SentenceAt(token).Tokens;
        return target.Tokens.Length > 0 && sentence.Contains(target.Tokens.Start)
            ? new TokenRange(Math.Min(token, target.Tokens.Start), Math.Max(token + 1, target.Tokens.End))
            : new TokenRange(token, token + 1);
    }
}
