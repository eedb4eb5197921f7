using NewsExtract.Documents;
using NewsExtract.Stances.Lexicon;

namespace NewsExtract.Stances.Rules;

internal sealed partial class RuleEngine
{
    /// <summary>Judging words: "called the ruling a disgrace", and inside a quote "the ruling is a disgrace".</summary>
    private void Judgement(int token)
    {
        if (_text.Words[token] is not { } entry)
        {
            return;
        }

        var valence = entry.Valence;
        if (valence == 0 && entry.Predicates is [{ Frame: PredicateFrame.Reverse, Sign: var reverse }, ..] && _text.TagOf(token) == Upos.ADJ)
        {
            valence = 2 * reverse;
        }

        if (Math.Abs(valence) < 2 && (entry.Cues & Cues.EvaluatedNoun) == 0)
        {
            return;
        }

        var tag = _text.TagOf(token);
        if (valence == 0 || tag is not (Upos.ADJ or Upos.NOUN or Upos.VERB))
        {
            return;
        }

        var sign = Math.Sign(valence);
        var head = _text.HeadOf(token);
        if (_text.ChildBy(token, Relation.Cop) >= 0)
        {
            Copular(token, sign);
        }
        else if (head >= 0 && tag != Upos.VERB && _text.Has(head, Cues.DescribedAs) && _text.RelationOf(token) is Relation.Xcomp or Relation.Obl or Relation.Obj or Relation.Ccomp or Relation.Advcl)
        {
            Described(token, head, sign);
        }
        else if (tag == Upos.ADJ && _text.RelationOf(token) == Relation.Xcomp && head >= 0 && _text.Has(head, Cues.Copula))
        {
            Judge(token, ClauseReader.Subject(_text, head), sign, "judgement");
        }
        else if (tag == Upos.ADJ && _text.RelationOf(token) == Relation.Amod && head >= 0 && _text.Speech.QuoteAt(token) >= 0 && Math.Abs(valence) >= 3 && !IsOfName(token))
        {
            var owner = SideFinder.Named(_text, head) is >= 0 and var named ? _text.Mentions.SideOf(named) : SideFinder.Owner(_text, head);
            AddFinding(new Finding(SpeakerAround(token), owner, ClauseContext.Of(_text, token).Apply(sign), EvidenceOf(token, owner), $"attribute:{_text.Word(token).ToString().ToLowerInvariant()}", Weak * 0.7));
        }

        if (tag == Upos.VERB && _text.Speech.QuoteAt(token) >= 0)
        {
            Deed(token, sign);
        }
    }

    /// <summary>Inside a quote, whoever is said to do a bad thing is opposed by the speaker.</summary>
    private void Deed(int token, int sign)
    {
        if (sign > 0 || _text.Has(token, Cues.Suffering) || ClauseReader.Actor(_text, token) is var actor && (actor < 0 || SideFinder.Named(_text, actor) < 0))
        {
            return;
        }

        var context = ClauseContext.Of(_text, token);
        if (!context.Cancelled && !context.Negated && !context.Wished)
        {
            var side = SideFinder.Target(_text, actor);
            AddFinding(new Finding(SpeakerAround(token), side, -1, EvidenceOf(token, side), $"deed:{_text.Word(token).ToString().ToLowerInvariant()}", Weak));
        }
    }

    // The Supreme Court is not called supreme by whoever speaks of it.
    private bool IsOfName(int token) => _text.Mentions.Covering(token) is >= 0 and var mention && _text.Mentions.All[mention].Mention.Kind == MentionKind.Name;

    private void Copular(int token, int sign)
    {
        var subject = _text.ChildBy(token, Relation.Nsubj);
        if (subject < 0)
        {
            subject = _text.ChildBy(token, Relation.Csubj);
        }

        if (subject >= 0 && ReadByAdjective(token))
        {
            return;
        }

        Judge(token, subject, sign, "judgement");
    }

    // "X is angry at Y" is about Y, and the adjective rule has it.
    private bool ReadByAdjective(int token)
    {
        foreach (var predicate in _text.Words[token]!.Predicates)
        {
            if (predicate.Kind == PredicateKind.Adjective && (predicate.Word is null || ClauseReader.Complement(_text, token, predicate.Word) >= 0))
            {
                return true;
            }
        }

        return false;
    }

