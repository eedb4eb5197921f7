using System.Collections.Frozen;
using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Entities.Gazetteers;
using NewsExtract.Lexicons;

namespace NewsExtract.Entities.Recognition;

/// <summary>
/// Names that the recogniser cuts in the middle: an office for several things (<c>Ministry of Climate Change and Environment</c>, <c>Chamber of Commerce, Industry and Crafts</c>), and words with an apostrophe in a
/// text whose marks are set apart (<c>Sana ’ a</c>).
/// </summary>
internal sealed class JoinedNames(GazetteerTable gazetteers)
{
    // Of eight times that raw text writes the word inside a sentence, so many with a capital, at most: a common noun that names a field and nobody.
    private const int MostCapital = 6;

    // Longer lists are lists of names.
    private const int MostParts = 4;
    private const int LongestPart = 4;

    private static readonly Lazy<FrozenSet<string>> s_endings = new(static () =>
        SeedLexicon.Rows("entities/apostrophe-endings").Select(static row => row[0]).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Puts the pieces together.</summary>
    public void Join(string text, TokenLayer tokens, WordForms forms, ImmutableArray<NamedMention>.Builder mentions)
    {
        for (var m = 0; m < mentions.Count; m++)
        {
            if (mentions[m].Type == EntityType.Org && IsOfficeFor(text, tokens, forms, mentions[m].Tokens))
            {
                Extend(tokens, mentions, m, EndOfFields(text, tokens, forms, mentions[m].Tokens), mentions[m].Type);
            }

            var (end, type) = EndOfApostrophe(text, tokens, mentions, m);
            Extend(tokens, mentions, m, end, type);
        }
    }

    /// <summary>Whether a name is a word for an organisation, "of" or "for", and common nouns at its end.</summary>
    private bool IsOfficeFor(string text, TokenLayer tokens, WordForms forms, TokenRange name)
    {
        for (var token = name.End - 1; token > name.Start; token--)
        {
            if (tokens[token].In(text) is "of" or "for")
            {
                return token < name.End - 1 && IsOrganisationWord(forms, token - 1);
            }

            if (!IsField(forms, token))
            {
                return false;
            }
        }

        return false;
    }

    private bool IsOrganisationWord(WordForms forms, int token) => (gazetteers.Find(GazetteerTable.Extend(0, forms.Lower[token])) & GazetteerKinds.Bit(GazetteerKind.OrgWord)) != 0;

    private static bool IsField(WordForms forms, int token) => forms.RunStart[token] < forms.RunEnd[token] && forms.Facts[token].Capital is > 0 and <= MostCapital;

    /// <summary>The end of "…, Industry and Crafts" after a name, or its own end.</summary>
    private int EndOfFields(string text, TokenLayer tokens, WordForms forms, TokenRange name)
    {
        var at = name.End;
        for (var part = 0; part < MostParts && at + 1 < tokens.Count; part++)
        {
            var isLast = tokens[at].In(text) is "and" or "&";
            if (!isLast && tokens[at].In(text) is not ",")
            {
                break;
            }

            at++;
            if (!isLast && tokens[at].In(text) is "and")
            {
                (isLast, at) = (true, at + 1);
            }

            var start = at;
            while (at < tokens.Count && at - start < LongestPart && IsField(forms, at) && !tokens.SpanOf(new TokenRange(name.Start, at + 1)).In(text).Contains('\n'))
            {
                at++;
            }

            // "the Ministry of Defence and Police Command": another organisation, and "… and Poland": no field.
            if (at == start || IsOrganisationWord(forms, at - 1) || IsOrganisationWord(forms, start) || (at < tokens.Count && forms.RunStart[at] < forms.RunEnd[at] && forms.RunStart[at] < at))
            {
                break;
            }

            if (isLast)
            {
                return at;
            }
        }

        return name.End;
    }

    /// <summary>The end of a name that goes on after an apostrophe with spaces around it, and its type: that of what follows, if it is a name as well.</summary>
    private static (int End, EntityType Type) EndOfApostrophe(string text, TokenLayer tokens, ImmutableArray<NamedMention>.Builder mentions, int m)
    {
        var end = mentions[m].Tokens.End;
        if (end + 1 >= tokens.Count || tokens[end].In(text) is not ("’" or "'" or "‘") || tokens[end].Start != mentions[m].Span.End + 1 || tokens[end + 1].Start != tokens[end].End + 1
            || !s_endings.Value.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tokens[end + 1].In(text)))
        {
            return (end, mentions[m].Type);
        }

        end += 2;
        return m + 1 < mentions.Count && mentions[m + 1].Tokens.Start == end ? (mentions[m + 1].Tokens.End, mentions[m + 1].Type) : (end, mentions[m].Type);
    }

    /// <summary>Lengthens a mention, over those that it now holds; one that it would cut stops it.</summary>
    private static void Extend(TokenLayer tokens, ImmutableArray<NamedMention>.Builder mentions, int m, int end, EntityType type)
    {
        var range = new TokenRange(mentions[m].Tokens.Start, end);
        var next = m + 1;
        while (next < mentions.Count && mentions[next].Tokens.Start < end)
        {
            if (mentions[next].Tokens.End > end)
            {
                return;
            }

            next++;
        }

        if (end > mentions[m].Tokens.End)
        {
            while (--next > m)
            {
                mentions.RemoveAt(next);
            }

            mentions[m] = mentions[m] with { Span = tokens.SpanOf(range), Tokens = range, Type = type };
        }
    }
}
