namespace NewsExtract.Entities.Recognition;

/// <summary>The base letters of accented Latin letters: names are written with and without their accents.</summary>
internal static class LatinBase
{
    private const int FirstA = 0x00C0;
    private const int FirstB = 0x1E00;

    // One letter for each code point of Latin-1 Supplement (letters), Latin Extended-A and -B; a dot where the letter has no base.
    private const string A =
        "AAAAAAACEEEEIIIIDNOOOOO.OUUUUYTsaaaaaaaceeeeiiiidnooooo.ouuuuytyAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGg" +
        "HhHhIiIiIiIiIi..JjKk.LlLlLl..LlNnNnNn...OoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZz........." +
        ".......A................Oo.............Uu............................AaIiOoUuUuUuUuUu.AaAa....GgKkOo" +
        "Oo..j...Gg..NnAa....AaAaEeEeIiIiOoOoRrRrUuUuSsTt..Hh......AaEeOoOoOoOoYy............................";

    // The same for Latin Extended Additional.
    private const string B =
        "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSs" +
        "SsSsSsTtTtTtTtUuUuUuUuUuVvVvWwWwWwWwWwXxXxYyZzZzZzhtwy......AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEe" +
        "IiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy......";

    /// <summary>The base letter, or the character itself.</summary>
    public static char Of(char c)
    {
        var letter = c switch
        {
            >= (char)FirstB => c - FirstB < B.Length ? B[c - FirstB] : '.',
            >= (char)FirstA => c - FirstA < A.Length ? A[c - FirstA] : '.',
            _ => '.',
        };
        return letter == '.' ? c : letter;
    }
}
