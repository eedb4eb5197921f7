using System.Collections.Frozen;
using NewsExtract.Documents;
using NewsExtract.Lexicons;

namespace NewsExtract.Syntax.Lemmas;

/// <summary>
/// Dictionary forms of words from their form and Penn tag: irregular forms from <c>seeds/lemmas/irregular.txt</c>, the rest by rules of English spelling.
/// Lemmas are in lower case, except those of names, which keep their form, and <c>I</c>.
/// </summary>
internal static class Lemmatizer
{
    /// <summary>The longest word that is looked at; a longer one is its own lemma.</summary>
    public const int LongestWord = 48;

    private static readonly Lazy<Tables> Loaded = new(static () => new Tables());

    /// <summary>The lemma of a word with that Penn tag, for example <c>Lemma("said", "VBD")</c> is <c>say</c>.</summary>
    public static string Lemma(ReadOnlySpan<char> word, string penn)
    {
        Span<char> buffer = stackalloc char[LongestWord + 1];
        return word.Length > LongestWord ? word.ToString() : buffer[..Write(word, PennTags.Parse(penn), buffer)].ToString();
    }

    /// <summary>
    /// Writes the lemma of a word with that number of a Penn tag (<see cref="PennTags"/>) and gives its length; allocates nothing.
    /// <paramref name="lemma"/> has room for one character more than the word, and for at least four.
    /// </summary>
    public static int Write(ReadOnlySpan<char> word, byte penn, Span<char> lemma)
    {
        var tables = Loaded.Value;
        var kind = tables.Kinds[penn];
        if (word.Length > LongestWord || kind == Kind.Name)
        {
            word.CopyTo(lemma);
            return word.Length;
        }

        var length = word.Length;
        for (var i = 0; i < length; i++)
        {
            lemma[i] = char.ToLowerInvariant(word[i]);
        }

        var form = lemma[..length];
        if (tables.Irregular[(int)kind].TryGetValue(form, out var irregular))
        {
            irregular.CopyTo(lemma);
            return irregular.Length;
        }

        switch (kind)
        {
            case Kind.Verb:
                return Verb(form, tables.Ending[penn], lemma, tables);
            case Kind.Noun or Kind.NamePlural:
                length = Singular(form, lemma);
                if (kind == Kind.NamePlural)
                {
                    word[..Math.Min(length, word.Length)].CopyTo(lemma);
                    if (length <= word.Length && form.EndsWith("ies", StringComparison.Ordinal) && length == word.Length - 2)
                    {
                        lemma[length - 1] = char.IsUpper(word[^1]) ? 'Y' : 'y';
                    }
                }

                return length;
            case Kind.Adjective or Kind.Adverb when tables.Ending[penn] != Ending.None:
                var cut = tables.Ending[penn] == Ending.Comparative ? 2 : 3;
                return form.Length > cut + 2 && form[^cut] == 'e' ? Stem(form[..^cut], lemma, tables) : length;
            default:
                return length;
        }
    }

    private static int Verb(ReadOnlySpan<char> form, Ending ending, Span<char> lemma, Tables tables) => ending switch
    {
        Ending.S when form.Length > 2 && form[^1] == 's' && form[^2] != 's' => Singular(form, lemma),
        Ending.Past when form.Length > 3 && form[^2..] is "ed" => form[^3] != 'i' ? Stem(form[..^2], lemma, tables) : form.Length > 4 ? Replace(lemma, form.Length - 3, 'y') : form.Length - 1,
        Ending.Ing when form.Length > 4 && form[^3..] is "ing" => Stem(form[..^3], lemma, tables),
        Ending.Ing when form.Length > 4 && form[^3..] is "in'" or "in’" => Stem(form[..^3], lemma, tables),
        _ => form.Length,
    };

    /// <summary>The form without the ending of plurals and third persons.</summary>
    private static int Singular(ReadOnlySpan<char> form, Span<char> lemma)
    {
        if (form.Length < 3 || form[^1] != 's' || form[^2] is 's' or '\'' or '’' || (form[^2] is 'u' or 'i' && form.Length > 3))
        {
            return form.Length;
        }

        if (form.Length > 4 && form[^3..] is "ies")
        {
            return Replace(lemma, form.Length - 3, 'y');
        }

        var sibilant = form.Length > 4 && form[^2] == 'e'
            && (form[^4..^2] is "ch" or "sh" or "ss" or "zz" || form[^3] == 'x' || (form[^3] == 'o' && form[^4] is not 'o' and not 'h'));
        return form.Length - (sibilant ? 2 : 1);
    }

