using NewsExtract.Stances.Lexicon;
using L = NewsExtract.Stances.Articles.ArticleLayout;

namespace NewsExtract.Stances.Articles;

/// <summary>Numbers of a holder and a target in a sentence of an article, one function for training and prediction.</summary>
internal sealed class ArticleFeatures(ArticleText article, ArticleScores scores)
{
    private const float NoPair = ArticleScores.NoLight;
    private const int FarAway = 20;

    private readonly float[] _sentence = new float[L.Holder];

    /// <summary>The numbers of a case; the target may stand in an earlier sentence.</summary>
    public float[] Row { get; } = new float[L.Count];

    /// <summary>Goes to a sentence.</summary>
    public void Begin(int sentence)
    {
        var text = article.Text;
        var tokens = text.Sentences[sentence].Tokens;
        Array.Clear(_sentence);
        _sentence[L.Position] = Math.Min(sentence, 60);
        _sentence[L.RelativePosition] = (float)sentence / text.Sentences.Count;
        _sentence[L.Length] = Math.Min(tokens.Length, 80);
        _sentence[L.Entities] = article.PresentIn(sentence).Count;
        var spoken = 0;
        for (var t = tokens.Start; t < tokens.End; t++)
        {
            spoken += text.Speech.QuoteAt(t) >= 0 ? 1 : 0;
            if (text.Words[t] is not { } entry)
            {
                continue;
            }

            _sentence[entry.Valence > 0 ? L.Positive : L.Negative] += Math.Abs(entry.Valence);
            _sentence[L.Negations] += (entry.Cues & Cues.Negation) != 0 ? 1 : 0;
            if (entry.Predicates.Length > 0)
            {
                _sentence[entry.Predicates[0].Sign > 0 ? L.Support : L.Oppose]++;
            }
        }

        _sentence[L.Spoken] = (float)spoken / Math.Max(tokens.Length, 1);
        (_sentence[L.BestGood], _sentence[L.BestBad]) = (NoPair, NoPair);
        foreach (var presence in article.PresentIn(sentence))
        {
            if (scores.TryLight(sentence, presence.Entity, out var light))
            {
                _sentence[L.BestGood] = Math.Max(_sentence[L.BestGood], light.Good);
                _sentence[L.BestBad] = Math.Max(_sentence[L.BestBad], light.Bad);
            }
        }
    }

    /// <summary>Fills <see cref="Row"/>.</summary>
    /// <param name="sentence">The sentence that shows the stance.</param>
    /// <param name="candidate">Holder and target, and the sentence where the target stands.</param>
    public void Fill(int sentence, ArticleCandidates.Candidate candidate)
    {
        var (holder, target, targetSentence) = candidate;
        var row = Row;
        Array.Clear(row);
        _sentence.CopyTo(row, 0);
        Side(L.Holder, holder, sentence, holder);
        foreach (var (entity, count) in article.SpeakersIn(sentence))
        {
            row[L.SpeaksShare] = entity == holder ? (float)count / article.Text.Sentences[sentence].Tokens.Length : row[L.SpeaksShare];
        }

        Side(L.Target, target, targetSentence, holder);
        row[L.Away] = Math.Min(sentence - targetSentence, FarAway);
        row[L.SameQuote] = sentence != targetSentence && article.Speaks(targetSentence, holder) ? 1 : 0;
        Pair(sentence, holder, target);
        Rules(sentence, holder, target);
        Elsewhere(sentence, holder, target);
    }

    private void Side(int place, int entity, int sentence, int holder)
    {
        var row = Row;
        var text = article.Text;
        var present = article.IndexOf(sentence, entity);
        (row[place + L.Good], row[place + L.Bad]) = scores.TryLight(sentence, entity, out var light) ? light : (NoPair, NoPair);
        if (present >= 0)
        {
            var presence = article.PresentIn(sentence)[present];
            row[place + L.Kind] = 3 - (int)presence.Kind;
            row[place + L.Subject] = presence.Role == ArticleText.Role.Subject ? 1 : 0;
            row[place + L.Object] = presence.Role == ArticleText.Role.Object ? 1 : 0;
            row[place + L.Modifier] = presence.Role == ArticleText.Role.Modifier ? 1 : 0;
            if (presence.Quote >= 0)
            {
                row[place + (text.Speech.Speaker(presence.Quote).Entity == holder ? L.InHoldersQuote : L.InOthersQuote)] = 1;
            }
        }

        row[place + L.Mentions] = MathF.Log(article.MentionsOf(entity) + 1);
        row[place + L.Rank] = Math.Min(article.RankOf(entity), 20);
        row[place + L.FirstSentence] = Math.Min(article.FirstSentenceOf(entity), 30);
        (row[place + L.MeanGood], row[place + L.MeanBad]) = scores.LightOf(entity);
        row[place + L.Speeches] = MathF.Log(article.SpeechesOf(entity) + 1);
        row[place + L.Type + Math.Min((int)text.Entities[entity].Type, L.TypeCount - 1)] = 1;
    }

