using System.Collections.Frozen;
using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Lexicons;

namespace NewsExtract.Entities.Coreference;

/// <summary>The lexicons of <c>seeds/coreference</c>, by the hash of the word in lower case.</summary>
internal sealed class CoreferenceLexicon
{
    private static readonly Lazy<CoreferenceLexicon> LazyInstance = new(static () => new CoreferenceLexicon());

    private readonly FrozenDictionary<ulong, WordFacts> _facts;
    private readonly FrozenDictionary<ulong, ulong> _singulars;
    private readonly FrozenDictionary<ulong, ulong[]> _fullForms;

    private CoreferenceLexicon()
    {
        var facts = new Dictionary<ulong, WordFacts>();
        var singulars = new Dictionary<ulong, ulong>();
        ReadNouns(facts, singulars);
        ReadPronouns(facts);
        foreach (var row in SeedLexicon.Rows("coreference/titles"))
        {
            Add(facts, row[0], WordFacts.Title | Gender(row[1]));
        }

        foreach (var row in SeedLexicon.Rows("coreference/suffixes"))
        {
            Add(facts, row[0], row[1] == "o" ? WordFacts.OrganisationSuffix : WordFacts.PersonSuffix);
        }

        foreach (var row in SeedLexicon.Rows("coreference/reporting_verbs"))
        {
            Add(facts, row[0], WordFacts.Reporting);
        }

        foreach (var row in SeedLexicon.Rows("coreference/expletive"))
        {
            Add(facts, row[0], row[1] == "v" ? WordFacts.ExpletiveVerb : WordFacts.ExpletivePredicate);
        }

        foreach (var row in SeedLexicon.Rows("coreference/determiners"))
        {
            Add(facts, row[0], Enum.Parse<WordFacts>(row[1]));
        }

        foreach (var row in SeedLexicon.Rows("coreference/rank_modifiers"))
        {
            Add(facts, row[0], WordFacts.OtherOffice);
        }

        _facts = facts.ToFrozenDictionary();
        _singulars = singulars.ToFrozenDictionary();
        PlaceAliases = SeedLexicon.Map("coreference/place_aliases");
        GroupAliases = SeedLexicon.Map("coreference/group_aliases");
        _fullForms = SeedLexicon.Rows("coreference/nicknames")
            .GroupBy(static row => FeatureHash.OfLower(row[0]))
            .ToFrozenDictionary(static g => g.Key, static g => g.Select(static row => FeatureHash.OfLower(row[1])).ToArray());
    }

    public static CoreferenceLexicon Instance => LazyInstance.Value;

    /// <summary>The place that another name of it means.</summary>
    public FrozenDictionary<string, string> PlaceAliases { get; }

    /// <summary>Nouns and adjectives of the same group (<c>Democrats</c>, <c>Democratic</c>).</summary>
    public FrozenDictionary<string, string> GroupAliases { get; }

    /// <summary>What is known of the word of that hash.</summary>
    public WordFacts FactsOf(ulong lowerHash) => _facts.GetValueOrDefault(lowerHash);

    /// <summary>The hash of the singular of a listed noun's plural; of any other word its own.</summary>
    public ulong SingularOf(ulong lowerHash) => _singulars.GetValueOrDefault(lowerHash, lowerHash);

    /// <summary>What a description is found again by: the hash of its noun in the singular, with the word before it that makes it another office (the "shadow chancellor").</summary>
    public ulong DescriptionOf(CoreferenceScratch scratch, int noun)
    {
        var head = SingularOf(scratch.Hash[noun]);
        var before = noun - 1;
        if (before > 0 && scratch.Word(before) is "-")
        {
            before--;
        }

        // "the then prime minister", "his deputy foreign minister"
        for (; before >= 0 && before >= noun - 3; before--)
        {
            if ((scratch.Facts[before] & WordFacts.OtherOffice) != 0)
            {
                return FeatureHash.Mix(head, scratch.Hash[before]);
            }

            if (scratch.Tags is not { } tags || tags.Upos[before] is not (Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.PUNCT))
            {
                break;
            }
        }

        return head;
    }

