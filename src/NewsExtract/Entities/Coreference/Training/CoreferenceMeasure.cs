using NewsExtract.Documents;
using NewsExtract.Evaluation.Coreference;

namespace NewsExtract.Entities.Coreference.Training;

/// <summary>Measures resolution on GUM documents: the CoNLL score, and how many third-person pronouns are given the right thing.</summary>
internal sealed class CoreferenceMeasure
{
    private static readonly string[] FirstAndSecondPerson =
        ["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "yours", "yourself", "yourselves", "let's", "'s", "’s"];

    private readonly NameClusters _names = new();
    private readonly Resolver _resolver = new();

    /// <summary>All gold clusters.</summary>
    public CoreferenceScores All { get; } = new();

    /// <summary>Gold clusters without <c>I</c>, <c>we</c> and <c>you</c>, which this stage leaves alone.</summary>
    public CoreferenceScores ThirdPerson { get; } = new();

    /// <summary>Pronouns by class (he and she; they; it): right ones, and all whose entity is named or described somewhere.</summary>
    public SortedDictionary<string, (int Right, int All)> Pronouns { get; } = new(StringComparer.Ordinal);

    /// <summary>When set, told of each pronoun that goes wrong: the document, the mention, the gold entity's and the predicted entity's words.</summary>
    public Action<string>? Wrong { get; set; }

    /// <summary>Resolves a document and adds its figures.</summary>
    public void Add(GumDocument gum, Document document, CoreferenceModel model, bool goldMentions, bool rulesOnly = false)
    {
        var scratch = CoreferenceScratch.For(document);
        scratch.Entities.Clear();
        MentionFinder.Find(scratch);
        if (goldMentions)
        {
            GoldMentions.Keep(scratch, gum.Mentions);
        }

        var matches = GoldMatch.Match(scratch, gum.Mentions);
        _names.Cluster(scratch, model.Genders);
        if (rulesOnly)
        {
            _resolver.Resolve(scratch, Resolver.Nearest);
        }
        else
        {
            _resolver.Resolve(scratch, model);
        }

        AddClusters(scratch, gum, matches);
        AddPronouns(scratch, gum, matches);
        scratch.Release();
    }

    private void AddClusters(CoreferenceScratch scratch, GumDocument gum, int[] matches)
    {
        var response = Enumerable.Range(0, scratch.MentionCount)
            .Where(index => (scratch.Mentions[index].Facts & WordFacts.Relative) == 0)
            .GroupBy(index => scratch.Mentions[index].Entity)
            .Select(group => group.Select(index => matches[index] >= 0 ? matches[index] : -1 - index).ToArray()).ToArray();
        var key = gum.Mentions.Select(static (mention, index) => (mention, index)).GroupBy(static pair => pair.mention.Entity).ToArray();
        All.Add(key.Select(static group => group.Select(static pair => pair.index).ToArray()), response);
        ThirdPerson.Add(key.Select(group => group.Where(pair => !IsFirstOrSecond(scratch, pair.mention)).Select(static pair => pair.index).ToArray()), response);
    }

    private static bool IsFirstOrSecond(CoreferenceScratch scratch, GumMention mention) =>
        mention.End == mention.Start + 1 && FirstAndSecondPerson.Contains(scratch.Word(mention.Start).ToString().ToLowerInvariant());

    private void AddPronouns(CoreferenceScratch scratch, GumDocument gum, int[] matches)
    {
        var described = new HashSet<int>();
        var nameOf = new Dictionary<int, int>();
        for (var index = 0; index < scratch.MentionCount; index++)
        {
            ref readonly var mention = ref scratch.Mentions[index];
            if (mention.Kind == MentionKind.Pronoun)
            {
                continue;
            }

            if (matches[index] >= 0)
            {
                described.Add(gum.Mentions[matches[index]].Entity);
            }

            // What the entity is called: its first name, or else its first description.
            if (!nameOf.TryGetValue(mention.Entity, out var before) || (scratch.Mentions[before].Kind != MentionKind.Name && mention.Kind == MentionKind.Name))
            {
                nameOf[mention.Entity] = index;
            }
        }

        for (var index = 0; index < scratch.MentionCount; index++)
        {
            ref readonly var mention = ref scratch.Mentions[index];
            if (mention.Kind != MentionKind.Pronoun || matches[index] < 0 || !described.Contains(gum.Mentions[matches[index]].Entity))
            {
                continue;
            }

            var kind = (mention.Genders & GenderSet.Person) != 0 ? "he/she" : (mention.Genders & GenderSet.Neuter) != 0 ? "it" : "they";
            var (right, all) = Pronouns.GetValueOrDefault(kind);
            var isRight = nameOf.TryGetValue(mention.Entity, out var name) && matches[name] >= 0
                && gum.Mentions[matches[name]].Entity == gum.Mentions[matches[index]].Entity;
            Pronouns[kind] = (right + (isRight ? 1 : 0), all + 1);
            if (!isRight && Wrong is not null)
            {
                var gold = gum.Mentions[matches[index]].Entity;
                var sentence = scratch.Sentences[mention.Sentence];
                var said = string.Join(" | ", gum.Mentions.Where(m => m.Entity == gold).Take(4).Select(m => scratch.Tokens.SpanOf(new TokenRange(m.Start, m.End)).Of(scratch.Text)));
                var given = string.Join(" | ", Enumerable.Range(0, scratch.MentionCount).Where(i => scratch.Mentions[i].Entity == scratch.Mentions[index].Entity).Take(4)
                    .Select(i => scratch.Tokens.SpanOf(new TokenRange(scratch.Mentions[i].Start, scratch.Mentions[i].End)).Of(scratch.Text)));
                Wrong($"{gum.Id}\t{kind}\t{scratch.Word(mention.Head)}@{mention.Head - sentence.Tokens.Start}\tgold: {said}\tgiven: {given}\t{sentence.Span.Of(scratch.Text)}");
            }
        }
    }
}
