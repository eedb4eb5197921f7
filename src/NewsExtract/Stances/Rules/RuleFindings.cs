using NewsExtract.Documents;

namespace NewsExtract.Stances.Rules;

/// <summary>What the rules make of a document.</summary>
/// <param name="All">The stances found.</param>
/// <param name="Cancelled">Pairs that a stance word joins, but of which the sentence says nothing: denied, hedged, excepted, only compared.</param>
internal sealed record RuleFindings(List<Finding> All, List<(Side Holder, Side Target, int Token)> Cancelled)
{
    // From here on a rule is trusted more than the classifier.
    private const double Trusted = 0.6;

    // A rule's stance between two entities needs this share of the classifier's threshold.
    private const double Consent = 0.25;

    /// <summary>The findings of the rules, but for those that the classifier was asked about and gives less than a quarter of its threshold, and those of the classifier that no rule speaks against.</summary>
    public List<Finding> With(List<Finding> judged, Judgements judgements, StanceText text)
    {
        var joined = new List<Finding>(All.Count + judged.Count);
        foreach (var finding in All)
        {
            if (!IsAsked(finding) || !judgements.TryFind(finding.Evidence.Start, finding.Holder, finding.Target, finding.Sign, out var share) || share >= Consent)
            {
                joined.Add(finding);
            }
        }

        foreach (var finding in judged)
        {
            var sentence = text.SentenceAt(finding.Evidence.Start).Tokens;
            if (!IsCancelled(finding, sentence) && !IsContradicted(finding, sentence, text))
            {
                joined.Add(finding);
            }
        }

        return joined;
    }

    // The classifier is not asked about topics, nor about what is neutral; what "but not" excepts it does not know.
    private static bool IsAsked(Finding finding) =>
        finding.Holder.Entity >= 0 && finding.Target.Entity >= 0 && finding.Sign != 0 && !finding.Basis.Contains("+contrast", StringComparison.Ordinal);

    private bool IsCancelled(Finding finding, TokenRange sentence)
    {
        foreach (var (holder, target, token) in Cancelled)
        {
            if (sentence.Contains(token) && holder.Meets(finding.Holder) && target.Meets(finding.Target))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsContradicted(Finding finding, TokenRange sentence, StanceText text)
    {
        foreach (var rule in All)
        {
            if (rule.Weight < Trusted || !sentence.Contains(rule.Evidence.Start) || !rule.Target.Meets(finding.Target))
            {
                continue;
            }

            // The words that a rule reads as one's stance are not another's: the inner holder has it, not who reports it.
            var quote = text.Speech.QuoteAt(rule.Evidence.Start);
            var reported = quote >= 0 && text.Speech.Speaker(quote) is { IsNone: false } speaker && speaker.Meets(finding.Holder);
            if (rule.Holder.Meets(finding.Holder) ? rule.Sign == -finding.Sign : reported)
            {
                return true;
            }
        }

        return false;
    }
}