    private void Described(int token, int verb, int sign)
    {
        if (_text.Words[verb] is { } entry && entry.Predicates.Any(static p => p is { Kind: PredicateKind.Verb, Frame: PredicateFrame.Object }))
        {
            return;
        }

        var target = ClauseReader.Patient(_text, verb);
        if (target == token)
        {
            return;
        }

        var context = ClauseContext.Of(_text, verb);
        var signed = context.Apply(sign);
        var actor = ClauseReader.Actor(_text, verb);
        var holder = SideFinder.Holder(_text, actor);
        if (holder.IsNone && actor < 0)
        {
            // "were described as positive in the readout"
            holder = ClauseReader.Complement(_text, verb, "in") is >= 0 and var place && _text.Has(place, Cues.Holder) ? SideFinder.Holder(_text, place) : SpeakerAround(verb);
        }

        JudgePair(token, holder, target, signed, "described");
    }

    /// <summary>The speaker judges the noun, if anybody is quoted as saying so.</summary>
    private void Judge(int token, int target, int sign, string rule)
    {
        if (target < 0)
        {
            return;
        }

        // "For the neighbours, the delay is alarming."
        var context = ClauseContext.Of(_text, token);
        var holder = ClauseReader.Complement(_text, token, "for") is >= 0 and var concerned && concerned < token && SideFinder.Holder(_text, concerned) is { IsNone: false } side ? side : SpeakerAround(token);
        JudgePair(token, holder, ClauseReader.Antecedent(_text, target, token), context.Apply(sign), rule);
    }

    private void JudgePair(int token, Side holder, int target, int sign, string rule)
    {
        if (sign == 0 || target < 0)
        {
            return;
        }

        var basis = $"{rule}:{_text.Word(token).ToString().ToLowerInvariant()}";
        var side = SideFinder.Target(_text, target);
        AddFinding(new Finding(holder, side, sign, EvidenceOf(token, side), basis, Weak));
        if (SideFinder.Named(_text, target) < 0)
        {
            var owner = SideFinder.Owner(_text, target);
            AddFinding(new Finding(holder, owner, sign, EvidenceOf(token, owner), basis + "+owned", Weak * 0.7));
        }
    }

    /// <summary>The speaker of the quote around a word, or the subject of a reporting verb that governs its clause.</summary>
    private Side SpeakerAround(int token)
    {
        var quote = _text.Speech.QuoteAt(token);
        if (Reporter(token, quote) is { IsNone: false } inner)
        {
            return inner;
        }

        return quote >= 0 ? _text.Speech.Speaker(quote) : Side.None;
    }

    /// <summary>The subject of a reporting verb above a word, inside the same quote if there is one: of nested speakers the innermost.</summary>
    private Side Reporter(int token, int quote)
    {
        for (var (current, depth) = (token, 0); depth < 6 && current >= 0; depth++)
        {
            var head = _text.HeadOf(current);
            if (head >= 0 && _text.RelationOf(current) == Relation.Ccomp && _text.Has(head, Cues.Report) && _text.Speech.QuoteAt(head) == quote)
            {
                return SideFinder.Holder(_text, ClauseReader.Actor(_text, head));
            }

            current = head;
        }

        return Side.None;
    }

    /// <summary>A named subject that a speaker talks about inside a quote, and on which no other rule speaks, is spoken of neutrally.</summary>
    private void Neutral()
    {
        var found = _findings.Count;
        for (var token = 0; token < _text.Tokens.Count; token++)
        {
            var quote = _text.Speech.QuoteAt(token);
            if (quote < 0 || !_text.Quotes[quote].IsSpeech || _text.RelationOf(token) is not (Relation.Nsubj or Relation.NsubjPass) ||
                SpeakerAround(token) is not { Entity: >= 0 } speaker)
            {
                continue;
            }

            var side = SideFinder.Named(_text, token) is >= 0 and var named ? _text.Mentions.SideOf(named) : SideFinder.Owner(_text, token);
            if (side.Entity < 0 || side.Entity == speaker.Entity || _text.Mentions.KindAt(side.Tokens) != MentionKind.Name)
            {
                continue;
            }

            var sentence = _text.SentenceAt(token).Tokens;
            if (!_findings.Take(found).Any(f => sentence.Contains(f.Evidence.Start) && f.Target.Entity == side.Entity))
            {
                _findings.Add(new Finding(speaker, side, 0, new TokenRange(side.Tokens.Start, side.Tokens.End), "quoted:subject", Weak * 0.5));
            }
        }
    }
}
