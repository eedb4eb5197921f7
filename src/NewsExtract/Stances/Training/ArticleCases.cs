using NewsExtract.Pipeline;
using NewsExtract.Stances.Articles;
using NewsExtract.Stances.Model;
using NewsExtract.Stances.Rules;

namespace NewsExtract.Stances.Training;

/// <summary>Makes training cases of labelled articles: every candidate of every sentence.</summary>
internal sealed class ArticleCases(IStage[] stages, Func<int, StanceModel> pairs, int folds)
{
    private readonly PairClassifier[] _classifiers = [.. Enumerable.Range(0, folds).Select(fold => new PairClassifier(pairs(fold), null))];

    private readonly ArticleScratch _scratch = new();

    public List<Case> Cases { get; } = [];

    /// <summary>Labelled stances, and those of them that are no candidate: the recall that can be reached.</summary>
    public (int All, int Missed) Reach { get; private set; }

    /// <summary>Adds the cases of an article; none when an earlier stage fails on it, or run would not read it as an article.</summary>
    public void Add(LabelledArticle labelled, CancellationToken cancellation)
    {
        if (CaseBuilder.Annotate(stages, labelled.Text, cancellation) is not { } text || text.Sentences.Count < ArticleReader.Shortest)
        {
            return;
        }

        var gold = ArticleGold.Of(labelled, text);
        var fold = CaseBuilder.FoldOf(labelled.Id, folds);
        _classifiers[fold].Score(text, RuleEngine.Run(text).All, _scratch);
        var (features, candidates) = (_scratch.Features, _scratch.Candidates);
        var reached = 0;
        for (var s = 0; s < text.Sentences.Count; s++)
        {
            ArticleCandidates.Collect(_scratch.Article, s, candidates);
            features.Begin(s);
            foreach (var candidate in candidates)
            {
                features.Fill(s, candidate);
                var sign = gold.SignOf(s, candidate.Holder, candidate.Target);
                reached += sign != 0 ? 1 : 0;
                Cases.Add(new Case((float[])features.Row.Clone(), [], sign, fold));
            }
        }

        Reach = (Reach.All + gold.Count + gold.Lost, Reach.Missed + gold.Count + gold.Lost - reached);
    }
}
