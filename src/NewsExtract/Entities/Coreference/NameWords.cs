using NewsExtract.Documents;
using NewsExtract.Learning;

namespace NewsExtract.Entities.Coreference;

/// <summary>Takes names apart into the words that count for telling them apart.</summary>
internal static class NameWords
{
    private const int LongestName = 200;

    /// <summary>The record of a name; its words are appended to <paramref name="words"/>.</summary>
    public static NameRecord Read(CoreferenceScratch scratch, NamedMention name, ref ulong[] words, ref int count)
    {
        var record = new NameRecord { WordStart = count, Family = FamilyOf(name.Type), LastSentence = -1, Entity = -1 };
        Span<char> buffer = stackalloc char[LongestName];
        Span<char> plain = stackalloc char[LongestName];
        var length = 0;
        var start = name.Tokens.Start;
        if (record.Family == NameFamily.Person)
        {
            while (start < name.Tokens.End - 1 && (scratch.Facts[start] & WordFacts.Title) != 0)
            {
                record.Genders |= GenderShown(scratch.Facts[start]);
                start++;
            }
        }

        record.IsAllCapitals = true;
        for (var token = start; token < name.Tokens.End && record.WordCount < NameRecord.MostWords; token++)
        {
            var word = Plain(scratch.Word(token), plain);
            if (word.IsEmpty || (token == start && word is "the" && name.Tokens.Length > 1))
            {
                continue;
            }

            record.IsAllCapitals &= !scratch.Word(token).ContainsAnyInRange('a', 'z');
            if (token == name.Tokens.End - 1 && record.Family == NameFamily.Group && word.Length > 4 && word[^1] == 's')
            {
                word = word[..^1];
            }

            var hash = FeatureHash.Of(word);
            record.IsSeveral |= record.Family == NameFamily.Person && word is "and" or "&";
            if (record.WordCount > 0 && record.Family == NameFamily.Person && (scratch.Facts[token] & WordFacts.PersonSuffix) != 0)
            {
                record.Generation = hash;
                continue;
            }

            if (record.WordCount > 0 && record.Family == NameFamily.Organisation && (scratch.Facts[token] & WordFacts.OrganisationSuffix) != 0 && token >= name.Tokens.End - 2)
            {
                continue;
            }

            if (record.WordCount == 0)
            {
                (record.Initial, record.HasInitialOnly) = (word[0], word.Length == 1);
            }

            Append(ref words, ref count, hash);
            record.WordCount++;
            if (length + word.Length + 1 < LongestName)
            {
                if (length > 0)
                {
                    buffer[length++] = ' ';
                }

                word.CopyTo(buffer[length..]);
                length += word.Length;
            }
        }

        record.Key = KeyOf(buffer[..length], record.Family);
        record.Acronym = record.Family is NameFamily.Group ? 0 : AcronymOf(scratch, name.Tokens, record.WordCount);
        return record;
    }

    public static NameFamily FamilyOf(EntityType type) => type switch
    {
        EntityType.Person => NameFamily.Person,
        EntityType.Org => NameFamily.Organisation,
        EntityType.Gpe or EntityType.Loc => NameFamily.Place,
        EntityType.Norp => NameFamily.Group,
        _ => NameFamily.Other,
    };

    public static GenderSet GenderShown(WordFacts facts) => (facts & (WordFacts.Masculine | WordFacts.Feminine)) switch
    {
        WordFacts.Masculine => GenderSet.Masculine,
        WordFacts.Feminine => GenderSet.Feminine,
        _ => GenderSet.Unknown,
    };

    /// <summary>The word in lower case without dots and possessive ending; empty for punctuation.</summary>
    public static ReadOnlySpan<char> Plain(ReadOnlySpan<char> word, Span<char> buffer)
    {
        if (word.EndsWith("'s") || word.EndsWith("’s"))
        {
            word = word[..^2];
        }

        var length = 0;
        var hasLetter = false;
        foreach (var c in word)
        {
            if (c is not '.' && length < buffer.Length)
            {
                hasLetter |= char.IsLetterOrDigit(c) || c == '&';
                buffer[length++] = char.ToLowerInvariant(c);
            }
        }

        return hasLetter ? buffer[..length] : [];
    }

    private static ulong KeyOf(ReadOnlySpan<char> plain, NameFamily family)
    {
        var aliases = family switch
        {
            NameFamily.Place or NameFamily.Organisation => CoreferenceLexicon.Instance.PlaceAliases,
            NameFamily.Group => CoreferenceLexicon.Instance.GroupAliases,
            _ => null,
        };
        if (aliases is not null && aliases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(plain, out var known))
        {
            return FeatureHash.Of(known);
        }

        return FeatureHash.Of(plain);
    }

    /// <summary>The hash of the initials of a name of several words, or of the letters of a word in capitals; 0 when it is neither.</summary>
    private static ulong AcronymOf(CoreferenceScratch scratch, TokenRange range, int words)
    {
        Span<char> letters = stackalloc char[12];
        var length = 0;
        if (words == 1)
        {
            foreach (var c in scratch.Word(range.Start))
            {
                if (char.IsUpper(c) && length < letters.Length)
                {
                    letters[length++] = c;
                }
                else if (c != '.')
                {
                    return 0;
                }
            }
        }
        else
        {
            for (var token = range.Start; token < range.End; token++)
            {
                var word = scratch.Word(token);
                if (char.IsUpper(word[0]) && (scratch.Facts[token] & WordFacts.Minor) == 0 && length < letters.Length)
                {
                    letters[length++] = word[0];
                }
            }
        }

        return length is > 1 and < 12 ? FeatureHash.Of(letters[..length]) : 0;
    }

    private static void Append(ref ulong[] words, ref int count, ulong hash)
    {
        if (count == words.Length)
        {
            Array.Resize(ref words, 2 * words.Length);
        }

        words[count++] = hash;
    }
}
