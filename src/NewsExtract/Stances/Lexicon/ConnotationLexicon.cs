using System.Globalization;
using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Lexicons;

namespace NewsExtract.Stances.Lexicon;

/// <summary>The connotations of <c>seeds/stances/connotations.txt</c>, by lemma and word class, and those of prepositions after them.</summary>
internal sealed class ConnotationLexicon
{
    /// <summary>Stands in the place of a preposition for a complement clause.</summary>
    private const string Clause = "clause";

    private static readonly Lazy<ConnotationLexicon> Shared = new(static () => new ConnotationLexicon(SeedLexicon.Rows("stances/connotations")));
    private readonly Dictionary<ulong, Connotation> _words = new(8192);
    private readonly Dictionary<ulong, sbyte> _prepositions = new(2048);

    /// <summary>Reads rows of word class, grades and lemmas; the grades are four numbers for a word, a preposition and a number for what stands after it.</summary>
    internal ConnotationLexicon(IEnumerable<string[]> rows)
    {
        foreach (var row in rows)
        {
            var kind = KindOf(row[0]);
            var grades = row[1].Split(' ');
            foreach (var lemma in row[2].Split(' '))
            {
                var key = Key(FeatureHash.Of(lemma), kind);
                if (grades.Length == 4)
                {
                    _words[key] = new Connotation(Grade(grades[0]), Grade(grades[1]), Grade(grades[2]), Grade(grades[3]));
                }
                else
                {
                    _prepositions[FeatureHash.Mix(key, FeatureHash.Of(grades[0]))] = Grade(grades[1]);
                }
            }
        }
    }

    /// <summary>The lexicon, read at first use.</summary>
    public static ConnotationLexicon Instance => Shared.Value;

    /// <summary>The key of a clause in <see cref="After"/>.</summary>
    public static ulong ClauseKey { get; } = FeatureHash.Of(Clause);

    /// <summary>The key of a lemma, by the hash of its lower case.</summary>
    public static ulong Key(ulong lemma, Upos kind) => FeatureHash.Mix(lemma, (ulong)kind);

    /// <summary>What a word implies.</summary>
    public Connotation Find(ulong key) => _words.GetValueOrDefault(key);

    /// <summary>What its holder shows towards whatever stands behind that preposition, by the hash of its lower case; 0 where nothing is known.</summary>
    public sbyte After(ulong key, ulong preposition) => _prepositions.GetValueOrDefault(FeatureHash.Mix(key, preposition));

    private static sbyte Grade(string text) => sbyte.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static Upos KindOf(string name) => name switch
    {
        "verb" => Upos.VERB,
        "noun" => Upos.NOUN,
        "adjective" => Upos.ADJ,
        _ => Upos.ADV,
    };
}