    /// <summary>A stem before -ed, -ing, -er or -est: a doubled consonant becomes single, a dropped e comes back, an i becomes y again.</summary>
    private static int Stem(ReadOnlySpan<char> stem, Span<char> lemma, Tables tables)
    {
        stem.CopyTo(lemma);
        var length = stem.Length;
        if (length < 2)
        {
            return length;
        }

        if (tables.WithE.Contains(stem))
        {
            lemma[length] = 'e';
            return length + 1;
        }

        if (tables.WithoutE.Contains(stem))
        {
            return length;
        }

        char last = stem[^1], before = stem[^2];
        if (last == before && last is not ('l' or 's' or 'z' or 'f' or 'e' or 'o'))
        {
            return length > 3 || last is not ('d' or 'g') ? length - 1 : length;
        }

        if (last == 'l' && before == 'l')
        {
            // "controlled" but "called": after one vowel in a longer word the l was doubled.
            return length > 5 && !IsVowel(stem[^4]) && !tables.WithoutE.Contains(stem) ? length - 1 : length;
        }

        if (last == 'i')
        {
            lemma[length - 1] = 'y';
            return length;
        }

        if (!NeedsE(stem, last, before))
        {
            return length;
        }

        lemma[length] = 'e';
        return length + 1;
    }

    private static bool NeedsE(ReadOnlySpan<char> stem, char last, char before)
    {
        var third = stem.Length > 2 ? stem[^3] : ' ';
        var oneVowel = IsVowel(before) && !IsVowel(third);
        return last switch
        {
            'v' or 'u' or 'c' => true,
            'z' => before != 'z',
            's' => before != 's' && (before is 'n' or 'r' or 'p' || IsVowel(before)),
            'g' => before is 'd' or 'r' or 'l' or 'a' or 'e' or 'u' or 'i',
            'l' => before is not ('l' or 'r' or 'w' or 'a' or 'e' or 'i' or 'o' or 'u') || (before == 'i' && third is 'f' or 'm' or 't' or 'c') || (before == 'u' && oneVowel),
            't' => before == 'a' && third is not 'e' and not 'o' || (before is 'u' or 'o' && oneVowel) || (before == 'i' && oneVowel && third is 'c' or 'v' or 'n' or 'r' && stem.Length < 6),
            'r' => (before is 'i' or 'u' && third != 'o' && third != 'a' && third != 'e') || (before == 'a' && oneVowel) || (before == 'o' && oneVowel && third is 'n' or 'l' or 'c' or 't'),
            'd' => before is 'u' || (before is 'i' or 'a' && oneVowel) || (before == 'o' && oneVowel),
            'k' or 'b' => oneVowel,
            'p' => oneVowel && stem.Length < 5,
            'm' => oneVowel && (stem.Length < 5 || before is 'o' or 'u' or 'a'),
            'n' => oneVowel && (before is 'i' or 'u' || (before is 'a' or 'o' && stem.Length < 5)),
            'h' => before == 't' && third is 'a' or 'o',
            'e' => before is not 'e',
            _ => false,
        };
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static int Replace(Span<char> lemma, int at, char with)
    {
        lemma[at] = with;
        return at + 1;
    }

    private enum Kind
    {
        Verb,
        Noun,
        Adjective,
        Adverb,
        Other,
        NamePlural,
        Pronoun,
        Possessive,
        Name,
    }

    private enum Ending
    {
        None,
        S,
        Past,
        Ing,
        Comparative,
        Superlative,
    }

    private sealed class Tables
    {
        public Tables()
        {
            var rows = SeedLexicon.Rows("lemmas/irregular");
            for (var kind = Kind.Verb; kind <= Kind.Name; kind++)
            {
                var letter = "VNARONPS "[(int)kind];
                Irregular[(int)kind] = rows.Where(row => row[0][0] == letter)
                    .ToFrozenDictionary(static row => row[1].ToLowerInvariant(), static row => row[2]).GetAlternateLookup<ReadOnlySpan<char>>();
            }

            WithE = Stems("e");
            WithoutE = Stems("-");
            for (byte tag = 0; tag < PennTags.Names.Length; tag++)
            {
                var name = PennTags.Names[tag];
                Kinds[tag] = name switch
                {
                    "NNP" or "FW" or "ADD" or "GW" or "LS" or "SYM" => Kind.Name,
                    "NNPS" => Kind.NamePlural,
                    "PRP" => Kind.Pronoun,
                    "POS" => Kind.Possessive,
                    "NNS" => Kind.Noun,
                    "MD" => Kind.Verb,
                    "JJR" or "JJS" => Kind.Adjective,
                    "RBR" or "RBS" => Kind.Adverb,
                    _ when name.StartsWith("VB", StringComparison.Ordinal) => Kind.Verb,
                    _ => Kind.Other,
                };
                Ending[tag] = name switch
                {
                    "VBZ" => Lemmatizer.Ending.S,
                    "VBD" or "VBN" => Lemmatizer.Ending.Past,
                    "VBG" => Lemmatizer.Ending.Ing,
                    "JJR" or "RBR" => Lemmatizer.Ending.Comparative,
                    "JJS" or "RBS" => Lemmatizer.Ending.Superlative,
                    _ => Lemmatizer.Ending.None,
                };
            }
        }

        public FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>>[] Irregular { get; } =
            new FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>>[9];

        public FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WithE { get; }

        public FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WithoutE { get; }

        public Kind[] Kinds { get; } = new Kind[PennTags.Names.Length];

        public Ending[] Ending { get; } = new Ending[PennTags.Names.Length];

        private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Stems(string mark) =>
            SeedLexicon.Rows("lemmas/stems").Where(row => row[0] == mark).SelectMany(static row => row[1].Split(' ')).ToFrozenSet()
                .GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
