using NewsExtract.Documents;
using NewsExtract.Stances.Model;
using NewsExtract.Stances.Rules;

namespace NewsExtract.Stances;

/// <summary>Decides each pair by the words of its sentence: a probability over its threshold is a stance.</summary>
internal sealed class SentenceDecisions(StanceText text, StanceModel model, List<Finding> found, Judgements judgements) : PairVisitor
{
    private const float PlainScale = 2;

    /// <inheritdoc/>
    public override float ScaleOf(Side holder, Side target) => IsPlainReport(holder, target) ? PlainScale : 1;

    /// <inheritdoc/>
    public override void Asked(TokenRange window, Side a, Side b)
    {
        judgements.Add(window, a, b, 0, 0);
        judgements.Add(window, b, a, 0, 0);
    }

    /// <inheritdoc/>
    public override void Pair(TokenRange window, Side holder, Side target, FeatureRow row, (float Support, float Oppose) own, (float Support, float Oppose) back, float scale)
    {
        var (support, oppose) = model.Pair(row, own, back);
        judgements.Add(window, holder, target, support / (model.Thresholds.Support * scale), oppose / (model.Thresholds.Oppose * scale));
        Keep(holder, target, support, oppose, model.Thresholds, scale, "model:pair");
    }

    /// <summary>A speaker who is not in the sentence, towards whom the sentence of the quote names.</summary>
    public override void End(TokenRange window, List<Side> sides, PairScratch scratch)
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

            var (good, bad) = model.Target(scratch.Features, scratch.Row, target.Tokens, window);
            Keep(speaker, target, good, bad, model.LightThresholds, 1, "model:light");
        }
    }

    /// <summary>Whether the target stands in the holder's words, and no word there or before them shows an attitude.</summary>
    private bool IsPlainReport(Side holder, Side target)
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

    private void Keep(Side holder, Side target, double support, double oppose, (float Support, float Oppose) thresholds, float scale, string basis)
    {
        var sign = StanceModel.Decide(support, oppose, thresholds.Support * scale, thresholds.Oppose * scale);
        if (sign != 0)
        {
            found.Add(new Finding(holder, target, sign, text.GovernedBy(target.Tokens), basis, sign > 0 ? support : oppose));
        }
    }
}
