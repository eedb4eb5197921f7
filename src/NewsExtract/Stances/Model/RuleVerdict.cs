using NewsExtract.Documents;
using NewsExtract.Stances.Rules;

namespace NewsExtract.Stances.Model;

/// <summary>What the rules say of a pair: summed weights from holder to target, and the other way.</summary>
internal readonly record struct RuleVerdict(double Support, double Oppose, double BackSupport, double BackOppose)
{
    /// <summary>The verdict on the opposite direction.</summary>
    public RuleVerdict Reversed => new(BackSupport, BackOppose, Support, Oppose);

    /// <summary>Sums the findings in a window over the two sides.</summary>
    public static RuleVerdict Of(List<Finding> findings, Side holder, Side target, TokenRange window)
    {
        double support = 0, oppose = 0, backSupport = 0, backOppose = 0;
        foreach (var finding in findings)
        {
            if (!window.Contains(finding.Evidence.Start) || finding.Sign == 0)
            {
                continue;
            }

            if (finding.Holder.Meets(holder) && finding.Target.Meets(target))
            {
                (support, oppose) = finding.Sign > 0 ? (support + finding.Weight, oppose) : (support, oppose + finding.Weight);
            }
            else if (finding.Holder.Meets(target) && finding.Target.Meets(holder))
            {
                (backSupport, backOppose) = finding.Sign > 0 ? (backSupport + finding.Weight, backOppose) : (backSupport, backOppose + finding.Weight);
            }
        }

        return new RuleVerdict(support, oppose, backSupport, backOppose);
    }
}
