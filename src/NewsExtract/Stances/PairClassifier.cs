using System.Collections.Concurrent;
using NewsExtract.Documents;
using NewsExtract.Stances.Model;
using NewsExtract.Stances.Rules;

namespace NewsExtract.Stances;

/// <summary>Asks the model about every ordered pair of entities in a sentence, and about what a speaker outside the sentence talks of.</summary>
internal sealed class PairClassifier(StanceModel model)
{
    private const int MaximumSides = 12;

    // A teaser, a post, a few lines of a table: read as one, as the labelled texts of the training are.
    private const int ShortText = 3;
    private const float PlainScale = 2;

    // Linear scores below this, by the scale of their threshold, are not looked at again.
    private const float Hopeless = -2.3f;
    private const string Basis = "model";

    private readonly ConcurrentBag<PairScratch> _scratch = [];

    /// <summary>The model's stances; <paramref name="rules"/> are features to it.</summary>
    public List<Finding> Run(StanceText text, List<Finding> rules)
    {
        if (!_scratch.TryTake(out var scratch))
        {
            scratch = new PairScratch(model);
        }

        var found = new List<Finding>();
        scratch.Features.Begin(text);
        var sides = new List<Side>();
        var lights = new List<(float Good, float Bad)>();
        if (text.Sentences.Count <= ShortText)
        {
            Read(new TokenRange(0, text.Tokens.Count));
        }
        else
        {
            foreach (var sentence in text.Sentences.Sentences)
            {
                Read(sentence.Tokens);
            }
        }

        _scratch.Add(scratch);
        return found;

        void Read(TokenRange window)
        {
            Collect(text, window, sides);
            lights.Clear();
            foreach (var side in sides)
            {
                lights.Add(model.Light(scratch.Features, scratch.Row, side.Tokens, window));
            }

            for (var i = 0; i < sides.Count; i++)
            {
                for (var j = i + 1; j < sides.Count; j++)
                {
                    if ((sides[i].Entity < 0 || sides[i].Entity != sides[j].Entity) && !sides[i].Tokens.Overlaps(sides[j].Tokens))
                    {
                        Both(text, scratch, window, rules, (sides[i], lights[i]), (sides[j], lights[j]), found);
                    }
                }
            }

            Spoken(text, scratch, window, sides, found);
        }
    }

    /// <summary>Both directions of a pair: each knows the other's first scores.</summary>
    private void Both(
        StanceText text, PairScratch scratch, TokenRange sentence, List<Finding> rules,
        (Side Side, (float Good, float Bad) Light) a, (Side Side, (float Good, float Bad) Light) b, List<Finding> found)
    {
        var there = RuleVerdict.Of(rules, a.Side, b.Side, sentence);
        var forth = model.Linear(scratch.Features, scratch.Row, a.Side.Tokens, b.Side.Tokens, sentence, there, a.Light, b.Light);
        var back = model.Linear(scratch.Features, scratch.Back, b.Side.Tokens, a.Side.Tokens, sentence, there.Reversed, b.Light, a.Light);
        var (scale, scaleBack) = (ScaleOf(text, a.Side, b.Side), ScaleOf(text, b.Side, a.Side));
        var (isHopeless, isBackHopeless) = (IsHopeless(forth, scale), IsHopeless(back, scaleBack));
        if (isHopeless && isBackHopeless)
        {
            return;
        }

        var (read, readBack) = (scratch.Read(a.Side.Tokens, b.Side.Tokens, sentence), scratch.Read(b.Side.Tokens, a.Side.Tokens, sentence));
        StanceModel.SetNetwork(scratch.Row.Dense, read, readBack);
        StanceModel.SetNetwork(scratch.Back.Dense, readBack, read);
        if (!isHopeless)
        {
            Judge(text, a.Side, b.Side, model.Pair(scratch.Row, forth, back), scale, found);
        }

        if (!isBackHopeless)
        {
            Judge(text, b.Side, a.Side, model.Pair(scratch.Back, back, forth), scaleBack, found);
        }
    }

    private static float ScaleOf(StanceText text, Side holder, Side target) =>
        ArticlePrior.Instance.Pair(text, holder, target) * (IsPlainReport(text, holder, target) ? PlainScale : 1);

    /// <summary>Whether the first scores are so low that the last word would hardly pass its threshold: the costlier rest is then spared.</summary>
    private static bool IsHopeless((float Support, float Oppose) linear, float scale) => Math.Max(linear.Support, linear.Oppose) < Hopeless + MathF.Log(scale);

    private void Judge(StanceText text, Side holder, Side target, (double Support, double Oppose) judged, float scale, List<Finding> found) =>
        Keep(found, text, holder, target, judged.Support, judged.Oppose, model.Thresholds, scale, Basis + ":pair");

