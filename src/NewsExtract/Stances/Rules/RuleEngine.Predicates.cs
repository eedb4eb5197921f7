using NewsExtract.Documents;
using NewsExtract.Stances.Lexicon;

namespace NewsExtract.Stances.Rules;

internal sealed partial class RuleEngine
{
    private void Verb(int token, Predicate predicate)
    {
        switch (predicate.Frame)
        {
            case PredicateFrame.Object:
                if (_text.ChildBy(token, Relation.CompoundPrt) < 0)
                {
                    Add(token, predicate, ClauseReader.Actor(_text, token), ClauseReader.Patient(_text, token), Sure);
                }

                break;
            case PredicateFrame.Particle:
                if (_text.ChildBy(token, Relation.CompoundPrt) is >= 0 and var particle && _text.Is(particle, predicate.Word!))
                {
                    var patient = ClauseReader.Patient(_text, token);
                    Add(token, predicate, ClauseReader.Actor(_text, token), patient >= 0 ? patient : FirstComplement(token), Sure);
                }

                break;
            case PredicateFrame.Reverse:
                Add(token, predicate, ClauseReader.Patient(_text, token), ClauseReader.Actor(_text, token), Likely);
                break;
            case PredicateFrame.Preposition:
                Add(token, predicate, ClauseReader.Subject(_text, token), ClauseReader.Complement(_text, token, predicate.Word!), Likely);
                break;
            case PredicateFrame.Clause:
                Clause(token, predicate, ClauseReader.Subject(_text, token));
                break;
        }
    }

    private void Noun(int token, Predicate predicate)
    {
        if (predicate.Frame == PredicateFrame.Clause)
        {
            Clause(token, predicate, NounHolder(token));
            return;
        }

        var target = ClauseReader.Complement(_text, token, predicate.Word!);
        if (target < 0)
        {
            target = Attracted(token);
        }

        if (target < 0)
        {
            return;
        }

        var holder = NounHolder(token);
        if (holder < 0 && _text.Has(token, Cues.Holder))
        {
            // "critics of the bill" hold the stance themselves, or whoever they are said to be.
            holder = token;
            var head = _text.HeadOf(token);
            if (_text.RelationOf(token) == Relation.Appos && head >= 0)
            {
                holder = head;
            }
            else if (_text.ChildBy(token, Relation.Cop) >= 0 && ClauseReader.Subject(_text, token) is >= 0 and var subject)
            {
                holder = subject;
            }
        }

        Add(token, predicate, holder, target, Likely);
    }

    private void Adjective(int token, Predicate predicate)
    {
        var holder = ClauseReader.Subject(_text, token);
        if (holder < 0 && _text.RelationOf(token) == Relation.Amod)
        {
            holder = _text.HeadOf(token);
        }

        if (predicate.Frame == PredicateFrame.Clause)
        {
            Clause(token, predicate, holder);
            return;
        }

        Add(token, predicate, holder, ClauseReader.Complement(_text, token, predicate.Word!), Likely);
    }

