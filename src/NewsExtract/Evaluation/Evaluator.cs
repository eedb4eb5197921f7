using NewsExtract.Errors;

namespace NewsExtract.Evaluation;

/// <summary>Scores a run against labelled articles. <c>docs/evaluation.md</c> defines every figure.</summary>
internal static class Evaluator
{
    private static readonly Dictionary<string, Func<IReadOnlyList<ScoredDocument>, GoldSet, Figures>> Scorers = new(StringComparer.Ordinal)
    {
        ["entities"] = EntityScorer.Score,
        ["quotes"] = QuoteScorer.Score,
        ["stances"] = StanceScorer.Score,
        ["seesaw"] = SeesawScorer.Score,
        ["dse"] = DseScorer.Score,
        ["mpqa"] = MpqaScorer.Score,
        ["basil"] = BasilScorer.Score,
    };

    /// <summary>The layers that can be scored, in the order to report, each with the scorer that a set without <c>set.json</c> gets.</summary>
    public static IReadOnlyList<string> Layers { get; } = ["entities", "quotes", "stances"];

    /// <exception cref="NewsExtractException">NX0101, NX05xx.</exception>
    public static EvaluationResult Score(string goldPath, string predictedPath)
    {
        var gold = GoldSet.Read(goldPath);
        var found = AnnotationFiles.Read(predictedPath).ToLookup(static a => a.Name, static a => a.Article, StringComparer.Ordinal);
        var integrity = new Integrity();
        var documents = new List<ScoredDocument>();
        foreach (var (name, article) in gold.Articles)
        {
            documents.Add(new ScoredDocument(name, article, integrity.Pick([.. found[name]], article)));
        }

        var layers = new List<(string, string, Figures)>();
        foreach (var layer in gold.Layer is { } only ? [only] : Layers)
        {
            var labelled = gold.Layer is null ? documents.Where(d => d.Gold.Has(layer)).ToList() : documents;
            if (labelled.Count > 0)
            {
                var scorer = gold.Scorer ?? layer;
                layers.Add((layer, scorer, Scorers.TryGetValue(scorer, out var score)
                    ? score(labelled, gold)
                    : throw new NewsExtractException(ErrorCatalog.UnknownScorer(scorer, string.Join(", ", Scorers.Keys)))));
            }
        }

        return layers.Count > 0
            ? new EvaluationResult(gold.Name, integrity, [.. layers])
            : throw new NewsExtractException(ErrorCatalog.NothingToScore(goldPath));
    }
}
