using NewsExtract.Documents;

namespace NewsExtract.Stances.Articles;

/// <summary>Which holders and targets are asked about in a sentence of an article.</summary>
internal static class ArticleCandidates
{
    // How many sentences back the target of one who speaks may stand, and of one who only acts; how many of the article's main entities are asked about wherever they stand.
    private const int SpeakersBack = 3;
    private const int ActorsBack = 1;
    private const int Salient = 2;

    /// <summary>A pair to ask about; <paramref name="TargetSentence"/> is where the target stands: this sentence or one before.</summary>
    internal readonly record struct Candidate(int Holder, int Target, int TargetSentence);

    /// <summary>Fills the candidates of a sentence.</summary>
    public static void Collect(ArticleText article, int sentence, List<Candidate> candidates)
    {
        candidates.Clear();
        var present = article.PresentIn(sentence);
        foreach (var (speaker, _) in article.SpeakersIn(sentence))
        {
            Targets(article, candidates, speaker, sentence, SpeakersBack);
        }

        foreach (var holder in present)
        {
            if (!article.Speaks(sentence, holder.Entity))
            {
                Targets(article, candidates, holder.Entity, sentence, holder.Role == ArticleText.Role.Subject ? ActorsBack : 0);
            }
        }
    }

    private static void Targets(ArticleText article, List<Candidate> candidates, int holder, int sentence, int back)
    {
        var first = candidates.Count;
        foreach (var target in article.PresentIn(sentence))
        {
            Add(article, candidates, new Candidate(holder, target.Entity, sentence));
        }

        for (var s = sentence - 1; s >= Math.Max(0, sentence - back); s--)
        {
            foreach (var target in article.PresentIn(s))
            {
                Away(target.Entity, s);
            }
        }

        foreach (var entity in back > 0 ? article.Salient[..Math.Min(Salient, article.Salient.Length)] : [])
        {
            for (var s = sentence - 1; s >= 0; s--)
            {
                if (article.IndexOf(s, entity) >= 0)
                {
                    Away(entity, s);
                    break;
                }
            }
        }

        void Away(int target, int targetSentence)
        {
            for (var c = first; c < candidates.Count; c++)
            {
                if (candidates[c].Target == target)
                {
                    return;
                }
            }

            Add(article, candidates, new Candidate(holder, target, targetSentence));
        }
    }

    private static void Add(ArticleText article, List<Candidate> candidates, Candidate candidate)
    {
        if (candidate.Holder != candidate.Target && article.Text.Entities[candidate.Holder].Type is EntityType.Person or EntityType.Org or EntityType.Gpe or EntityType.Norp)
        {
            candidates.Add(candidate);
        }
    }
}
