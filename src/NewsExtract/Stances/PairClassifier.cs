using System.Collections.Concurrent;
using NewsExtract.Documents;
using NewsExtract.Stances.Articles;
using NewsExtract.Stances.Model;
using NewsExtract.Stances.Rules;

namespace NewsExtract.Stances;

/// <summary>Asks the model about every ordered pair of entities in a sentence, and in an article about what all of it says of them.</summary>
internal sealed class PairClassifier(StanceModel model, ArticleModel? articles)
{
    // A teaser, a post, a few lines of a table: read as one, as the labelled texts of the training are.
    private const int ShortText = 3;

    private readonly ConcurrentBag<(PairReader Reader, PairScratch Scratch)> _idle = [];
    private readonly ConcurrentBag<ArticleScratch> _articles = [];

    /// <summary>The model's stances; <paramref name="rules"/> are features to it.</summary>
    public (List<Finding> Found, Judgements Judgements) Run(StanceText text, List<Finding> rules)
    {
        var (found, judgements) = (new List<Finding>(), new Judgements());
        if (articles is not null && text.Sentences.Count >= ArticleReader.Shortest)
        {
            if (!_articles.TryTake(out var scratch))
            {
                scratch = new ArticleScratch();
            }

            Score(text, rules, scratch);
            new ArticleReader(articles).Run(text, scratch, found, judgements);
            _articles.Add(scratch);
        }
        else
        {
            Visit(text, PairDomain.Sentences, rules, new SentenceDecisions(text, model, found, judgements));
        }

        return (found, judgements);
    }

    /// <summary>Scores all pairs of an article, by sentence.</summary>
    public void Score(StanceText text, List<Finding> rules, ArticleScratch scratch)
    {
        scratch.Begin(text, rules);
        Visit(text, PairDomain.Articles, rules, scratch);
    }

    private void Visit(StanceText text, PairDomain domain, List<Finding> rules, PairVisitor visitor)
    {
        if (!_idle.TryTake(out var idle))
        {
            idle = (new PairReader(model), new PairScratch(model));
        }

        idle.Scratch.Begin(text, domain);
        if (text.Sentences.Count <= ShortText)
        {
            idle.Reader.Read(text, new TokenRange(0, text.Tokens.Count), rules, idle.Scratch, visitor);
        }
        else
        {
            foreach (var sentence in text.Sentences.Sentences)
            {
                idle.Reader.Read(text, sentence.Tokens, rules, idle.Scratch, visitor);
            }
        }

        _idle.Add(idle);
    }
}
