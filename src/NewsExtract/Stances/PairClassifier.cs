using System.Collections.Concurrent;
using NewsExtract.Documents;
using NewsExtract.Stances.Model;
using NewsExtract.Stances.Rules;

namespace NewsExtract.Stances;

/// <summary>Asks the model about every ordered pair of entities in a sentence, and about what a speaker outside the sentence talks of.</summary>
internal sealed class PairClassifier(StanceModel model)
{
    private const int MaximumSides = 12;
    private const int ArticleLength = 8;
    private const int SalientMentions = 3;
    private const float SalientScale = 0.65f;
    private const float PassingScale = 1.5f;
    private const float PlainScale = 2;
    private const string Basis = "model";

    private readonly ConcurrentBag<(PairFeatures Features, FeatureRow Row)> _scratch = [];

    /// <summary>The model's stances; <paramref name="rules"/> are features to it.</summary>
    public List<Finding> Run(StanceText text, List<Finding> rules)
    {
        if (!_scratch.TryTake(out var scratch))
        {
            scratch = (new PairFeatures(model.Vectors), new FeatureRow());
        }

        var found = new List<Finding>();
        scratch.Features.Begin(text);
        var sides = new List<Side>();
        foreach (var sentence in text.Sentences.Sentences)
        {
            Collect(text, sentence.Tokens, sides);
            foreach (var holder in sides)
            {
                foreach (var target in sides)
                {
                    if ((holder.Entity < 0 || holder.Entity != target.Entity) && !holder.Tokens.Overlaps(target.Tokens))
                    {
                        var verdict = RuleVerdict.Of(rules, holder, target, sentence.Tokens);
                        var (support, oppose) = model.Pair(scratch.Features, scratch.Row, holder.Tokens, target.Tokens, sentence.Tokens, verdict);
                        var doubt = IsPlainReport(text, holder, target) ? PlainScale : 1;
                        Keep(found, text, holder, target, support, oppose, (model.Thresholds.Support * doubt, model.Thresholds.Oppose * doubt), Basis + ":pair");
                    }
                }
            }

            Spoken(text, scratch, sentence.Tokens, sides, found);
        }

        _scratch.Add(scratch);
        return found;
    }

    /// <summary>A speaker who is not in the sentence, towards whom the sentence of the quote names.</summary>
    private void Spoken(StanceText text, (PairFeatures Features, FeatureRow Row) scratch, TokenRange sentence, List<Side> sides, List<Finding> found)
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
            Keep(found, text, speaker, target, good, bad, model.LightThresholds, Basis + ":light");
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

    private static void Keep(List<Finding> found, StanceText text, Side holder, Side target, double support, double oppose, (float Support, float Oppose) thresholds, string basis)
    {
        var scale = Scale(text, target);
        var sign = StanceModel.Decide(support, oppose, thresholds.Support * scale, thresholds.Oppose * scale);
        if (sign != 0)
        {
            found.Add(new Finding(holder, target, sign, EvidenceOf(text, target.Tokens), basis, sign > 0 ? support : oppose));
        }
    }

    /// <summary>In an article a stance is likelier towards what it keeps coming back to than towards a name in passing; in single sentences there is no telling.</summary>
    private static float Scale(StanceText text, Side target)
    {
        if (text.Sentences.Count < ArticleLength)
        {
            return 1;
        }

        return target.Entity >= 0 && text.Entities[target.Entity].Mentions.Length >= SalientMentions ? SalientScale : PassingScale;
    }

    /// <summary>The target and the word that governs it.</summary>
    private static TokenRange EvidenceOf(StanceText text, TokenRange target)
    {
        var governor = text.HasParse ? text.HeadOf(text.HeadIn(target)) : -1;
        return governor < 0 ? target : new TokenRange(Math.Min(governor, target.Start), Math.Max(governor + 1, target.End));
    }

    /// <summary>One mention an entity, its name before a nominal before a pronoun.</summary>
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

            if (mention < 0 || mention == seen)
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
            else if (text.Mentions.KindAt(sides[known].Tokens) > text.Mentions.All[mention].Mention.Kind)
            {
                sides[known] = side;
            }
        }

        if (sides.Count > MaximumSides)
        {
            sides.RemoveRange(MaximumSides, sides.Count - MaximumSides);
        }
    }

    private static bool IsLooseName(StanceText text, int token, TokenRange sentence)
    {
        var word = text.Word(token);
        return word.Length > 1 && char.IsUpper(word[0]) && text.HasTags &&
            (text.TagOf(token) == Upos.PROPN || (token > sentence.Start && text.TagOf(token) is Upos.ADJ or Upos.NOUN)) && !text.Has(token, Lexicon.Cues.Holder);
    }
}
