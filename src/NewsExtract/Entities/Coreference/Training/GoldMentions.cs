namespace NewsExtract.Entities.Coreference.Training;

/// <summary>Reduces what the finder found to gold mentions, to measure resolution apart from finding.</summary>
internal static class GoldMentions
{
    public static void Keep(CoreferenceScratch scratch, IReadOnlyList<GumMention> gold)
    {
        var matches = GoldMatch.Match(scratch, gold);
        var newIndex = new int[scratch.MentionCount];
        var kept = 0;
        for (var index = 0; index < scratch.MentionCount; index++)
        {
            newIndex[index] = matches[index] >= 0 ? kept++ : -1;
        }

        for (var index = 0; index < scratch.MentionCount; index++)
        {
            if (newIndex[index] >= 0)
            {
                var mention = scratch.Mentions[index];
                mention.SameAs = mention.SameAs >= 0 ? newIndex[mention.SameAs] : -1;
                scratch.Mentions[newIndex[index]] = mention;
            }
        }

        scratch.MentionCount = kept;
    }
}
