using NewsExtract.Documents;

namespace NewsExtract.Stances;

/// <summary>Which mentions of a sentence the classifier is asked about.</summary>
internal static class PairSides
{
    private const int MaximumSides = 12;

    /// <summary>The names of each entity, or else one mention of it, a nominal before a pronoun.</summary>
    public static void Collect(StanceText text, TokenRange sentence, bool takesLooseNames, List<Side> sides)
    {
        sides.Clear();
        var seen = -1;
        for (var t = sentence.Start; t < sentence.End; t++)
        {
            var mention = text.Mentions.Covering(t);
            if (takesLooseNames && mention < 0 && IsLooseName(text, t, sentence))
            {
                // A name that the recogniser left out: its words are the side.
                var end = t + 1;
                while (end < sentence.End && text.Mentions.Covering(end) < 0 && IsLooseName(text, end, sentence))
                {
                    end++;
                }

                sides.Add(new Side(-1, new TokenRange(t, end)));
                t = end - 1;
                continue;
            }

            if (mention < 0 || mention == seen || text.IsInDateline(t) || IsLabel(text, mention))
            {
                continue;
            }

            seen = mention;
            var side = text.Mentions.SideOf(mention);
            var known = sides.FindIndex(s => s.Entity == side.Entity);
            if (known < 0)
            {
                sides.Add(side);
            }
            else if (text.Mentions.KindAt(sides[known].Tokens) is var kind && kind > text.Mentions.All[mention].Mention.Kind)
            {
                sides[known] = side;
            }
            else if (kind == MentionKind.Name && text.Mentions.All[mention].Mention.Kind == MentionKind.Name)
            {
                sides.Add(side);
            }
        }

        if (sides.Count > MaximumSides)
        {
            sides.RemoveRange(MaximumSides, sides.Count - MaximumSides);
        }
    }

    // "Ann Poe, a Democrat": what somebody is has no stance beside the person's own.
    private static bool IsLabel(StanceText text, int mention)
    {
        var named = text.Mentions.All[mention];
        if (!text.HasParse || text.Entities[named.Entity].Type != EntityType.Norp)
        {
            return false;
        }

        var head = text.HeadIn(named.Mention.Tokens);
        return text.RelationOf(head) == Relation.Appos && text.HeadOf(head) is >= 0 and var governor && text.Mentions.Covering(governor) is >= 0 and var other
            && text.Entities[text.Mentions.All[other].Entity].Type == EntityType.Person;
    }

    private static bool IsLooseName(StanceText text, int token, TokenRange sentence)
    {
        var word = text.Word(token);
        return word.Length > 1 && char.IsUpper(word[0]) && text.HasTags && !text.Mentions.IsValue(token) &&
            (text.TagOf(token) == Upos.PROPN || (token > sentence.Start && text.TagOf(token) is Upos.ADJ or Upos.NOUN)) && !text.Has(token, Lexicon.Cues.Holder);
    }
}
