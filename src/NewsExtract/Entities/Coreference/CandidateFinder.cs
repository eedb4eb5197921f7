using NewsExtract.Documents;

namespace NewsExtract.Entities.Coreference;

/// <summary>Finds the entities that a pronoun or a noun phrase may refer to.</summary>
internal sealed class CandidateFinder(DescriptionIndex descriptions)
{
    public const int MostCandidates = 24;
    public const int MostDescriptions = 8;

    // How far back an entity is looked for: it bounds the work, and farther back the ranker is no better than chance.
    private const int PronounSentences = 9;
    private const int NominalSentences = 12;
    private const int PronounMentions = 70;
    private const int NominalMentions = 60;
    private const int WordsAhead = 25;

    private readonly Candidate[] _candidates = new Candidate[MostCandidates];
    private readonly QuoteSpeakers _speakers = new();
    private int[] _seen = new int[128];

    /// <summary>Begins a document.</summary>
    public void Begin(CoreferenceScratch scratch)
    {
        var most = scratch.MentionCount + scratch.Entities.Count + 1;
        if (_seen.Length < most)
        {
            _seen = new int[2 * most];
        }

        Array.Clear(_seen, 0, most);
        _speakers.Find(scratch);
    }

    /// <summary>The candidates of a mention, the nearest first.</summary>
    public ReadOnlySpan<Candidate> Of(CoreferenceScratch scratch, int index) =>
        _candidates.AsSpan(0, scratch.Mentions[index].Kind == MentionKind.Pronoun ? ForPronoun(scratch, index) : ForNominal(scratch, index));

    private int ForPronoun(CoreferenceScratch scratch, int index)
    {
        ref readonly var mention = ref scratch.Mentions[index];
        var first = Math.Max(0, index - PronounMentions);
        var count = 0;
        for (var before = index - 1; before >= first && count < MostCandidates; before--)
        {
            if (mention.Sentence - scratch.Mentions[before].Sentence > PronounSentences)
            {
                break;
            }

            count = Consider(scratch, index, before, count);
        }

        // "In his speech, Obama said": a name ahead in the same sentence.
        for (var ahead = index + 1; ahead < scratch.MentionCount && count < MostCandidates; ahead++)
        {
            ref readonly var other = ref scratch.Mentions[ahead];
            if (other.Sentence != mention.Sentence || other.Start - mention.Start > WordsAhead)
            {
                break;
            }

            if (other.Kind == MentionKind.Name && other.Role is MentionRole.Subject or MentionRole.PassiveSubject)
            {
                count = Consider(scratch, index, ahead, count);
            }
        }

        return count;
    }

    // What the same noun described before, at any distance; and of persons, organisations and countries those met lately.
    private int ForNominal(CoreferenceScratch scratch, int index)
    {
        ref readonly var mention = ref scratch.Mentions[index];
        var count = 0;
        var steps = 0;
        for (var link = descriptions.First(mention.HeadHash); link >= 0 && steps < MostDescriptions; link = descriptions.Next(link), steps++)
        {
            count = Consider(scratch, index, descriptions.MentionAt(link), count);
        }

        // "His father" is a new person, or one called a father before.
        var isOwned = mention.Determiner == WordFacts.Possessive;
        var first = mention.Type == Mention.UnknownType || isOwned ? index : Math.Max(0, index - NominalMentions);
        for (var before = index - 1; before >= first && count < MostCandidates; before--)
        {
            ref readonly var other = ref scratch.Mentions[before];
            if (mention.Sentence - other.Sentence > NominalSentences)
            {
                break;
            }

            if (scratch.Entities[other.Entity].Type == mention.Type)
            {
                count = Consider(scratch, index, before, count);
            }
        }

        return count;
    }

    private int Consider(CoreferenceScratch scratch, int index, int other, int count)
    {
        var entity = scratch.Mentions[other].Entity;
        if (_seen[entity] == index + 1)
        {
            return count;
        }

        _seen[entity] = index + 1;
        if (!_speakers.Forbid(scratch, index, other) && !OwnsItsDescription(scratch, index, other) && !GenericOrganisations.IsOtherKind(scratch, scratch.Mentions[index], scratch.Entities[entity])
            && Agreement.Allows(scratch.Mentions[index], scratch.Entities[entity], scratch.Mentions[other]))
        {
            _candidates[count++] = new Candidate(entity, other);
        }

        return count;
    }

    // "Ann Poe, the founder's cousin" is not the founder, and "Ann Poe, his lawyer" not he.
    private static bool OwnsItsDescription(CoreferenceScratch scratch, int index, int other)
    {
        ref readonly var mention = ref scratch.Mentions[index];
        var owned = mention.Role == MentionRole.Possessive && mention.Governor >= 0 ? scratch.MentionAt[mention.Governor] : -1;
        return owned >= 0 && owned != other
            && (scratch.Mentions[other].SameAs == owned || (scratch.Mentions[owned].SameAs is var named and >= 0 && scratch.Mentions[named].Entity == scratch.Mentions[other].Entity));
    }
}
