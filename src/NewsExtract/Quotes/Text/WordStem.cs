using System.Collections.Frozen;
using NewsExtract.Learning;
using NewsExtract.Lexicons;

namespace NewsExtract.Quotes.Text;

/// <summary>
/// A crude stem that brings the forms of a verb or noun together: irregular forms by a list, endings by rule, a final <c>e</c> dropped.
/// Its hash is what features and lexicons go by.
/// </summary>
internal static class WordStem
{
    private static readonly Lazy<FrozenDictionary<string, string>> s_irregular = new(static () => SeedLexicon.Map("quotes/irregular_forms"));

    /// <summary>The hash of a word's stem.</summary>
    public static ulong Hash(ReadOnlySpan<char> word)
    {
        if (s_irregular.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var lemma))
        {
            return FeatureHash.OfLower(Strip(lemma));
        }

        return FeatureHash.OfLower(Strip(word));
    }

    private static ReadOnlySpan<char> Strip(ReadOnlySpan<char> word)
    {
        if (word.Length > 3 && !char.IsLetter(word[^1]))
        {
            return word;
        }

        if (Ends(word, "ies", 5) || Ends(word, "ied", 5))
        {
            return word[..^2] is var base1 && base1.Length > 2 ? base1[..^1] : base1;
        }

        if (Ends(word, "ing", 6))
        {
            return Final(Undouble(word[..^3]));
        }

        if (Ends(word, "ed", 5))
        {
            return Final(Undouble(word[..^2]));
        }

        if (Ends(word, "es", 5) && word[^3] is 's' or 'x' or 'z' or 'h')
        {
            return Final(word[..^2]);
        }

        if (Ends(word, "s", 4) && word[^2] is not ('s' or 'u' or 'i'))
        {
            return Final(word[..^1]);
        }

        return Final(word);
    }

    private static bool Ends(ReadOnlySpan<char> word, string ending, int atLeast) =>
        word.Length >= atLeast && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Undouble(ReadOnlySpan<char> stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'l' or 'f' or 'z' or 'e' or 'o') ? stem[..^1] : stem;

    private static ReadOnlySpan<char> Final(ReadOnlySpan<char> stem) =>
        stem.Length > 3 && stem[^1] is 'e' or 'y' ? stem[..^1] : stem;
}