    /// <summary>A speaker who is not in the sentence, towards whom the sentence of the quote names.</summary>
    private void Spoken(StanceText text, PairScratch scratch, TokenRange sentence, List<Side> sides, List<Finding> found)
    {
        foreach (var target in sides)
        {
            var quote = text.Speech.QuoteAt(target.Tokens.Start);
            if (quote < 0 || target.Entity < 0 || text.Speech.Speaker(quote) is not { IsNone: false, Entity: >= 0 } speaker || speaker.Entity == target.Entity)
            {
                continue;
            }

            if (sides.Exists(s => s.Entity == speaker.Entity))
            {
                continue;
            }

            var (good, bad) = model.Target(scratch.Features, scratch.Row, target.Tokens, sentence);
            Keep(found, text, speaker, target, good, bad, model.LightThresholds, ArticlePrior.Instance.Light(text, target), Basis + ":light");
        }
    }

    /// <summary>Whether the target stands in the holder's words, and no word there or before them shows an attitude.</summary>
    private static bool IsPlainReport(StanceText text, Side holder, Side target)
    {
        var quote = text.Speech.QuoteAt(target.Tokens.Start);
        if (quote < 0 || text.Speech.Speaker(quote) is not { IsNone: false } speaker || !speaker.Meets(holder))
        {
            return false;
        }

        var sentence = text.SentenceAt(target.Tokens.Start).Tokens;
        for (var t = sentence.Start; t < sentence.End; t++)
        {
            if (text.Words[t] is { } entry && (entry.Predicates.Length > 0 || Math.Abs(entry.Valence) > 1) && text.Mentions.Covering(t) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static void Keep(List<Finding> found, StanceText text, Side holder, Side target, double support, double oppose, (float Support, float Oppose) thresholds, float scale, string basis)
    {
        var sign = StanceModel.Decide(support, oppose, thresholds.Support * scale, thresholds.Oppose * scale);
        if (sign != 0)
        {
            found.Add(new Finding(holder, target, sign, EvidenceOf(text, target.Tokens), basis, sign > 0 ? support : oppose));
        }
    }

    /// <summary>The target and the word that governs it.</summary>
    private static TokenRange EvidenceOf(StanceText text, TokenRange target)
    {
        var governor = text.HasParse ? text.HeadOf(text.HeadIn(target)) : -1;
        return governor < 0 ? target : new TokenRange(Math.Min(governor, target.Start), Math.Max(governor + 1, target.End));
    }

    /// <summary>The names of each entity, or else one mention of it, a nominal before a pronoun.</summary>
    private static void Collect(StanceText text, TokenRange sentence, List<Side> sides)
    {
        sides.Clear();
        var seen = -1;
        for (var t = sentence.Start; t < sentence.End; t++)
        {
            var mention = text.Mentions.Covering(t);
            if (mention < 0 && IsLooseName(text, t, sentence))
            {
                // A name that the recogniser left out: its words are the side.
                var end = t + 1;
                while (end < sentence.End && text.Mentions.Covering(end) < 0 && IsLooseName(text, end, sentence))
                {
                    end++;
                }

                sides.Add(new Side(-1, new TokenRange(t, end)));
                t = end - 1;
                continue;
            }

            if (mention < 0 || mention == seen || text.IsInDateline(t) || IsLabel(text, mention))
            {
                continue;
            }

            seen = mention;
            var side = text.Mentions.SideOf(mention);
            var known = sides.FindIndex(s => s.Entity == side.Entity);
            if (known < 0)
            {
                sides.Add(side);
            }
            else if (text.Mentions.KindAt(sides[known].Tokens) is var kind && kind > text.Mentions.All[mention].Mention.Kind)
            {
                sides[known] = side;
            }
            else if (kind == MentionKind.Name && text.Mentions.All[mention].Mention.Kind == MentionKind.Name)
            {
                sides.Add(side);
            }
        }

        if (sides.Count > MaximumSides)
        {
            sides.RemoveRange(MaximumSides, sides.Count - MaximumSides);
        }
    }

    // "Ann Poe, a Democrat": what somebody is has no stance beside the person's own.
    private static bool IsLabel(StanceText text, int mention)
    {
        var named = text.Mentions.All[mention];
        if (!text.HasParse || text.Entities[named.Entity].Type != EntityType.Norp)
        {
            return false;
        }

        var head = text.HeadIn(named.Mention.Tokens);
        return text.RelationOf(head) == Relation.Appos && text.HeadOf(head) is >= 0 and var governor && text.Mentions.Covering(governor) is >= 0 and var other
            && text.Entities[text.Mentions.All[other].Entity].Type == EntityType.Person;
    }

    private static bool IsLooseName(StanceText text, int token, TokenRange sentence)
    {
        var word = text.Word(token);
        return word.Length > 1 && char.IsUpper(word[0]) && text.HasTags && !text.Mentions.IsValue(token) &&
            (text.TagOf(token) == Upos.PROPN || (token > sentence.Start && text.TagOf(token) is Upos.ADJ or Upos.NOUN)) && !text.Has(token, Lexicon.Cues.Holder);
    }
}
