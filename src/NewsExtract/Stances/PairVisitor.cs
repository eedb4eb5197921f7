using NewsExtract.Documents;
using NewsExtract.Stances.Model;

namespace NewsExtract.Stances;

/// <summary>What is done with the scores of the pairs of a text.</summary>
internal abstract class PairVisitor
{
    /// <summary>How much surer the classifier must be of this pair: what can hardly pass is not read to the end.</summary>
    public virtual float ScaleOf(Side holder, Side target) => 1;

    /// <summary>The log-odds of a good and a bad light on one side.</summary>
    public virtual void Light(Side side, (float Good, float Bad) light)
    {
    }

    /// <summary>A pair that is asked about in a window, before anything is known of it.</summary>
    public virtual void Asked(TokenRange window, Side a, Side b)
    {
    }

    /// <summary>Whether capitalised words that are no mention are sides as well.</summary>
    public virtual bool TakesLooseNames => true;

    /// <summary>One direction of a pair: its row with the scores of the network, and the linear scores of both directions.</summary>
    public abstract void Pair(TokenRange window, Side holder, Side target, FeatureRow row, (float Support, float Oppose) own, (float Support, float Oppose) back, float scale);

    /// <summary>The end of a sentence, or of a short text.</summary>
    public virtual void End(TokenRange window, List<Side> sides, PairScratch scratch)
    {
    }
}
