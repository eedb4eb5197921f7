using System.Collections.Immutable;
using NewsExtract.Documents;

namespace NewsExtract.Entities.Coreference;

/// <summary>
/// Makes the entities that are written out. All that have a name are; of those without one, persons and organisations that are referred to twice or that
/// speak, and things that a pronoun refers to. Relative pronouns are written as subjects only, for they may speak or take sides. Values are entities of their own, equal ones joined.
/// </summary>
internal sealed class EntityWriter
{
    private const int LongestDescription = 12;

    private readonly List<(int First, Entity Entity)> _entities = [];
    private const int LongestWord = 100;

    private readonly Dictionary<(EntityType, string), List<NamedMention>> _values = [];
    private int[] _first = [];
    private int[] _next = [];
    private int[] _last = [];

    public EntityLayer Write(CoreferenceScratch scratch)
    {
        _entities.Clear();
        Chain(scratch);
        for (var entity = 0; entity < scratch.Entities.Count; entity++)
        {
            if (_first[entity] >= 0 && IsWritten(scratch, entity))
            {
                Add(scratch, entity);
            }
        }

        AddValues(scratch);
        _entities.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.Entity.Mentions[0].Span.End.CompareTo(a.Entity.Mentions[0].Span.End));
        var layer = ImmutableArray.CreateBuilder<Entity>(_entities.Count);
        foreach (var (_, entity) in _entities)
        {
            layer.Add(entity with { Id = $"e{layer.Count + 1}" });
        }

