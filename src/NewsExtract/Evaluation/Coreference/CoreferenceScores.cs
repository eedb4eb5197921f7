namespace NewsExtract.Evaluation.Coreference;

/// <summary>
/// The measures of coreference, added up over documents: MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998), CEAFe (Luo 2005), and their average, the
/// CoNLL score (Pradhan et al. 2012). Clusters of a single mention are left out on both sides, as there.
/// </summary>
internal sealed class CoreferenceScores
{
    private Counts _muc;
    private Counts _bCubed;
    private Counts _ceaf;

    public Rates Muc => _muc.ToRates();

    public Rates BCubed => _bCubed.ToRates();

    public Rates CeafE => _ceaf.ToRates();

    /// <summary>The mean of the three F1, 0 to 1.</summary>
    public double Conll => (Muc.F1 + BCubed.F1 + CeafE.F1) / 3;

    /// <summary>Adds one document. A mention is a number, the same on both sides when it is the same mention.</summary>
    public void Add(IEnumerable<IReadOnlyCollection<int>> gold, IEnumerable<IReadOnlyCollection<int>> predicted)
    {
        var key = gold.Where(static cluster => cluster.Count > 1).Select(static cluster => cluster.ToHashSet()).ToList();
        var response = predicted.Where(static cluster => cluster.Count > 1).Select(static cluster => cluster.ToHashSet()).ToList();
        _muc.Recall += Links(key, response);
        _muc.Gold += key.Sum(static cluster => cluster.Count - 1);
        _muc.Precision += Links(response, key);
        _muc.Predicted += response.Sum(static cluster => cluster.Count - 1);
        _bCubed.Recall += Overlaps(key, response);
        _bCubed.Gold += key.Sum(static cluster => cluster.Count);
        _bCubed.Precision += Overlaps(response, key);
        _bCubed.Predicted += response.Sum(static cluster => cluster.Count);
        var similarity = BestAlignment(key, response);
        _ceaf.Recall += similarity;
        _ceaf.Precision += similarity;
        _ceaf.Gold += key.Count;
        _ceaf.Predicted += response.Count;
    }

    private static Dictionary<int, int> ClusterOf(List<HashSet<int>> clusters)
    {
        var found = new Dictionary<int, int>();
        for (var index = 0; index < clusters.Count; index++)
        {
            foreach (var mention in clusters[index])
            {
                found[mention] = index;
            }
        }

        return found;
    }

    // Links of each cluster that survive when the other side cuts it up.
    private static int Links(List<HashSet<int>> clusters, List<HashSet<int>> others)
    {
        var clusterOf = ClusterOf(others);
        var links = 0;
        foreach (var cluster in clusters)
        {
            var parts = cluster.Where(clusterOf.ContainsKey).Select(mention => clusterOf[mention]).Distinct().Count()
                + cluster.Count(mention => !clusterOf.ContainsKey(mention));
            links += cluster.Count - parts;
        }

        return links;
    }

    private static double Overlaps(List<HashSet<int>> clusters, List<HashSet<int>> others)
    {
        var clusterOf = ClusterOf(others);
        var sum = 0.0;
        foreach (var cluster in clusters)
        {
            sum += cluster.Where(clusterOf.ContainsKey).GroupBy(mention => clusterOf[mention]).Sum(static part => (double)part.Count() * part.Count()) / cluster.Count;
        }

        return sum;
    }

    // The one-to-one alignment of clusters with the greatest sum of 2|K∩R|/(|K|+|R|).
    private static double BestAlignment(List<HashSet<int>> key, List<HashSet<int>> response)
    {
        var clusterOf = ClusterOf(response);
        var size = Math.Max(key.Count, response.Count);
        var similarity = new double[size, size];
        for (var row = 0; row < key.Count; row++)
        {
            foreach (var part in key[row].Where(clusterOf.ContainsKey).GroupBy(mention => clusterOf[mention]))
            {
                similarity[row, part.Key] = 2.0 * part.Count() / (key[row].Count + response[part.Key].Count);
            }
        }

        return Assignment.Greatest(similarity);
    }

    /// <summary>Precision, recall and F1, 0 to 1.</summary>
    internal readonly record struct Rates(double Precision, double Recall)
    {
        public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
    }

    private struct Counts
    {
        public double Precision;
        public double Predicted;
        public double Recall;
        public double Gold;

        public readonly Rates ToRates() => new(Predicted == 0 ? 0 : Precision / Predicted, Gold == 0 ? 0 : Recall / Gold);
    }
}
