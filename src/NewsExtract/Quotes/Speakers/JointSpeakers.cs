using NewsExtract.Documents;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Quotes.Speakers;

/// <summary>
/// A source of several who speak together: <c>Mr. Poe and Mr. Holm</c>, <c>they and their lawyers</c>. It is no entity of the article; its name is put together from those of its parts.
/// </summary>
internal static class JointSpeakers
{
    private const int Most = 6;

    /// <summary>The name of a joint source, or null when the source is one.</summary>
    /// <param name="sheet">The document.</param>
    /// <param name="source">The source.</param>
    /// <param name="head">Its head.</param>
    /// <param name="nameAt">The fullest name of what a token belongs to, when that is a name or a pronoun.</param>
    public static string? NameOf(QuoteSheet sheet, TokenRange source, int head, Func<int, string?> nameAt)
    {
        if (!sheet.HasParse || head < 0)
        {
            return null;
        }

        Span<int> starts = stackalloc int[Most];
        Span<int> heads = stackalloc int[Most];
        (starts[0], heads[0]) = (source.Start, head);
        var count = 1;
        for (var token = head + 1; token < source.End && count < Most; token++)
        {
            if (sheet.Head[token] == head && sheet.Relation[token] == Relation.Conj)
            {
                (starts[count], heads[count]) = (StartOf(sheet, token, heads[count - 1] + 1), token);
                count++;
            }
        }

        if (count == 1 || !IsGroup(sheet, heads[..count], nameAt) || !IsJoined(sheet, starts[..count], heads[..count]))
        {
            return null;
        }

        var names = new List<string>(count);
        for (var i = 0; i < count; i++)
        {
            var name = nameAt(heads[i]) ?? Words(sheet, new TokenRange(starts[i], i + 1 < count ? starts[i + 1] : source.End));
            if (!names.Contains(name))
            {
                names.Add(name);
            }
        }

        return names.Count == 1 ? null : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
    }

    /// <summary>Whether the parts stand side by side: "and" before the last, commas only in a list of three, and no verb in between. "Ann Poe, an economist and author" is one person.</summary>
    private static bool IsJoined(QuoteSheet sheet, ReadOnlySpan<int> starts, ReadOnlySpan<int> heads)
    {
        var commas = 0;
        for (var token = heads[0] + 1; token < heads[^1]; token++)
        {
            commas += sheet.Punctuation[token] == PunctuationKind.Comma ? 1 : 0;
            if (sheet.Upos[token] is Upos.VERB or Upos.AUX)
            {
                return false;
            }
        }

        return sheet.Chars(starts[^1] - 1) is "and" or "&" && commas <= heads.Length - 1 && (commas == 0 || (heads.Length > 2 && sheet.Chars(starts[1]) is not ("a" or "an" or "the")));
    }

    /// <summary>Whether each part stands for somebody of its own: a name, a pronoun, a plural, or a noun with an article. "The economist and author" is one person.</summary>
    private static bool IsGroup(QuoteSheet sheet, ReadOnlySpan<int> heads, Func<int, string?> nameAt)
    {
        foreach (var head in heads)
        {
            var isOwn = nameAt(head) is not null || (sheet.Upos[head] is Upos.NOUN or Upos.PROPN && (PennTags.IsPlural(sheet.Penn[head]) || HasDeterminer(sheet, head)));
            if (!isOwn)
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasDeterminer(QuoteSheet sheet, int head)
    {
        for (var token = sheet.Left[head]; token < head; token++)
        {
            if (sheet.Head[token] == head && sheet.Relation[token] is Relation.Det or Relation.NmodPoss)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the phrase of a part begins: without the conjunction and the comma that join it.</summary>
    private static int StartOf(QuoteSheet sheet, int head, int least)
    {
        var start = Math.Max(least, sheet.Left[head]);
        while (start < head && (!sheet.IsWord(start) || sheet.Relation[start] is Relation.Cc or Relation.CcPreconj))
        {
            start++;
        }

        return start;
    }

    /// <summary>The words of a part, without what joins it to the next, and without "both".</summary>
    private static string Words(QuoteSheet sheet, TokenRange part)
    {
        var (start, end) = (part.Start, part.End);
        while (start < end - 1 && sheet.Relation[start] == Relation.CcPreconj)
        {
            start++;
        }

        while (end > start + 1 && (!sheet.IsWord(end - 1) || sheet.Relation[end - 1] == Relation.Cc))
        {
            end--;
        }

        return sheet.Tokens.SpanOf(new TokenRange(start, end)).Of(sheet.Text);
    }
}
