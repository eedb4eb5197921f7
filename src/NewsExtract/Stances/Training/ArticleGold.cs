using NewsExtract.Documents;

namespace NewsExtract.Stances.Training;

/// <summary>The labels of an article by our own sentences and entities.</summary>
internal sealed class ArticleGold
{
    private readonly Dictionary<(int Sentence, int Holder, int Target), int> _signs = [];

    /// <summary>The entities that the labeller was asked about.</summary>
    public HashSet<int> Entities { get; } = [];

    /// <summary>How many stances there are.</summary>
    public int Count => _signs.Count;

    /// <summary>How many are left out because a side is no entity of ours, or both are the same one.</summary>
    public int Lost { get; private set; }

    /// <summary>Finds the sentences and entities; labels whose sides are no entity of ours, or the same one, are left out, and those of the author: a light that an article casts is no stance by our definition.</summary>
    public static ArticleGold Of(LabelledArticle labelled, StanceText text)
    {
        var gold = new ArticleGold();
        var entities = labelled.Entities.Select(span => EntityAt(text, text.Tokens.Covering(span))).ToArray();
        gold.Entities.UnionWith(entities.Where(static e => e >= 0));
        foreach (var (start, holder, target, sign) in labelled.Stances)
        {
            if (holder < 0)
            {
                continue;
            }

            var tokens = text.Tokens.Covering(new TextSpan(start, start + 1));
            var (h, t) = (entities[holder], entities[target]);
            if (tokens.Length > 0 && h >= 0 && t >= 0 && h != t)
            {
                gold._signs[(text.Sentences.IndexOfToken(tokens.Start), h, t)] = sign;
            }
            else
            {
                gold.Lost++;
            }
        }

        return gold;
    }

    /// <summary>+1, −1, or 0 where nothing is labelled.</summary>
    public int SignOf(int sentence, int holder, int target) => _signs.GetValueOrDefault((sentence, holder, target));

    private static int EntityAt(StanceText text, TokenRange range)
    {
        for (var t = range.End - 1; t >= range.Start; t--)
        {
            if (text.Mentions.Covering(t) is >= 0 and var mention)
            {
                return text.Mentions.All[mention].Entity;
            }
        }

        return -1;
    }
}