    /// <summary>Whether two first names may be one person's: the same, one short for the other, or short for the same.</summary>
    public bool SameFirstName(ulong first, ulong second) =>
        first == second || IsShortFor(first, second) || IsShortFor(second, first) || ShareFullForm(first, second);

    private bool IsShortFor(ulong shortForm, ulong fullForm) =>
        _fullForms.TryGetValue(shortForm, out var forms) && Array.IndexOf(forms, fullForm) >= 0;

    private bool ShareFullForm(ulong first, ulong second) =>
        _fullForms.TryGetValue(first, out var ours) && _fullForms.TryGetValue(second, out var theirs) && ours.Any(form => Array.IndexOf(theirs, form) >= 0);

    private static void ReadNouns(Dictionary<ulong, WordFacts> facts, Dictionary<ulong, ulong> singulars)
    {
        var irregular = SeedLexicon.Rows("coreference/irregular_plurals");
        var withIrregularPlural = irregular.Select(static row => row[1]).ToHashSet(StringComparer.Ordinal);
        var byWord = new Dictionary<string, WordFacts>(StringComparer.Ordinal);
        foreach (var row in SeedLexicon.Rows("coreference/nouns"))
        {
            var fact = Class(row[1]) | Gender(row[2]) | (row[3] switch { "o" => WordFacts.Office, "r" => WordFacts.Relational, _ => 0 });
            byWord[row[0]] = fact;
            Add(facts, row[0], fact);
            if (!withIrregularPlural.Contains(row[0]))
            {
                AddPlural(PluralOf(row[0]), row[0], fact);
            }
        }

        foreach (var row in irregular)
        {
            AddPlural(row[0], row[1], byWord.GetValueOrDefault(row[1]));
        }

        foreach (var row in SeedLexicon.Rows("coreference/collectives"))
        {
            Add(facts, row[0], Class(row[1]) | WordFacts.Collective);
        }

        void AddPlural(string plural, string singular, WordFacts fact)
        {
            Add(facts, plural, (fact & ~WordFacts.Office) | WordFacts.Plural);
            singulars.TryAdd(FeatureHash.OfLower(plural), FeatureHash.OfLower(singular));
        }
    }

    private static void ReadPronouns(Dictionary<ulong, WordFacts> facts)
    {
        foreach (var row in SeedLexicon.Rows("coreference/pronouns"))
        {
            var form = row[1] switch
            {
                "possessive" => WordFacts.Possessive,
                "reflexive" => WordFacts.Reflexive,
                "relative" => WordFacts.Relative,
                _ => WordFacts.None,
            };
            var number = row[3] switch { "s" => WordFacts.Singular, "p" => WordFacts.Plural, _ => WordFacts.None };
            var gender = row[2] switch { "n" => WordFacts.Neuter, "p" => WordFacts.Masculine | WordFacts.Feminine, var other => Gender(other) };
            Add(facts, row[0], WordFacts.Pronoun | form | number | gender);
        }
    }

    private static string PluralOf(string noun) => noun switch
    {
        _ when noun.EndsWith("man", StringComparison.Ordinal) && noun != "human" => noun[..^2] + "en",
        _ when noun.EndsWith('y') && noun.Length > 1 && !"aeiou".Contains(noun[^2], StringComparison.Ordinal) => noun[..^1] + "ies",
        _ when noun.EndsWith('s') || noun.EndsWith('x') || noun.EndsWith("ch", StringComparison.Ordinal) || noun.EndsWith("sh", StringComparison.Ordinal) => noun + "es",
        _ => noun + "s",
    };

    private static WordFacts Class(string letters)
    {
        var fact = WordFacts.None;
        foreach (var letter in letters)
        {
            fact |= letter switch { 'p' => WordFacts.Person, 'o' => WordFacts.Organisation, _ => WordFacts.Place };
        }

        return fact;
    }

    private static WordFacts Gender(string letter) => letter switch { "m" => WordFacts.Masculine, "f" => WordFacts.Feminine, _ => WordFacts.None };

    private static void Add(Dictionary<ulong, WordFacts> facts, string word, WordFacts fact)
    {
        var hash = FeatureHash.OfLower(word);
        facts[hash] = facts.GetValueOrDefault(hash) | fact;
    }
}
