using NewsExtract.Documents;

namespace NewsExtract.Entities.Coreference;

/// <summary>Keeps descriptions from sharing words crosswise, which a tree whose branches cross would have them do: one stands inside another or beside it.</summary>
internal static class Uncrossing
{
    /// <summary>Brings mentions into text order, the longer first where two start together, cuts the later of two descriptions that cross, and leaves out a coordination that does.</summary>
    /// <param name="mentions">The mentions; those kept come first.</param>
    /// <returns>How many are kept.</returns>
    public static int SortAndCut(Span<Mention> mentions)
    {
        while (true)
        {
            mentions.Sort(static (a, b) =>
                a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.FullEnd != b.FullEnd ? b.FullEnd.CompareTo(a.FullEnd) : a.Head.CompareTo(b.Head));
            var (count, changed) = Cut(mentions);
            mentions = mentions[..count];
            if (!changed)
            {
                return count;
            }
        }
    }

    private static (int Count, bool IsChanged) Cut(Span<Mention> mentions)
    {
        var changed = false;
        var count = Math.Min(mentions.Length, 1);
        for (var later = 1; later < mentions.Length; later++)
        {
            var mention = mentions[later];
            var isKept = true;
            for (var earlier = count - 1; earlier >= 0 && mentions[earlier].Sentence == mention.Sentence; earlier--)
            {
                ref readonly var other = ref mentions[earlier];
                if (mention.Kind != MentionKind.Nominal || other.Start >= mention.Start || other.End <= mention.Start || other.End >= mention.End)
                {
                    continue;
                }

                changed = true;
                isKept &= !mention.IsCoordination;
                (mention.Start, mention.End) = mention.Head < other.End ? (mention.Start, other.End) : (other.End, mention.End);
            }

            if (isKept)
            {
                mentions[count++] = mention;
            }
        }

        return (count, changed);
    }
}
