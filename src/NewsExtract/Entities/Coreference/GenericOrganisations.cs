using System.Collections.Frozen;
using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Lexicons;

namespace NewsExtract.Entities.Coreference;

/// <summary>
/// "The company said …" a sentence or two after a company was named: news never says that Tarrow Foods is one. The texts that the ranker learns from have hardly any business news, so it leaves
/// such phrases alone; this takes them for the organisation named last.
/// </summary>
internal static class GenericOrganisations
{
    // Farther back the organisation named last is as often another.
    private const int MostSentences = 4;

    private static readonly Lazy<FrozenDictionary<ulong, string>> s_words = new(static () =>
        SeedLexicon.Rows("coreference/generic_organisations").GroupBy(static row => row[0]).ToFrozenDictionary(static g => FeatureHash.OfLower(g.Key), static g => string.Join(' ', g.Select(static row => row[1]))));

    /// <summary>The entity that a noun phrase means, or −1.</summary>
    public static int Of(CoreferenceScratch scratch, int index)
    {
        ref readonly var mention = ref scratch.Mentions[index];
        if (mention.Kind != MentionKind.Nominal || mention.Determiner is not (WordFacts.Definite or WordFacts.Demonstrative) || mention.Head != mention.Start + 1 || mention.FullEnd != mention.Head + 1
            || mention.Numbers == NumberSet.Plural || s_words.Value.GetValueOrDefault(mention.HeadHash) is not { } kind || kind == "public")
        {
            return -1;
        }

        var best = -1;
        for (var before = index - 1; before >= 0; before--)
        {
            ref readonly var other = ref scratch.Mentions[before];
            if (mention.Sentence - other.Sentence > MostSentences || (best >= 0 && other.Sentence < scratch.Mentions[best].Sentence))
            {
                break;
            }

            // Of those in one sentence the subject, else the one named last.
            if (other.Kind == MentionKind.Name && other.Type == (byte)EntityType.Org && other.Sentence < mention.Sentence && IsProminent(scratch, other) && IsOfKind(scratch, other, kind)
                && (best < 0 || (other.Role == MentionRole.Subject && scratch.Mentions[best].Role != MentionRole.Subject)))
            {
                best = before;
            }
        }

        return best < 0 ? -1 : scratch.Mentions[best].Entity;
    }

    // What something was sent to or done with is not what the next sentence is about.
    private static bool IsProminent(CoreferenceScratch scratch, in Mention name) =>
        name.Role is MentionRole.Subject or MentionRole.PassiveSubject or MentionRole.Possessive or MentionRole.Modifier or MentionRole.Predicate
        || (name.Role == MentionRole.Oblique && name.Start > 1 && FindTo(scratch, name.Start) is var to and > 0 && scratch.Word(to - 1) is "according" or "According");

    private static int FindTo(CoreferenceScratch scratch, int name)
    {
        for (var token = name - 1; token >= name - 4 && token > 0; token--)
        {
            if (scratch.Word(token) is "to")
            {
                return token;
            }
        }

        return -1;
    }

    private static bool IsOfKind(CoreferenceScratch scratch, in Mention name, string kind)
    {
        for (var token = name.Start; token < name.End && kind.StartsWith("company", StringComparison.Ordinal); token++)
        {
            if (s_words.Value.GetValueOrDefault(scratch.Hash[token]) is { } word && word.EndsWith("public", StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a noun names another kind of organisation than the last name of an entity does: "the council" is no "Norvik Bank", "the company" no ministry.</summary>
    public static bool IsOtherKind(CoreferenceScratch scratch, in Mention mention, in EntityState entity)
    {
        if (entity.LastName < 0 || mention.Kind != MentionKind.Nominal || (mention.Facts & WordFacts.Organisation) == 0 || entity.IsDescribedBy(mention.HeadHash))
        {
            return false;
        }

        ref readonly var name = ref scratch.Mentions[entity.LastName];
        return s_words.Value.GetValueOrDefault(mention.HeadHash) is { } kind && kind != "public"
            ? !IsOfKind(scratch, name, kind)
            : name.Length > 1 && (IsKind(scratch, name.Start) || IsKind(scratch, name.End - 1));
    }

    private static bool IsKind(CoreferenceScratch scratch, int token) => (scratch.Facts[token] & (WordFacts.Organisation | WordFacts.Person)) == WordFacts.Organisation;
}
