namespace NewsExtract.Entities.Coreference;

/// <summary>What news favours for the pronouns of those who speak, on top of the ranker's score: the texts that the ranker learns from are of other kinds.</summary>
internal static class SpeakerPriors
{
    // "A spokesman said … He said …": whoever speaks goes on.
    private const float SpeakerGoesOn = 1;

    // "Poe attacked the plan. “It is mad,” he said": whoever does something is quoted next.
    private const float SpeakerIntroduced = 1.5f;

    /// <summary>What a candidate's score gains; only the nearest can go on speaking.</summary>
    public static float Of(CoreferenceScratch scratch, int index, Candidate candidate, int rank)
    {
        ref readonly var mention = ref scratch.Mentions[index];
        ref readonly var last = ref scratch.Mentions[candidate.Mention];
        if (scratch.Parse is null || !RankFeatures.IsHeOrShe(mention))
        {
            return 0;
        }

        return rank == 0 && GoesOn(scratch, mention, last) ? SpeakerGoesOn : IsIntroduced(scratch, mention, last) ? SpeakerIntroduced : 0;
    }

    /// <summary>Whether a pronoun speaks, or does something, right after the candidate spoke, or is spoken of by the candidate: "Poe said while she liked the plan, …".</summary>
    private static bool GoesOn(CoreferenceScratch scratch, in Mention mention, in Mention last) =>
        RankFeatures.Speaks(scratch, last)
        && ((mention.Sentence - last.Sentence is 0 or 1 && (RankFeatures.Speaks(scratch, mention) || StartsSentence(scratch, mention))) || RankFeatures.Speaker(scratch, mention, last) > 1);

    private static bool StartsSentence(CoreferenceScratch scratch, in Mention mention) => mention.Role == MentionRole.Subject && mention.Start == scratch.Sentences[mention.Sentence].Tokens.Start;

    /// <summary>Whether a pronoun speaks behind a quotation, and the candidate is the subject of the sentence before.</summary>
    private static bool IsIntroduced(CoreferenceScratch scratch, in Mention mention, in Mention last) =>
        mention.Sentence - last.Sentence == 1 && last.Role == MentionRole.Subject && last.Quote < 0 && RankFeatures.Speaks(scratch, mention)
        && scratch.Sentences[mention.Sentence].Paragraph == scratch.Sentences[last.Sentence].Paragraph && scratch.Quote[scratch.Sentences[mention.Sentence].Tokens.Start + 1] >= 0;
}
