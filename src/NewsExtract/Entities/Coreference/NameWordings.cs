using NewsExtract.Documents;

namespace NewsExtract.Entities.Coreference;

/// <summary>What a name may be called by because of the words before it and in it.</summary>
internal static class NameWordings
{
    /// <summary>Whether all words of a description but its article stand before a name: "the chief minister" of "Chief Minister Ann Poe".</summary>
    public static bool StandBefore(CoreferenceScratch scratch, in Mention mention, int name)
    {
        var length = mention.Head - mention.Start;
        for (var i = 1; i <= length; i++)
        {
            if (name - i < 0 || scratch.Hash[name - i] != scratch.Hash[mention.Head + 1 - i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"Secretary of State Antony Blinken" may be "the secretary" later.</summary>
    public static void DescribeByTitle(CoreferenceScratch scratch, int index, DescriptionIndex descriptions)
    {
        ref readonly var mention = ref scratch.Mentions[index];
        ref var entity = ref scratch.Entities[mention.Entity];
        var lexicon = CoreferenceLexicon.Instance;
        var sentence = scratch.Sentences[mention.Sentence].Tokens.Start;
        for (var token = mention.Start - 1; token >= sentence && token >= mention.Start - 6; token--)
        {
            // The title of another: "the president and Ann Poe".
            if (scratch.Word(token) is "and" || (scratch.NameAt[token] >= 0 && scratch.Names.Mentions[scratch.NameAt[token]].Type == EntityType.Person))
            {
                break;
            }

            if ((scratch.Facts[token] & (WordFacts.Office | WordFacts.Person)) != 0)
            {
                if (scratch.Parse is null || IsBelow(scratch, token, mention.Head))
                {
                    var head = lexicon.DescriptionOf(scratch, token);
                    entity.Describe(head);
                    descriptions.Add(head, index);
                }
            }
        }
    }

    /// <summary>The "University of Thornbury" may be "the university" later, and the "Foreign Ministry" "the ministry".</summary>
    public static void DescribeByOwnWords(CoreferenceScratch scratch, int index, DescriptionIndex descriptions)
    {
        ref readonly var mention = ref scratch.Mentions[index];
        if (mention.Type == (byte)EntityType.Person || mention.Length < 2)
        {
            return;
        }

        const WordFacts Things = WordFacts.Organisation | WordFacts.Place;
        for (var side = 0; side < 2; side++)
        {
            var token = side == 0 ? mention.Start : mention.End - 1;
            if (side == 1 || (scratch.Facts[token] & Things) != 0)
            {
                scratch.Entities[mention.Entity].Describe(scratch.Hash[token]);
                descriptions.Add(scratch.Hash[token], index);
            }
        }
    }

    private static bool IsBelow(CoreferenceScratch scratch, int token, int head)
    {
        for (var step = 0; step < 4 && token >= 0; step++)
        {
            token = scratch.Head(token);
            if (token == head)
            {
                return true;
            }
        }

        return false;
    }
}
