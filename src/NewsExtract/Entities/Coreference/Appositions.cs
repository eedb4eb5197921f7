using NewsExtract.Documents;

namespace NewsExtract.Entities.Coreference;

/// <summary>
/// Appositions by their words alone, where the parse has missed them: <c>the mayor, Ann Poe,</c>, <c>Ann Poe, the mayor,</c> and
/// <c>Mayor of Thornbury Ann Poe</c>. The two phrases side by side and the marks around them say enough.
/// </summary>
internal static class Appositions
{
    // How many mentions may stand between the two: those inside the longer phrase.
    private const int Between = 4;
    private const int LongestTitle = 5;

    public static void Fill(CoreferenceScratch scratch)
    {
        for (var index = 0; index < scratch.MentionCount; index++)
        {
            ref readonly var name = ref scratch.Mentions[index];
            if (name.Kind == MentionKind.Name && name.Type == (byte)EntityType.Person)
            {
                Before(scratch, index);
                After(scratch, index);
            }
        }
    }

    private static void Before(CoreferenceScratch scratch, int index)
    {
        ref var name = ref scratch.Mentions[index];
        for (var other = index - 1; other >= 0 && other >= index - Between; other--)
        {
            ref var phrase = ref scratch.Mentions[other];
            if (!IsOnePerson(phrase) || phrase.Sentence != name.Sentence || phrase.SameAs >= 0)
            {
                continue;
            }

            if (phrase.End < name.Start && scratch.Word(phrase.End) is "," && IsTitleBetween(scratch, phrase.End + 1, name.Start) && EndsAt(scratch, name.End, name.Sentence))
            {
                if (name.SameAs < 0)
                {
                    name.SameAs = other;
                    return;
                }

                // The name hangs below the second description, and that below the first.
                ref var second = ref scratch.Mentions[name.SameAs];
                if (second.Start == phrase.End + 1 && second.SameAs < 0)
                {
                    second.SameAs = other;
                    return;
                }
            }

            // "Rovers coach Ann Poe" as two subjects of one verb.
            if (phrase.End == name.Start && phrase.Head == phrase.End - 1 && name.SameAs < 0 && (phrase.Facts & WordFacts.Person) != 0 && phrase.Governor == name.Governor && phrase.Role == name.Role)
            {
                name.SameAs = other;
                return;
            }

            // "Secretary of State Ann Poe", the name hung below the title.
            if (phrase.Head < name.Start && (phrase.End == name.End || phrase.FullEnd == name.End) && phrase.End >= name.Start && (name.SameAs != other || phrase.End > name.Start) && IsTitle(scratch, phrase, name.Start))
            {
                phrase.End = name.Start;
                phrase.FullEnd = name.Start;
                CutInner(scratch, other, name.Start);
                name.SameAs = other;
                return;
            }
        }
    }

    // "The leader of the rebels, the Thornbury councillor Ann Poe,": nothing, or one more description, stands between the comma and the name.
    private static bool IsTitleBetween(CoreferenceScratch scratch, int start, int name)
    {
        if (start == name)
        {
            return true;
        }

        for (var token = start; token < name; token++)
        {
            if (scratch.Tags is not { } tags || !(tags.Upos[token] is Upos.ADJ or Upos.NOUN or Upos.PROPN || (token == start && (scratch.Facts[token] & WordFacts.Definite) != 0)))
            {
                return false;
            }
        }

        return name - start <= LongestTitle && (scratch.Facts[name - 1] & (WordFacts.Person | WordFacts.Title)) != 0;
    }

    /// <summary>What stands inside a phrase that now ends at a token ends there too.</summary>
    private static void CutInner(CoreferenceScratch scratch, int phrase, int end)
    {
        for (var index = phrase + 1; index < scratch.MentionCount && scratch.Mentions[index].Start < end; index++)
        {
            ref var inner = ref scratch.Mentions[index];
            if (inner.Kind == MentionKind.Nominal && inner.End > end && inner.Head < end)
            {
                inner.End = end;
            }
        }
    }

    private static void After(CoreferenceScratch scratch, int index)
    {
        ref readonly var name = ref scratch.Mentions[index];
        if (name.End >= scratch.Tokens.Count || scratch.Word(name.End) is not ",")
        {
            return;
        }

        for (var other = index + 1; other < scratch.MentionCount && other <= index + Between && scratch.Mentions[other].Start <= name.End + 1; other++)
        {
            ref var phrase = ref scratch.Mentions[other];
            if (phrase.Start == name.End + 1 && phrase.Sentence == name.Sentence && phrase.SameAs < 0 && IsOnePerson(phrase)
                && (phrase.Facts & WordFacts.Person) != 0 && EndsAt(scratch, phrase.End, phrase.Sentence))
            {
                phrase.SameAs = index;
                return;
            }
        }
    }

    private static bool IsOnePerson(in Mention phrase) =>
        phrase.Kind == MentionKind.Nominal && !phrase.IsCoordination && phrase.Numbers == NumberSet.Singular
        && (phrase.Type == (byte)EntityType.Person || (phrase.Type == Mention.UnknownType && phrase.Determiner is WordFacts.Definite or WordFacts.Possessive && phrase.Role is MentionRole.Subject or MentionRole.PassiveSubject))
        && (phrase.Determiner & WordFacts.Quantifier) == 0;

    private static bool EndsAt(CoreferenceScratch scratch, int token, int sentence) =>
        token >= scratch.Sentences[sentence].Tokens.End || scratch.Word(token) is "," or "." or ";" or ":" or ")" or "—" or "–" or "who";

    // "Secretary of State Ann Poe", but not "the wife of Mr. Poe" or "the brother of tycoon Ann Poe".
    private static bool IsTitle(CoreferenceScratch scratch, in Mention phrase, int name)
    {
        if ((phrase.Facts & (WordFacts.Person | WordFacts.Title)) == 0 || !IsTitleWord(scratch, name - 1))
        {
            return false;
        }

        var hasPreposition = false;
        for (var token = phrase.Head + 1; token < name; token++)
        {
            hasPreposition |= (scratch.Facts[token] & WordFacts.Minor) != 0;
        }

        return !hasPreposition || (scratch.Facts[name - 1] & (WordFacts.Title | WordFacts.Person)) == 0;
    }

    private static bool IsTitleWord(CoreferenceScratch scratch, int token) =>
        (scratch.Facts[token] & (WordFacts.Minor | WordFacts.Definite | WordFacts.Demonstrative | WordFacts.Indefinite)) == 0 && char.IsLetter(scratch.Word(token)[0])
        && (scratch.Tags is not { } tags || tags.Upos[token] is Upos.NOUN or Upos.PROPN);
}