    private void Pair(int sentence, int holder, int target)
    {
        var row = Row;
        row.AsSpan(L.PairSupport, L.BackOppose + 1 - L.PairSupport).Fill(NoPair);
        if (scores.TryPair(sentence, holder, target, out var pair))
        {
            (row[L.HasPair], row[L.PairSupport], row[L.PairOppose]) = (1, pair.Support, pair.Oppose);
            (row[L.LinearSupport], row[L.LinearOppose]) = (pair.LinearSupport, pair.LinearOppose);
        }

        if (scores.TryPair(sentence, target, holder, out var back))
        {
            (row[L.BackSupport], row[L.BackOppose]) = (back.Support, back.Oppose);
        }

        var present = article.PresentIn(sentence);
        var (h, t) = (article.IndexOf(sentence, holder), article.IndexOf(sentence, target));
        if (h >= 0 && t >= 0)
        {
            row[L.Distance] = Math.Min(Math.Abs(present[h].Tokens.Start - present[t].Tokens.Start), 40);
            row[L.Order] = present[h].Tokens.Start < present[t].Tokens.Start ? 1 : 0;
        }

        foreach (var other in present)
        {
            if (other.Entity != holder && other.Entity != target)
            {
                row[L.BestRivalHolder] = scores.TryPair(sentence, other.Entity, target, out var rival) ? Math.Max(row[L.BestRivalHolder], rival.Probabilities.Most) : row[L.BestRivalHolder];
                row[L.BestRivalTarget] = scores.TryPair(sentence, holder, other.Entity, out rival) ? Math.Max(row[L.BestRivalTarget], rival.Probabilities.Most) : row[L.BestRivalTarget];
            }
        }
    }

    private void Rules(int sentence, int holder, int target)
    {
        var row = Row;
        foreach (var rule in scores.RulesIn(sentence))
        {
            var (weight, isSupport) = ((float)rule.Weight, rule.Sign > 0);
            if (rule.Sign == 0)
            {
                continue;
            }

            var isHolder = rule.Holder.Entity == holder;
            if (isHolder && rule.Target.Entity == target)
            {
                row[isSupport ? L.RuleSupport : L.RuleOppose] += weight;
            }
            else if (isHolder)
            {
                row[isSupport ? L.RuleHolderSupport : L.RuleHolderOppose] += weight;
            }
            else if (rule.Target.Entity == target)
            {
                row[isSupport ? L.RuleTargetSupport : L.RuleTargetOppose] += weight;
            }

            if (rule.Holder.Entity == target && rule.Target.Entity == holder)
            {
                row[L.RuleBack] += rule.Sign * weight;
            }
        }
    }

    private void Elsewhere(int sentence, int holder, int target)
    {
        var row = Row;
        var (own, back) = (Odds(sentence, holder, target), Odds(sentence, target, holder));
        var (sum, backSum) = (scores.SumOf(holder, target), scores.SumOf(target, holder));
        (row[L.OtherSupport], row[L.OtherOppose]) = (Rest(sum.Support, own.Support), Rest(sum.Oppose, own.Oppose));
        (row[L.OtherBackSupport], row[L.OtherBackOppose]) = (Rest(backSum.Support, back.Support), Rest(backSum.Oppose, back.Oppose));
        for (var s = Math.Max(0, sentence - 1); s <= Math.Min(article.Text.Sentences.Count - 1, sentence + 1); s++)
        {
            if (s != sentence)
            {
                var near = Odds(s, holder, target);
                row[L.NearSupport] = Math.Max(row[L.NearSupport], near.Support);
                row[L.NearOppose] = Math.Max(row[L.NearOppose], near.Oppose);
            }
        }

        row[L.Together] = Math.Min(article.Together(holder, target), 20);
    }

    // What rounding leaves is nothing.
    private static float Rest(float sum, float own) => sum - own < 1e-5f ? 0 : sum - own;

    private ArticleScores.Odds Odds(int sentence, int holder, int target) => scores.TryPair(sentence, holder, target, out var pair) ? pair.Probabilities : default;
}