        _entities.Clear();
        return new EntityLayer(layer.MoveToImmutable());
    }

    // The mentions of each entity as a chain in text order.
    private void Chain(CoreferenceScratch scratch)
    {
        if (_first.Length < scratch.Entities.Count)
        {
            _first = new int[2 * scratch.Entities.Count];
            _last = new int[2 * scratch.Entities.Count];
        }

        if (_next.Length < scratch.MentionCount)
        {
            _next = new int[2 * scratch.MentionCount];
        }

        Array.Fill(_first, -1);
        for (var index = 0; index < scratch.MentionCount; index++)
        {
            var entity = scratch.Mentions[index].Entity;
            _next[index] = -1;
            if (_first[entity] < 0)
            {
                _first[entity] = index;
            }
            else
            {
                _next[_last[entity]] = index;
            }

            _last[entity] = index;
        }
    }

    private bool IsWritten(CoreferenceScratch scratch, int entity)
    {
        ref readonly var state = ref scratch.Entities[entity];
        if (state.HasName)
        {
            return true;
        }

        int nominals = 0, pronouns = 0;
        var speaks = false;
        for (var index = _first[entity]; index >= 0; index = _next[index])
        {
            ref readonly var mention = ref scratch.Mentions[index];
            if (mention.Kind == MentionKind.Nominal)
            {
                nominals += mention.Role == MentionRole.Predicate ? 0 : 1;
                speaks |= Speaks(scratch, mention);
            }
            else if ((mention.Facts & WordFacts.Relative) == 0)
            {
                pronouns++;
            }
        }

        if (nominals == 0)
        {
            return false;
        }

        return state.Type is (byte)EntityType.Person or (byte)EntityType.Org ? nominals + pronouns > 1 || speaks : pronouns > 0;
    }

    // Subject of a verb of speaking, or after "according to".
    private static bool Speaks(CoreferenceScratch scratch, in Mention mention)
    {
        if (mention.Role == MentionRole.Subject)
        {
            return mention.Governor >= 0 && (scratch.Facts[mention.Governor] & WordFacts.Reporting) != 0;
        }

        return mention.Start >= 2 && scratch.Word(mention.Start - 1) is "to" && scratch.Word(mention.Start - 2) is "according" or "According";
    }

    private void Add(CoreferenceScratch scratch, int entity)
    {
        ref readonly var state = ref scratch.Entities[entity];
        var mentions = ImmutableArray.CreateBuilder<EntityMention>(state.Count);
        for (var index = _first[entity]; index >= 0; index = _next[index])
        {
            ref readonly var mention = ref scratch.Mentions[index];
            if (!IsMentionWritten(mention, state))
            {
                continue;
            }

            var tokens = new TokenRange(mention.Start, mention.End);
            var name = mention.Name >= 0 ? scratch.Names.Mentions[mention.Name] : null;
            mentions.Add(new EntityMention(name?.Span ?? scratch.Tokens.SpanOf(tokens), tokens, mention.Kind, name?.Confidence ?? mention.Confidence)
            {
                Country = name?.Country,
                Value = name?.Value,
            });
        }

        var type = state.Type == Mention.UnknownType ? EntityType.Misc : (EntityType)state.Type;
        var gender = state.Genders switch
        {
            GenderSet.Masculine => Gender.Masculine,
            GenderSet.Feminine => Gender.Feminine,
            GenderSet.Neuter => Gender.Neuter,
            _ => Gender.Unknown,
        };
        _entities.Add((mentions[0].Span.Start, new Entity("", type, NameOf(scratch, entity), mentions.DrainToImmutable())
        {
            Gender = gender,
            IsPlural = state.Numbers == NumberSet.Plural,
        }));
    }

    // Relative pronouns only as subjects; of predicates ("he is the chairman", "a salesman", "fit to be leader") only those that identify.
    private static bool IsMentionWritten(in Mention mention, in EntityState state) => mention.Kind switch
    {
        MentionKind.Pronoun => (mention.Facts & WordFacts.Relative) == 0 || mention.Role == MentionRole.Subject,
        MentionKind.Nominal when state.HasName && mention.Role == MentionRole.Predicate =>
            mention.Determiner is WordFacts.Definite or WordFacts.Possessive && mention.Type == state.Type,
        _ => true,
    };

    /// <summary>The name with the most words, of those the longest, of a group its people before its adjective, of those the first; without a name a proper noun that the recogniser left out, or the longest description that is not too long and no mere predicate ("it was a warning shot").</summary>
    private string NameOf(CoreferenceScratch scratch, int entity)
    {
        var best = -1;
        var bestRank = (-1, -1, -1);
        for (var index = _first[entity]; index >= 0; index = _next[index])
        {
            ref readonly var mention = ref scratch.Mentions[index];
            if (mention.Kind == MentionKind.Pronoun)
            {
                continue;
            }

            var shown = new TokenRange(AfterTitle(scratch, mention), mention.End);
            var span = scratch.Tokens.SpanOf(shown);
            var words = mention.Kind == MentionKind.Name || (mention.Length <= LongestDescription && !mention.InHeading && mention.Role != MentionRole.Predicate) ? shown.Length : 0;
            var rank = (mention.Kind == MentionKind.Name ? 2 : IsProper(scratch, mention) ? 1 : 0, words, LettersIn(span.In(scratch.Text)) + (IsMember(scratch, mention) ? LongestWord : 0));
            if (rank.CompareTo(bestRank) > 0)
            {
                (best, bestRank) = (index, rank);
            }
        }

        // A chain of pronouns alone goes by its first.
        ref readonly var found = ref scratch.Mentions[best < 0 ? _first[entity] : best];
        return scratch.Tokens.SpanOf(new TokenRange(AfterTitle(scratch, found), found.End)).Of(scratch.Text);
    }

    /// <summary>A group goes by its people, "Democrats", rather than by the longer adjective.</summary>
    private static bool IsMember(CoreferenceScratch scratch, in Mention mention) =>
        mention.Kind == MentionKind.Name && mention.Type == (byte)EntityType.Norp && mention.Length == 1 && scratch.Word(mention.Start) is [.., 's'] or [.., 'm', 'e', 'n'];

    /// <summary>Where a name begins without the title or article that the recogniser took in.</summary>
    private static int AfterTitle(CoreferenceScratch scratch, in Mention mention)
    {
        var start = mention.Start;
        while (mention.Kind == MentionKind.Name && start < mention.End - 1
            && (mention.Type == (byte)EntityType.Person ? (scratch.Facts[start] & WordFacts.Title) != 0 && scratch.Word(start)[^1] is not 's' : scratch.Word(start) is "the" or "The"))
        {
            start++;
        }

        return start;
    }

    private static bool IsProper(CoreferenceScratch scratch, in Mention mention)
    {
        for (var token = mention.Start; token < mention.End; token++)
        {
            if (scratch.Tags is not { } tags || tags.Upos[token] != Upos.PROPN || mention.InHeading)
            {
                return false;
            }
        }

        return true;
    }

    // Letters, a lower-case one for two: "Clinton" before "CLINTON", "United States" before "U.S.".
    private static int LettersIn(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            letters += char.IsLower(c) ? 2 : char.IsLetter(c) ? 1 : 0;
        }

        return letters;
    }

    private void AddValues(CoreferenceScratch scratch)
    {
        _values.Clear();
        foreach (var name in scratch.Names.Mentions)
        {
            if (!name.Type.IsValue())
            {
                continue;
            }

            var key = (name.Type, name.Value ?? name.Span.Of(scratch.Text).ToLowerInvariant());
            if (!_values.TryGetValue(key, out var equal))
            {
                _values.Add(key, equal = []);
            }

            equal.Add(name);
        }

        foreach (var equal in _values.Values)
        {
            var fullest = equal.MaxBy(static name => name.Span.Length)!;
            _entities.Add((equal[0].Span.Start, new Entity("", equal[0].Type, fullest.Span.Of(scratch.Text),
                [.. equal.Select(static name => new EntityMention(name.Span, name.Tokens, MentionKind.Name, name.Confidence) { Value = name.Value, Country = name.Country })])));
        }

        _values.Clear();
    }
}
