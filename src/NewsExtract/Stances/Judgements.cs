using NewsExtract.Documents;

namespace NewsExtract.Stances;

/// <summary>What the classifier says of every pair it was asked about, as shares of the thresholds: 1 is a stance.</summary>
internal sealed class Judgements
{
    private readonly List<(TokenRange Window, Side Holder, Side Target, double Support, double Oppose)> _all = [];

    /// <summary>Takes what is said of a pair in a sentence, or in a short text read as one; twice 0 where there is no hope.</summary>
    public void Add(TokenRange window, Side holder, Side target, double support, double oppose) => _all.Add((window, holder, target, support, oppose));

    /// <summary>Whether a pair whose sides meet these was asked about in the window around a token, and the surest share for a sign.</summary>
    public bool TryFind(int token, Side holder, Side target, int sign, out double share)
    {
        (share, var isAsked) = (0, false);
        foreach (var judged in _all)
        {
            if (judged.Window.Contains(token) && judged.Holder.Meets(holder) && judged.Target.Meets(target))
            {
                isAsked = true;
                share = Math.Max(share, sign > 0 ? judged.Support : judged.Oppose);
            }
        }

        return isAsked;
    }
}
