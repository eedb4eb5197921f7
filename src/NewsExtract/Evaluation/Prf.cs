namespace NewsExtract.Evaluation;

/// <summary>Precision, recall and F1, with the counts they rest on.</summary>
/// <param name="Right">Predictions that are right.</param>
/// <param name="Predicted">Predictions judged.</param>
/// <param name="Gold">Labels to be found.</param>
/// <param name="Hit">Labels found, where that differs from <paramref name="Right"/> (one prediction may meet several labels).</param>
internal sealed record Prf(int Right, int Predicted, int Gold, int? Hit = null)
{
    /// <summary>In percent, to two digits; 0 when nothing was predicted.</summary>
    public double Precision => Rate(Right, Predicted);

    /// <summary>In percent, to two digits; 0 when there is nothing to find.</summary>
    public double Recall => Rate(Hit ?? Right, Gold);

    /// <summary>The harmonic mean, in percent, to two digits.</summary>
    public double F1
    {
        get
        {
            double p = Predicted == 0 ? 0 : (double)Right / Predicted, r = Gold == 0 ? 0 : (double)(Hit ?? Right) / Gold;
            return Rate(2 * p * r, p + r);
        }
    }

    /// <summary>A share in percent, to two digits; 0 of nothing is 0.</summary>
    public static double Rate(double part, double whole) => whole == 0 ? 0 : Math.Round(100 * part / whole, 2);

    /// <summary>Over pairs of (gold, predicted) sets, one pair a document.</summary>
    public static Prf OfSets<T>(IEnumerable<(HashSet<T> Gold, HashSet<T> Predicted)> documents)
    {
        int right = 0, predicted = 0, gold = 0;
        foreach (var (g, p) in documents)
        {
            right += p.Count(g.Contains);
            predicted += p.Count;
            gold += g.Count;
        }

        return new Prf(right, predicted, gold);
    }
}
