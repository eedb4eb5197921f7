using NewsExtract.Stances.Model;
using NewsExtract.Stances.Rules;

namespace NewsExtract.Stances.Articles;

/// <summary>
/// Decides the stances of an article: who speaks, what the pair is said to think elsewhere, how much the article is about the target. The target may stand in an earlier sentence.
/// </summary>
internal sealed class ArticleReader(ArticleModel model)
{
    /// <summary>Fewest sentences of an article; shorter texts are read sentence by sentence.</summary>
    public const int Shortest = 8;

    /// <summary>Adds the stances to <paramref name="found"/>; <paramref name="scratch"/> holds the scores of the pairs.</summary>
    public void Run(StanceText text, ArticleScratch scratch, List<Finding> found, Judgements judgements)
    {
        var (features, candidates) = (scratch.Features, scratch.Candidates);
        for (var s = 0; s < text.Sentences.Count; s++)
        {
            ArticleCandidates.Collect(scratch.Article, s, candidates);
            if (candidates.Count == 0)
            {
                continue;
            }

            features.Begin(s);
            foreach (var candidate in candidates)
            {
                features.Fill(s, candidate);
                var (support, oppose) = model.Score(features.Row);
                judgements.Add(
                    text.Sentences[s].Tokens, new Side(candidate.Holder, default), new Side(candidate.Target, default), support / model.Thresholds.Support, oppose / model.Thresholds.Oppose);
                var sign = StanceModel.Decide(support, oppose, model.Thresholds.Support, model.Thresholds.Oppose);
                if (sign != 0)
                {
                    found.Add(Finding(scratch.Article, s, candidate, sign, sign > 0 ? support : oppose));
                }
            }
        }
    }

    private static Finding Finding(ArticleText article, int sentence, ArticleCandidates.Candidate candidate, int sign, double probability)
    {
        var text = article.Text;
        var target = article.SideOf(candidate.Target, candidate.TargetSentence);
        var isHere = candidate.TargetSentence == sentence;
        var holder = article.SideOf(candidate.Holder, sentence);
        var evidence = isHere ? text.GovernedBy(target.Tokens) : article.Speaks(sentence, candidate.Holder) ? article.WordsOf(candidate.Holder, sentence) : text.GovernedBy(holder.Tokens);
        return new Finding(holder, target, sign, evidence, isHere ? "model:article" : "model:context", probability);
    }
}
