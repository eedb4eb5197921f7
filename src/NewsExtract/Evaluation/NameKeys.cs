using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsExtract.Lexicons;

namespace NewsExtract.Evaluation;

/// <summary>Compares names as the stance scorers do: by words in lower case, without titles and possessives, with the aliases of the seed list.</summary>
internal static partial class NameKeys
{
    private static readonly Lazy<HashSet<string>> Titles = new(static () => [.. SeedLexicon.Rows("evaluation-titles").Select(static r => r[0])]);
    private static readonly Lazy<HashSet<string>> Links = new(static () => [.. SeedLexicon.Rows("evaluation-links").Select(static r => r[0])]);

    private static readonly Lazy<Dictionary<string, string>> Aliases =
        new(static () => SeedLexicon.Rows("evaluation-aliases").ToDictionary(static r => r[0], static r => r[1], StringComparer.Ordinal));

    /// <summary>The words of a name, joined by spaces; empty when it has none.</summary>
    public static string Key(string? name)
    {
        var plain = Possessive().Replace((name ?? "").Replace(".", "", StringComparison.Ordinal), "").Trim();
        var words = Words(plain.ToLowerInvariant());
        var first = 0;
        while (words.Count - first > 1 && Titles.Value.Contains(words[first]))
        {
            first++;
        }

        var key = string.Join(' ', words.Skip(first));
        return Aliases.Value.TryGetValue(plain, out var full) || Aliases.Value.TryGetValue(key, out full) ? full : key;
    }

    /// <summary>The known key that one of the candidates means (a near match only when it is the only one), or else the first candidate's own key.</summary>
    public static string Resolve(IEnumerable<string?> candidates, IReadOnlySet<string> known)
    {
        var keys = candidates.Select(Key).Where(static k => k.Length > 0).ToList();
        foreach (var key in keys)
        {
            if (known.Contains(key))
            {
                return key;
            }
        }

        foreach (var key in keys)
        {
            var close = known.Where(other => IsNear(key, other)).Take(2).ToList();
            if (close.Count == 1)
            {
                return close[0];
            }
        }

        return keys.Count > 0 ? keys[0] : "";
    }

    /// <summary>The keys of a stance's holder and target: each goes by its entity's name, its own name or its text.</summary>
    public static (string Holder, string Target) Sides(JsonElement stance, ScoredArticle article, IReadOnlySet<string> known)
    {
        string Side(string role)
        {
            var side = ScoredArticle.Property(stance, role);
            var id = ScoredArticle.String(side, "entity");
            var entity = id is null ? default(JsonElement?) : article.Items("entities").Where(e => ScoredArticle.String(e, "id") == id).Select(static e => (JsonElement?)e).LastOrDefault();
            return Resolve([ScoredArticle.String(entity, "name"), ScoredArticle.String(side, "name"), ScoredArticle.String(side, "text")], known);
        }

        return (Side("holder"), Side("target"));
    }

    /// <summary>Whether a name is all of a mention, or its end, apart from what follows a comma.</summary>
    public static bool NamesMention(string? name, string mention)
    {
        var key = Key(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in new[] { mention, Appendix().Split(mention, 2)[0] })
        {
            var words = Key(part).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (key.Length > 0 && words.Length >= key.Length && words.AsSpan(words.Length - key.Length).SequenceEqual(key)
                && (words.Length == key.Length || !Links.Value.Contains(words[^(key.Length + 1)])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a code point is part of a word: a letter or a digit of any script.</summary>
    internal static bool IsWordRune(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or
        UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    // A last name against a longer name, or the same first and last name.
    private static bool IsNear(string a, string b)
    {
        var (x, y) = (a.Split(' ', StringSplitOptions.RemoveEmptyEntries), b.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return x.Length > 0 && y.Length > 0 && x[^1] == y[^1] && (Math.Min(x.Length, y.Length) == 1 || x[0] == y[0]);
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsWordRune(rune))
            {
                word.Append(rune.ToString());
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    [GeneratedRegex(@"[’']s\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Possessive();

    [GeneratedRegex(@",|\(| who\b| which\b| that\b| [-–—] ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Appendix();
}
