using NewsExtract.Documents;

namespace NewsExtract.Entities.Coreference;

/// <summary>"Smith and his lawyer": one plural mention more, for "they" to refer to.</summary>
internal static class Coordinations
{
    /// <summary>Adds them to the mentions found; they come last.</summary>
    public static void Add(CoreferenceScratch scratch)
    {
        var single = scratch.MentionCount;
        for (var index = 0; index < single; index++)
        {
            scratch.MentionAt[scratch.Mentions[index].Head] = index;
        }

        for (var index = 0; index < single; index++)
        {
            var head = scratch.Mentions[index].Head;
            if (scratch.Relation(head) != Relation.Conj)
            {
                continue;
            }

            var first = scratch.Head(head);
            // A first part that stands behind the second is a slip of the parser.
            var firstMention = first < 0 || first > head ? -1 : scratch.MentionAt[first];
            if (firstMention < 0 || firstMention >= single)
            {
                if (firstMention >= single)
                {
                    ref var begun = ref scratch.Mentions[firstMention];
                    begun.End = Math.Max(begun.End, scratch.Mentions[index].End);
                    begun.FullEnd = Math.Max(begun.FullEnd, scratch.Mentions[index].FullEnd);
                }

                continue;
            }

            var last = scratch.Mentions[index];
            var start = scratch.Mentions[firstMention];
            ref var mention = ref scratch.Add();
            mention.Kind = MentionKind.Nominal;
            mention.IsCoordination = true;
            mention.Head = first;
            mention.Start = start.Start;
            mention.FullStart = start.FullStart;
            mention.End = last.End;
            mention.FullEnd = last.FullEnd;
            mention.Numbers = NumberSet.Plural;
            mention.Type = start.Type == last.Type ? start.Type : Mention.UnknownType;
            mention.HeadHash = scratch.Hash[first] ^ scratch.Hash[head];
            MentionFinder.Place(scratch, ref mention);
            scratch.MentionAt[first] = scratch.MentionCount - 1;
        }
    }
}
