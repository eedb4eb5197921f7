using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Entities.Gazetteers;

namespace NewsExtract.Entities.Recognition;

/// <summary>
/// Names with initials in a text whose words and marks are set apart already (<c>the U . S . envoy</c>, <c>Gerald R . Ford</c>), as corpora often are, and initials with spaces between them (<c>the U. S. envoy</c>), as some papers write: the recogniser knows them only as they are written otherwise.
/// </summary>
internal static class SpacedInitials
{
    private const double Confidence = 0.8;

    private static readonly uint _place = GazetteerKinds.Bit(GazetteerKind.Country) | GazetteerKinds.Bit(GazetteerKind.City) | GazetteerKinds.Bit(GazetteerKind.Division) | GazetteerKinds.Bit(GazetteerKind.Region);
    private static readonly uint _organisation = GazetteerKinds.Bit(GazetteerKind.Agency) | GazetteerKinds.Bit(GazetteerKind.Party) | GazetteerKinds.Bit(GazetteerKind.Acronym) | GazetteerKinds.Bit(GazetteerKind.Media);

    /// <summary>Joins the pieces of such names, and finds those that are initials alone.</summary>
    public static void Join(string text, TokenLayer tokens, GazetteerTable gazetteers, ImmutableArray<NamedMention>.Builder mentions)
    {
        for (var start = 0; start + 1 < tokens.Count; start++)
        {
            var end = start;
            while (end + 1 < tokens.Count && IsInitial(text, tokens, end))
            {
                end += 2;
            }

            if (end > start)
            {
                Join(text, tokens, gazetteers, start, end, mentions);
                start = end - 1;
                continue;
            }

            while (end < tokens.Count && IsDotted(text, tokens, end))
            {
                end++;
            }

            if (end > start + 1)
            {
                var range = new TokenRange(start, end);
                if (!mentions.Any(mention => mention.Tokens.Overlaps(range)) && TypeOf(text, tokens, gazetteers, range) is { } type)
                {
                    Put(tokens, range, type, Confidence, mentions);
                }

                start = end - 1;
            }
        }
    }

    private static void Join(string text, TokenLayer tokens, GazetteerTable gazetteers, int start, int end, ImmutableArray<NamedMention>.Builder mentions)
    {
        NamedMention? before = null, after = null;
        foreach (var mention in mentions)
        {
            after = mention.Tokens.Start == end ? mention : after;
            before = mention.Type == EntityType.Person && mention.Tokens.Start < start && (mention.Tokens.End == start || mention.Tokens.End == start + 1) ? mention : before;
        }

        if (after?.Type == EntityType.Person)
        {
            Put(tokens, new TokenRange(before?.Tokens.Start ?? start, after.Tokens.End), EntityType.Person, after.Confidence, mentions);
        }
        else if (before is not null && after is null && end < tokens.Count && char.IsUpper(tokens[end].In(text)[0]))
        {
            Put(tokens, new TokenRange(before.Tokens.Start, end + 1), EntityType.Person, before.Confidence, mentions);
        }
        else if (end - start > 2 && TypeOf(text, tokens, gazetteers, new TokenRange(start, end)) is { } type)
        {
            Put(tokens, new TokenRange(start, end), type, Confidence, mentions);
        }
    }

    private static bool IsInitial(string text, TokenLayer tokens, int at) =>
        tokens[at].Length == 1 && char.IsAsciiLetterUpper(text[tokens[at].Start]) && tokens[at + 1].Length == 1 && text[tokens[at + 1].Start] == '.' && tokens[at + 1].Start == tokens[at].End + 1
        && (at == 0 || tokens[at].Start > tokens[at - 1].End);

    private static bool IsDotted(string text, TokenLayer tokens, int at) =>
        tokens[at].Length == 2 && char.IsAsciiLetterUpper(text[tokens[at].Start]) && text[tokens[at].Start + 1] == '.';

    /// <summary>What initials stand for, if anything, when they are written together.</summary>
    private static EntityType? TypeOf(string text, TokenLayer tokens, GazetteerTable gazetteers, TokenRange range)
    {
        Span<char> joined = stackalloc char[WordNormalizer.MaxLength];
        var length = 0;
        for (var token = range.Start; token < range.End; token++)
        {
            foreach (var letter in tokens[token].In(text))
            {
                if (length == joined.Length)
                {
                    return null;
                }

                joined[length++] = letter;
            }
        }

        var kinds = gazetteers.Find(GazetteerTable.Extend(0, WordNormalizer.LowerHash(joined[..length])));
        return (kinds & _place) != 0 ? EntityType.Gpe : (kinds & _organisation) != 0 ? EntityType.Org : null;
    }

    /// <summary>Puts a mention in the place of those that it meets.</summary>
    private static void Put(TokenLayer tokens, TokenRange range, EntityType type, double confidence, ImmutableArray<NamedMention>.Builder mentions)
    {
        var at = 0;
        for (var i = mentions.Count - 1; i >= 0; i--)
        {
            if (mentions[i].Tokens.Overlaps(range))
            {
                mentions.RemoveAt(i);
            }
            else if (mentions[i].Tokens.Start < range.Start && at == 0)
            {
                at = i + 1;
            }
        }

        mentions.Insert(Math.Min(at, mentions.Count), new NamedMention(tokens.SpanOf(range), range, type, confidence));
    }
}
