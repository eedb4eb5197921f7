using System.Collections.Immutable;
using NewsExtract.Documents;

namespace NewsExtract.Entities.Recognition;

/// <summary>Finds the places where an article repeats a name that it has made clear elsewhere, and where the words around it did not suffice for the recogniser.</summary>
internal static class NameRepeats
{
    private const int LongestName = 6;
    private const int ShortestWord = 3;

    // One sure mention, or several less sure ones, make a name clear.
    private const double LeastSupport = 0.6;
    private const double Confidence = 0.6;

    // Of eight times that raw text writes the word inside a sentence, so many with a capital.
    internal const int MostlyCapital = 7;

    /// <summary>Adds mentions to those found; the order is that of the text again afterwards.</summary>
    public static void Add(string text, TokenLayer tokens, WordForms forms, NameSupport support, ImmutableArray<NamedMention>.Builder mentions)
    {
        var (found, next) = (mentions.Count, 0);
        foreach (var (start, end, sentenceCase) in forms.Sentences)
        {
            for (var i = start; i < end && sentenceCase == SentenceCase.Normal; i++)
            {
                while (next < found && mentions[next].Tokens.End <= i)
                {
                    next++;
                }

                if (forms.RunStart[i] != i || forms.RunEnd[i] - i is < 1 or > LongestName || !IsTelling(forms, i, start, tokens[i]))
                {
                    continue;
                }

                var last = forms.RunEnd[i];
                var range = new TokenRange(i, last);
                if ((next == found || mentions[next].Tokens.Start >= last) && support.Best(tokens.SpanOf(range).In(text)) is { Sum: >= LeastSupport } best)
                {
                    mentions.Add(new NamedMention(tokens.SpanOf(range), range, best.Type, Confidence));
                }

                i = last - 1;
            }
        }

        AddLonger(text, tokens, forms, support, mentions);
        if (mentions.Count > found)
        {
            mentions.Sort(static (a, b) => a.Tokens.Start.CompareTo(b.Tokens.Start));
        }
    }

    /// <summary>Puts a name of several words in the place of the pieces of it that were found: "Poe &amp; Holm" is the company of that name and not two people.</summary>
    private static void AddLonger(string text, TokenLayer tokens, WordForms forms, NameSupport support, ImmutableArray<NamedMention>.Builder mentions)
    {
        for (var m = 0; m < mentions.Count; m++)
        {
            if (Longer(text, tokens, forms, support, mentions, m) is not { } name)
            {
                continue;
            }

            mentions[m] = name;
            while (m + 1 < mentions.Count && mentions[m + 1].Tokens.Start < name.Tokens.End)
            {
                mentions.RemoveAt(m + 1);
            }
        }
    }

    /// <summary>The longest clear name among the capitalised words around a mention that holds it and cuts no other.</summary>
    private static NamedMention? Longer(string text, TokenLayer tokens, WordForms forms, NameSupport support, ImmutableArray<NamedMention>.Builder mentions, int m)
    {
        var own = mentions[m].Tokens;
        for (var first = Math.Max(forms.RunStart[own.Start], m > 0 ? mentions[m - 1].Tokens.End : 0); first <= own.Start; first++)
        {
            for (var last = Math.Min(forms.RunEnd[own.Start], first + LongestName); last >= own.End; last--)
            {
                var range = new TokenRange(first, last);
                if (range.Length > own.Length && !Cuts(mentions, m, last) && support.Best(tokens.SpanOf(range).In(text)) is { Sum: >= LeastSupport } best)
                {
                    return new NamedMention(tokens.SpanOf(range), range, best.Type, Confidence);
                }
            }
        }

        return null;
    }

    private static bool Cuts(ImmutableArray<NamedMention>.Builder mentions, int m, int last)
    {
        for (var next = m + 1; next < mentions.Count && mentions[next].Tokens.Start < last; next++)
        {
            if (mentions[next].Tokens.End > last)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the capital of a token says that it is a name: not at the start of a sentence, unless the word is hardly ever written small.</summary>
    private static bool IsTelling(WordForms forms, int i, int start, TextSpan token) =>
        token.Length >= ShortestWord && forms.Case[i] is Casing.Initial or Casing.Upper or Casing.Mixed
        && (i > start || forms.Facts[i].Capital is 0 or >= MostlyCapital);
}
