using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NewsExtract.Documents;
using NewsExtract.Learning;

namespace NewsExtract.Entities.Recognition;

/// <summary>The initials that a printed conversation puts before each turn (<c>AP: It was not easy.</c>), when somebody of that name is in the article: a recogniser takes them for a company, or for nothing.</summary>
internal static class SpeakerInitials
{
    private const int LongestInitials = 4;
    private const double Confidence = 0.8;

    /// <summary>Adds mentions of persons, in the order of the text.</summary>
    public static void Add(string text, TokenLayer tokens, SentenceLayer sentences, ImmutableArray<NamedMention>.Builder mentions)
    {
        var persons = 0;
        Dictionary<ulong, bool>? known = null;
        foreach (var sentence in sentences.Sentences)
        {
            var at = sentence.Tokens.Start;
            if (!IsLabel(text, tokens, sentence.Tokens))
            {
                continue;
            }

            // A conversation has many turns and few speakers.
            ref var isNamed = ref CollectionsMarshal.GetValueRefOrAddDefault(known ??= [], FeatureHash.Of(tokens[at].In(text)), out var isKnown);
            isNamed = isKnown ? isNamed : IsBearerNamed(text, tokens, mentions, tokens[at].In(text));
            if (!isNamed)
            {
                continue;
            }

            while (persons < mentions.Count && mentions[persons].Tokens.End <= at)
            {
                persons++;
            }

            var mention = new NamedMention(tokens[at], new TokenRange(at, at + 1), EntityType.Person, Confidence);
            if (persons == mentions.Count || mentions[persons].Tokens.Start > at)
            {
                mentions.Insert(persons, mention);
            }
            else if (mentions[persons].Tokens == mention.Tokens)
            {
                mentions[persons] = mention;
            }
        }
    }

    private static bool IsLabel(string text, TokenLayer tokens, TokenRange sentence)
    {
        var first = tokens[sentence.Start];
        if (sentence.Length < 3 || first.Length is < 2 or > LongestInitials || tokens[sentence.Start + 1].In(text) is not ":" || (first.Start > 0 && text[first.Start - 1] != '\n'))
        {
            return false;
        }

        foreach (var c in first.In(text))
        {
            if (!char.IsUpper(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBearerNamed(string text, TokenLayer tokens, ImmutableArray<NamedMention>.Builder mentions, ReadOnlySpan<char> initials)
    {
        foreach (var mention in mentions)
        {
            if (mention.Type == EntityType.Person && mention.Tokens.Length >= initials.Length && HasInitials(text, tokens, mention.Tokens, initials))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasInitials(string text, TokenLayer tokens, TokenRange name, ReadOnlySpan<char> initials)
    {
        var next = 0;
        for (var token = name.Start; token < name.End; token++)
        {
            var letter = text[tokens[token].Start];
            if (char.IsUpper(letter))
            {
                if (next == initials.Length || initials[next] != letter)
                {
                    return false;
                }

                next++;
            }
        }

        return next == initials.Length;
    }
}
