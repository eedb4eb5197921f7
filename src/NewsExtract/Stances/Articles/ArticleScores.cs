using NewsExtract.Stances.Model;
using NewsExtract.Stances.Rules;

namespace NewsExtract.Stances.Articles;

/// <summary>What the classifier of pairs and the rules say of an article, by sentence and entities.</summary>
internal sealed class ArticleScores
{
    /// <summary>In the place of log-odds that there are not.</summary>
    public const float NoLight = -6;

    private readonly Dictionary<(int Sentence, int Holder, int Target), Judgement> _pairs = [];
    private readonly Dictionary<(int Holder, int Target), Odds> _sums = [];
    private readonly Dictionary<(int Sentence, int Entity), (float Good, float Bad)> _lights = [];
    private readonly Dictionary<int, (float Good, float Bad, int Count)> _lightSums = [];
    private readonly List<List<Finding>> _rules = [];

    /// <summary>Looks at another document.</summary>
    public void Begin(StanceText text, List<Finding> rules)
    {
        _pairs.Clear();
        _sums.Clear();
        _lights.Clear();
        _lightSums.Clear();
        for (var s = 0; s < text.Sentences.Count; s++)
        {
            if (s == _rules.Count)
            {
                _rules.Add([]);
            }

            _rules[s].Clear();
        }

        foreach (var rule in rules)
        {
            _rules[text.Sentences.IndexOfToken(rule.Evidence.Start)].Add(rule);
        }
    }

    /// <summary>Log-odds of support and of opposition, by the network and by the regressions.</summary>
    internal readonly record struct Judgement(float Support, float Oppose, float LinearSupport, float LinearOppose)
    {
        public float Most => Math.Max(Support, Oppose);

        /// <summary>The network's log-odds as probabilities.</summary>
        public Odds Probabilities => new((float)StanceModel.Sigmoid(Support), (float)StanceModel.Sigmoid(Oppose));
    }

    /// <summary>Probabilities of support and of opposition, or sums of them.</summary>
    internal readonly record struct Odds(float Support, float Oppose)
    {
        public float Most => Math.Max(Support, Oppose);
    }

    /// <summary>Takes what the classifier says of a pair; of several mentions in a sentence the surest counts.</summary>
    public void Add(int sentence, int holder, int target, Judgement found)
    {
        if (holder < 0 || target < 0)
        {
            return;
        }

        var isKnown = _pairs.TryGetValue((sentence, holder, target), out var before);
        if (!isKnown || found.Most > before.Most)
        {
            _pairs[(sentence, holder, target)] = found;
            var (sum, now, then) = (_sums.GetValueOrDefault((holder, target)), found.Probabilities, isKnown ? before.Probabilities : default);
            _sums[(holder, target)] = new Odds(sum.Support + now.Support - then.Support, sum.Oppose + now.Oppose - then.Oppose);
        }
    }

    /// <summary>Takes the log-odds of the light on an entity in a sentence; of several mentions the strongest counts.</summary>
    public void AddLight(int sentence, int entity, (float Good, float Bad) light)
    {
        if (entity < 0)
        {
            return;
        }

        var sum = _lightSums.GetValueOrDefault(entity);
        if (_lights.TryGetValue((sentence, entity), out var before))
        {
            light = (Math.Max(light.Good, before.Good), Math.Max(light.Bad, before.Bad));
            sum = (sum.Good - before.Good, sum.Bad - before.Bad, sum.Count - 1);
        }

        _lights[(sentence, entity)] = light;
        _lightSums[entity] = (sum.Good + light.Good, sum.Bad + light.Bad, sum.Count + 1);
    }

    /// <summary>False where the classifier saw no hope for the pair, or they stand apart.</summary>
    public bool TryPair(int sentence, int holder, int target, out Judgement judgement) => _pairs.TryGetValue((sentence, holder, target), out judgement);

    /// <summary>Sums over the article.</summary>
    public Odds SumOf(int holder, int target) => _sums.GetValueOrDefault((holder, target));

    public bool TryLight(int sentence, int entity, out (float Good, float Bad) light) => _lights.TryGetValue((sentence, entity), out light);

    /// <summary>Mean light over the article.</summary>
    public (float Good, float Bad) LightOf(int entity) =>
        _lightSums.TryGetValue(entity, out var sum) && sum.Count > 0 ? (sum.Good / sum.Count, sum.Bad / sum.Count) : (NoLight, NoLight);

    public List<Finding> RulesIn(int sentence) => _rules[sentence];
}