    /// <summary>Who has a stance noun: its owner, whom it comes from, or who voices it.</summary>
    private int NounHolder(int token)
    {
        var found = _text.ChildBy(token, Relation.NmodPoss);
        if (found >= 0)
        {
            return found;
        }

        foreach (var preposition in (ReadOnlySpan<string>)["by", "from", "among"])
        {
            found = ClauseReader.Complement(_text, token, preposition);
            if (found >= 0)
            {
                return found;
            }
        }

        var head = _text.HeadOf(token);
        if (head < 0)
        {
            return -1;
        }

        if (_text.RelationOf(token) is Relation.Obj && _text.Has(head, Cues.Attract))
        {
            return ClauseReader.Complement(_text, head, "from");
        }

        if (_text.RelationOf(token) is Relation.Obj or Relation.Obl && _text.Has(head, Cues.LightVerb | Cues.Report | Cues.Drop))
        {
            return ClauseReader.Actor(_text, head);
        }

        if (_text.RelationOf(token) is Relation.NsubjPass && _text.Has(head, Cues.LightVerb))
        {
            return ClauseReader.Actor(_text, head);
        }

        for (var child = _text.FirstChild(token); child >= 0; child = _text.NextSibling(child))
        {
            if (_text.RelationOf(child) is Relation.Amod or Relation.Compound && _text.Mentions.HeadedAt(child) >= 0)
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>"The plan drew criticism from …": the subject of the attracting verb is the target.</summary>
    private int Attracted(int token)
    {
        var head = _text.HeadOf(token);
        return head >= 0 && _text.RelationOf(token) == Relation.Obj && _text.Has(head, Cues.Attract) ? ClauseReader.Subject(_text, head) : -1;
    }

    private int FirstComplement(int token)
    {
        for (var child = _text.FirstChild(token); child >= 0; child = _text.NextSibling(child))
        {
            if (_text.RelationOf(child) == Relation.Obl && child > token)
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>A stance on an action is one on its object: for what it does, against it when the action undoes it.</summary>
    private void Clause(int token, Predicate predicate, int holder)
    {
        var action = -1;
        for (var child = _text.FirstChild(token); child >= 0 && action < 0; child = _text.NextSibling(child))
        {
            if (_text.RelationOf(child) is Relation.Xcomp or Relation.Acl or Relation.Csubj || (_text.RelationOf(child) is Relation.Nmod or Relation.Obl && _text.TagOf(child) == Upos.VERB))
            {
                action = _text.TagOf(child) == Upos.VERB ? child : -1;
            }
        }

        // Who declines to comment has no view of the comment.
        if (action < 0 || holder < 0 || (_text.Has(token, Cues.Failure) && _text.Has(action, Cues.Answer)))
        {
            return;
        }

        var sign = predicate.Sign;
        var inner = false;
        for (var depth = 0; depth < 4; depth++)
        {
            inner |= SpeaksItself(action);
            var next = _text.ChildBy(action, Relation.Xcomp);
            if (next < 0 && _text.ChildBy(action, Relation.Advcl) is >= 0 and var purpose && _text.CaseOf(purpose) is >= 0 and var mark && _text.Is(mark, "to"))
            {
                next = purpose;
            }

            if (next < 0 || _text.TagOf(next) != Upos.VERB)
            {
                break;
            }

            action = next;
        }

        if (inner)
        {
            // The inner verb is a predicate of its own with the same holder, except under a noun, which hides its subject.
            if (predicate.Kind == PredicateKind.Noun && InnerSign(action) is var innerSign && innerSign != 0)
            {
                Add(token, predicate with { Sign = predicate.Sign * innerSign }, holder, ClauseReader.Patient(_text, action), Weak);
            }

            return;
        }

        var target = ClauseReader.Patient(_text, action);
        if (target >= 0 && target != holder)
        {
            Add(token, predicate with { Sign = _text.Has(action, Cues.Relief) ? -sign : sign }, holder, target, Weak);
        }
        else if (_text.TagOf(action) == Upos.VERB)
        {
            Add(token, predicate, holder, action, Weak);
        }
    }

    /// <summary>Whether a verb is a predicate whose place for the target is taken.</summary>
    private bool SpeaksItself(int verb)
    {
        foreach (var predicate in _text.Words[verb]?.Predicates ?? [])
        {
            if (predicate.Kind == PredicateKind.Verb && predicate.Frame switch
            {
                PredicateFrame.Object or PredicateFrame.Particle => true,
                PredicateFrame.Preposition => ClauseReader.Complement(_text, verb, predicate.Word!) >= 0,
                _ => false,
            })
            {
                return true;
            }
        }

        return false;
    }

    private int InnerSign(int verb)
    {
        foreach (var predicate in _text.Words[verb]?.Predicates ?? [])
        {
            if (predicate is { Kind: PredicateKind.Verb, Frame: PredicateFrame.Object })
            {
                return predicate.Sign;
            }
        }

        return 0;
    }
}
