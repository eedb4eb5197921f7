using NewsExtract.Documents;

namespace NewsExtract.Formats.Html;

/// <summary>What the first page of a report counts over all articles. Names are joined over articles by their spelling alone.</summary>
internal sealed class ReportTotals
{
    private readonly Dictionary<string, (int Quotes, int Articles)> _speakers = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string Name), (int Mentions, int Articles)> _entities = [];
    private readonly Dictionary<(string Holder, string Target), (int Support, int Oppose, int Neutral)> _stances = [];

    public int Articles { get; private set; }

    public AnnotationCounts Counts { get; private set; }

    public void Add(AnnotatedArticle article)
    {
        Articles++;
        Counts = Counts.Add(AnnotationCounts.Of(article));

        // "He" or "a spokeswoman" of two articles are not one speaker.
        var named = article.Entities.OrEmpty().Where(static e => e.Mentions.Any(static m => m.Kind == MentionKind.Name)).Select(static e => e.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var speaker in article.Quotes.OrEmpty().Where(q => q.IsSpeech && q.SpeakerEntity is { } id && named.Contains(id)).Select(static q => q.SpeakerName).OfType<string>().GroupBy(static n => n))
        {
            var (quotes, articles) = _speakers.GetValueOrDefault(speaker.Key);
            _speakers[speaker.Key] = (quotes + speaker.Count(), articles + 1);
        }

        foreach (var entity in article.Entities.OrEmpty().Where(e => !e.Type.IsValue() && named.Contains(e.Id)).GroupBy(static e => (e.Type.Name(), e.Name)))
        {
            var (mentions, articles) = _entities.GetValueOrDefault(entity.Key);
            _entities[entity.Key] = (mentions + entity.Sum(static e => e.Mentions.Length), articles + 1);
        }

        foreach (var stance in article.Stances.OrEmpty())
        {
            var key = (stance.Holder.Name, stance.Target.Name);
            var (support, oppose, neutral) = _stances.GetValueOrDefault(key);
            _stances[key] = stance.Polarity switch
            {
                Polarity.Support => (support + 1, oppose, neutral),
                Polarity.Oppose => (support, oppose + 1, neutral),
                _ => (support, oppose, neutral + 1),
            };
        }
    }

    public IEnumerable<string[]> TopSpeakers(int most) =>
        _speakers.OrderByDescending(static s => s.Value.Quotes).ThenBy(static s => s.Key, StringComparer.Ordinal).Take(most)
            .Select(static s => new[] { s.Key, $"{s.Value.Quotes}", $"{s.Value.Articles}" });

    public IEnumerable<string[]> TopEntities(int most) =>
        _entities.OrderByDescending(static e => e.Value.Mentions).ThenBy(static e => e.Key.Name, StringComparer.Ordinal).ThenBy(static e => e.Key.Type, StringComparer.Ordinal)
            .Take(most).Select(static e => new[] { e.Key.Name, e.Key.Type, $"{e.Value.Mentions}", $"{e.Value.Articles}" });

    public IEnumerable<string[]> TopStances(int most) =>
        _stances.OrderByDescending(static s => s.Value.Support + s.Value.Oppose).ThenByDescending(static s => s.Value.Neutral)
            .ThenBy(static s => s.Key.Holder, StringComparer.Ordinal).ThenBy(static s => s.Key.Target, StringComparer.Ordinal)
            .Take(most).Select(static s => new[] { s.Key.Holder, s.Key.Target, $"{s.Value.Support}", $"{s.Value.Oppose}", $"{s.Value.Neutral}" });
}
