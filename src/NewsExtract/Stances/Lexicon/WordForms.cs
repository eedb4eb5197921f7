namespace NewsExtract.Stances.Lexicon;

/// <summary>Inflected forms of a lemma: the regular ones by spelling rules, the irregular ones from the seeds.</summary>
internal static class WordForms
{
    /// <summary>Forms of a verb, itself included.</summary>
    public static IEnumerable<string> OfVerb(string lemma, IReadOnlyDictionary<string, string[]> irregular)
    {
        yield return lemma;
        yield return Plural(lemma);
        foreach (var stem in Stems(lemma))
        {
            yield return stem + "ed";
            yield return stem + "ing";
        }

        if (irregular.TryGetValue(lemma, out var forms))
        {
            foreach (var form in forms)
            {
                yield return form;
            }
        }
    }

    /// <summary>Singular and plural of a noun.</summary>
    public static IEnumerable<string> OfNoun(string lemma) => [lemma, Plural(lemma)];

    private static string Plural(string lemma) => lemma switch
    {
        [.., var before, 'y'] when !IsVowel(before) => lemma[..^1] + "ies",
        [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => lemma + "es",
        [.., 'm', 'a', 'n'] => lemma[..^2] + "en",
        _ => lemma + "s",
    };

    // Several stems where spelling differs (travel, travell): a form that does not exist matches nothing.
    private static IEnumerable<string> Stems(string lemma)
    {
        switch (lemma)
        {
            case [.., 'e', 'e']:
                yield return lemma;
                yield return lemma[..^1];
                break;
            case [.., 'e']:
                yield return lemma[..^1];
                break;
            case [.., var before, 'y'] when !IsVowel(before):
                yield return lemma[..^1] + "i";
                yield return lemma;
                break;
            case [.., var a, var b, var c] when !IsVowel(a) && IsVowel(b) && !IsVowel(c) && c is not ('w' or 'x' or 'y'):
                yield return lemma;
                yield return lemma + c;
                break;
            default:
                yield return lemma;
                break;
        }
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
