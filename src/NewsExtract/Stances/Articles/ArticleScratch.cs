using NewsExtract.Documents;
using NewsExtract.Stances.Model;

namespace NewsExtract.Stances.Articles;

/// <summary>Working memory of one thread for reading articles.</summary>
internal sealed class ArticleScratch : PairVisitor
{
    private StanceText? _text;

    public ArticleScratch()
    {
        Features = new ArticleFeatures(Article, Scores);
    }

    public ArticleText Article { get; } = new();

    public ArticleScores Scores { get; } = new();

    public ArticleFeatures Features { get; }

    public List<ArticleCandidates.Candidate> Candidates { get; } = [];

    /// <summary>Looks at another document.</summary>
    public void Begin(StanceText text, List<Rules.Finding> rules)
    {
        _text = text;
        Article.Begin(text);
        Scores.Begin(text, rules);
    }

    // Pairs with little hope are left to the numbers of the article: a second look at each would cost more than all the rest.
    private const float Scale = 2;

    /// <inheritdoc/>
    public override bool TakesLooseNames => false;

    /// <inheritdoc/>
    public override float ScaleOf(Side holder, Side target) => Scale;

    /// <inheritdoc/>
    public override void Light(Side side, (float Good, float Bad) light) =>
        Scores.AddLight(_text!.Sentences.IndexOfToken(side.Tokens.Start), side.Entity, light);

    /// <inheritdoc/>
    public override void Pair(TokenRange window, Side holder, Side target, FeatureRow row, (float Support, float Oppose) own, (float Support, float Oppose) back, float scale)
    {
        var (support, oppose) = (row.Dense[FeatureLayout.NetworkSupport], row.Dense[FeatureLayout.NetworkOppose]);
        if (support == 0 && oppose == 0)
        {
            // Without a network the regressions speak for it.
            (support, oppose) = own;
        }

        Scores.Add(_text!.Sentences.IndexOfToken(target.Tokens.Start), holder.Entity, target.Entity, new ArticleScores.Judgement(support, oppose, own.Support, own.Oppose));
    }
}
