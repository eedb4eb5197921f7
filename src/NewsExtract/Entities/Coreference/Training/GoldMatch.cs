namespace NewsExtract.Entities.Coreference.Training;

/// <summary>Finds for each mention of ours the gold mention that it is: the one with the same head (CorefUD's way), exact spans first.</summary>
internal static class GoldMatch
{
    /// <summary>Index of the gold mention for each of our mentions, or −1.</summary>
    public static int[] Match(CoreferenceScratch scratch, IReadOnlyList<GumMention> gold, bool exactOnly = false)
    {
        var found = new int[scratch.MentionCount];
        Array.Fill(found, -1);
        var taken = new bool[gold.Count];
        var byHead = gold.Select(static (mention, index) => (mention, index)).ToLookup(static pair => pair.mention.Head);
        for (var pass = 0; pass < (exactOnly ? 1 : 2); pass++)
        {
            for (var index = 0; index < found.Length; index++)
            {
                ref readonly var mention = ref scratch.Mentions[index];
                if (found[index] >= 0 || (mention.Facts & WordFacts.Relative) != 0)
                {
                    continue;
                }

                foreach (var (other, at) in byHead[mention.Head])
                {
                    var isExact = (other.Start == mention.FullStart && other.End == mention.FullEnd) || (other.Start == mention.Start && other.End == mention.End);
                    if (!taken[at] && (isExact || (pass == 1 && !mention.IsCoordination)))
                    {
                        found[index] = at;
                        taken[at] = true;
                        break;
                    }
                }
            }
        }

        return found;
    }
}
