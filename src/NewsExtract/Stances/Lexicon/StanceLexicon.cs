using System.Globalization;
using NewsExtract.Learning;
using NewsExtract.Lexicons;

namespace NewsExtract.Stances.Lexicon;

/// <summary>The stance words of <c>seeds/stances</c> by the hash of their lower-case form.</summary>
internal sealed class StanceLexicon
{
    private static readonly Lazy<StanceLexicon> Shared = new(static () => new StanceLexicon());
    private readonly Dictionary<ulong, WordEntry> _entries = new(20_000);

    private StanceLexicon()
    {
        var irregular = SeedLexicon.Rows("stances/irregular").ToDictionary(static row => row[0], static row => row[1].Split(' '), StringComparer.Ordinal);
        foreach (var row in SeedLexicon.Rows("stances/verbs"))
        {
            AddPredicates(row, PredicateKind.Verb, lemma => WordForms.OfVerb(lemma, irregular));
        }

        foreach (var row in SeedLexicon.Rows("stances/nouns"))
        {
            AddPredicates(row, PredicateKind.Noun, WordForms.OfNoun);
        }

        foreach (var row in SeedLexicon.Rows("stances/adjectives"))
        {
            AddPredicates(row, PredicateKind.Adjective, static lemma => [lemma]);
        }

        foreach (var row in SeedLexicon.Rows("stances/valence"))
        {
            var weight = int.Parse(row[0], CultureInfo.InvariantCulture);
            foreach (var range in row[1].AsSpan().Split(' '))
            {
                EntryOf(row[1].AsSpan(range)).Valence = weight;
            }
        }

        foreach (var row in SeedLexicon.Rows("stances/cues"))
        {
            var cue = Enum.Parse<Cues>(row[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
            foreach (var word in row[1].Split(' '))
            {
                foreach (var form in IsVerbClass(cue) ? WordForms.OfVerb(word, irregular) : [word])
                {
                    EntryOf(form).Cues |= cue;
                }
            }
        }

        foreach (var row in SeedLexicon.Rows("stances/holders"))
        {
            foreach (var form in row[0].Split(' ').SelectMany(WordForms.OfNoun))
            {
                EntryOf(form).Cues |= Cues.Holder;
            }
        }
    }

    /// <summary>The lexicon, read at first use.</summary>
    public static StanceLexicon Instance => Shared.Value;

    /// <summary>What is known of a word, by <see cref="FeatureHash.OfLower"/>.</summary>
    public WordEntry? Find(ulong lower) => _entries.GetValueOrDefault(lower);

    private static bool IsVerbClass(Cues cue) =>
        cue is Cues.Report or Cues.Deny or Cues.LightVerb or Cues.Failure or Cues.Pretend or Cues.AccusedOf or Cues.DescribedAs or Cues.Relief
            or Cues.Raise or Cues.Request or Cues.Drop or Cues.Attract or Cues.Answer or Cues.Suffering;

    private void AddPredicates(string[] row, PredicateKind kind, Func<string, IEnumerable<string>> forms)
    {
        var sign = row[0][0] == '+' ? 1 : -1;
        var isAct = row[0].EndsWith('?');
        foreach (var named in row[1].Split(' '))
        {
            var (frame, word) = named switch
            {
                "object" => (PredicateFrame.Object, null),
                "reverse" => (PredicateFrame.Reverse, null),
                "clause" => (PredicateFrame.Clause, null),
                _ when named.StartsWith("particle:", StringComparison.Ordinal) => (PredicateFrame.Particle, named["particle:".Length..]),
                _ => (PredicateFrame.Preposition, (string?)named),
            };
            foreach (var lemma in row[2].Split(' '))
            {
                var predicate = new Predicate(lemma, kind, sign, frame, word, isAct);
                foreach (var form in forms(lemma))
                {
                    var entry = EntryOf(form);
                    if (!entry.Predicates.Contains(predicate))
                    {
                        entry.Predicates = [.. entry.Predicates, predicate];
                    }
                }
            }
        }
    }

    private WordEntry EntryOf(ReadOnlySpan<char> word)
    {
        var key = FeatureHash.OfLower(word);
        if (!_entries.TryGetValue(key, out var entry))
        {
            _entries.Add(key, entry = new WordEntry());
        }

        return entry;
    }
}
