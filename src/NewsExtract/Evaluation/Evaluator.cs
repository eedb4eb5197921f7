using NewsExtract.Errors;

namespace NewsExtract.Evaluation;

/// <summary>Scores a run against labelled articles. <c>docs/evaluation.md</c> defines every figure.</summary>
internal static class Evaluator
{
    private static readonly Dictionary<string, Func<IReadOnlyList<ScoredDocument>, GoldSet, Figures>> Scorers = new(StringComparer.Ordinal)
    {
        ["entities"] = EntityScorer.Score,
        ["coreference"] = CoreferenceScorer.Score,
        ["quotes"] = QuoteScorer.Score,
        ["stances"] = StanceScorer.Score,
        ["seesaw"] = SeesawScorer.Score,
        ["dse"] = DseScorer.Score,
        ["mpqa"] = MpqaScorer.Score,
        ["basil"] = BasilScorer.Score,
    };

    /// <summary>What is scored of a set without <c>set.json</c>, in the order to report; also the names of the scorers.</summary>
    private static readonly (string Name, Func<ScoredArticle, bool> IsLabelled)[] Layers =
    [
        ("entities", static gold => gold.Has("entities")),
        ("coreference", CoreferenceScorer.IsLabelled),
        ("quotes", static gold => gold.Has("quotes")),
        ("stances", static gold => gold.Has("stances")),
    ];

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
        foreach (var (layer, isLabelled) in gold.Layer is { } only ? [(only, static _ => true)] : Layers)
        {
            var labelled = documents.Where(d => isLabelled(d.Gold)).ToList();
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
