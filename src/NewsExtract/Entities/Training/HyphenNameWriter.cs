using System.Collections.Immutable;
using System.Text;
using NewsExtract.Entities.Recognition;

namespace NewsExtract.Entities.Training;

/// <summary>
/// Copies of training documents in which people have Korean or Chinese names, the given name with a hyphen (<c>Kim Min-jun</c>): news is full of them, the sources hardly have any. All choices follow from a seed.
/// </summary>
internal sealed class HyphenNameWriter
{
    private const string Surnames = "gazetteers/names_by_country/common-surnames-by-country.csv";
    private const string Forenames = "gazetteers/names_by_country/forenames.txt";

    // Of ten people so many are written with the surname first.
    private const double SurnameFirst = 0.85;

    private readonly Random _random;
    private readonly string[] _surnames;
    private readonly string[] _first;
    private readonly string[] _second;

    /// <summary>A writer with the names of a data folder.</summary>
    public HyphenNameWriter(string root, int seed)
        : this(ReadSurnames(root), File.ReadLines(Path.Combine(root, Forenames), Encoding.UTF8), seed)
    {
    }

    internal HyphenNameWriter(IEnumerable<string> surnames, IEnumerable<string> forenames, int seed)
    {
        _random = new Random(seed);
        _surnames = [.. surnames];
        var parts = forenames.Select(static name => name.Split('-')).Where(static p => p.Length == 2 && p[0].Length is > 1 and < 6 && p[1].Length is > 1 and < 7 && char.IsAsciiLetterLower(p[1][0])).ToArray();
        _first = [.. parts.SelectMany(static p => new[] { p[0], char.ToUpperInvariant(p[1][0]) + p[1][1..] }).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _second = [.. parts.SelectMany(static p => new[] { p[1], p[0].ToLowerInvariant() }).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The files read.</summary>
    public static ImmutableArray<string> Files { get; } = [Surnames, Forenames];

    /// <summary>A copy in which every person named by two capitalised words, and by the second of them alone, has another name.</summary>
    public LabelledDocument Rewrite(LabelledDocument document)
    {
        var people = new Dictionary<string, (string Surname, string First, string Second, bool IsSurnameFirst)>(StringComparer.Ordinal);
        var builder = new DocumentBuilder(document.Source);
        foreach (var sentence in document.Sentences)
        {
            for (var i = sentence.Start; i < sentence.End; i++)
            {
                var end = EndOf(document, i, sentence.End);
                if (end - i == 2 && IsPlain(document, i) && IsPlain(document, i + 1))
                {
                    Write(builder, PersonOf(people, Word(document, i + 1)));
                    i = end - 1;
                }
                else if (end - i == 1 && people.TryGetValue(Word(document, i), out var known))
                {
                    builder.Add(known.Surname, document.Labels[i]);
                }
                else
                {
                    builder.Add(Word(document, i), document.Labels[i]);
                }
            }

            builder.EndSentence();
        }

        return builder.Build() with { Weight = document.Weight };
    }

    private (string Surname, string First, string Second, bool IsSurnameFirst) PersonOf(Dictionary<string, (string, string, string, bool)> people, string surname)
    {
        if (!people.TryGetValue(surname, out var person))
        {
            person = (Draw(_surnames), Draw(_first), Draw(_second), _random.NextDouble() < SurnameFirst);
            people.Add(surname, person);
        }

        return person;
    }

    private static void Write(DocumentBuilder builder, (string Surname, string First, string Second, bool IsSurnameFirst) person)
    {
        string[] words = person.IsSurnameFirst ? [person.Surname, person.First, "-", person.Second] : [person.First, "-", person.Second, person.Surname];
        for (var w = 0; w < words.Length; w++)
        {
            builder.Add(words[w], w == 0 ? NameTypes.Begin(NameTypes.Person) : NameTypes.Inside(NameTypes.Person));
        }
    }

    private string Draw(string[] from) => from[_random.Next(from.Length)];

    /// <summary>The token after the person that begins at a token, or that token.</summary>
    private static int EndOf(LabelledDocument document, int start, int sentenceEnd)
    {
        if (document.Labels[start] != NameTypes.Begin(NameTypes.Person))
        {
            return start;
        }

        var end = start + 1;
        while (end < sentenceEnd && document.Labels[end] == NameTypes.Inside(NameTypes.Person))
        {
            end++;
        }

        return end;
    }

    private static bool IsPlain(LabelledDocument document, int i)
    {
        var word = Word(document, i);
        return word.Length > 1 && char.IsUpper(word[0]) && char.IsLower(word[1]);
    }

    private static string Word(LabelledDocument document, int i) => document.Tokens[i].Of(document.Text);

    private static IEnumerable<string> ReadSurnames(string root) =>
        File.ReadLines(Path.Combine(root, Surnames), Encoding.UTF8).Select(static line => line.Split(','))
            .Where(static cells => cells.Length > 5 && cells[0] is "KR" or "CN").Select(static cells => cells[5]).Where(static name => name.Length > 1).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
