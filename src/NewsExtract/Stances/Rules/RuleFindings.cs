using NewsExtract.Documents;

namespace NewsExtract.Stances.Rules;

/// <summary>What the rules make of a document.</summary>
/// <param name="All">The stances found.</param>
/// <param name="Cancelled">Pairs that a stance word joins, but of which the sentence says nothing: denied, hedged, excepted, only compared.</param>
internal sealed record RuleFindings(List<Finding> All, List<(Side Holder, Side Target, int Token)> Cancelled)
{
    // From here on a rule is trusted more than the classifier.
    private const double Trusted = 0.6;

    /// <summary>The findings of the rules and those of the classifier that no rule speaks against.</summary>
    public List<Finding> With(List<Finding> judged, StanceText text)
    {
        var joined = new List<Finding>(All);
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
