using NewsExtract.Documents;

namespace NewsExtract.Entities.Coreference;

/// <summary>What grammar forbids: a mention and an entity that disagree in gender, number or kind, or stand where they cannot be one.</summary>
internal static class Agreement
{
    private const byte Person = (byte)EntityType.Person;

    public static bool Allows(in Mention mention, in EntityState entity, in Mention last) =>
        mention.Kind == MentionKind.Pronoun ? AllowsPronoun(mention, entity, last) : AllowsNominal(mention, entity, last);

    private static bool AllowsPronoun(in Mention mention, in EntityState entity, in Mention last)
    {
        var isPerson = (mention.Genders & GenderSet.Person) != 0;
        if (isPerson)
        {
            if (!(entity.Type == Person || (entity.Type == Mention.UnknownType && MayBePerson(last)))
                || (entity.Genders != 0 && (entity.Genders & mention.Genders) == 0)
                || (entity.Numbers & NumberSet.Singular) == 0
                || (last.Kind == MentionKind.Nominal && (last.Facts & WordFacts.Collective) != 0))
            {
                // "A jury found that he had lied": several people are not he.
                return false;
            }
        }
        else if ((mention.Genders & GenderSet.Neuter) != 0)
        {
            if (entity.Type is Person or (byte)EntityType.Norp || (entity.Genders & GenderSet.Neuter) == 0 && entity.Genders != 0
                || (entity.Numbers & NumberSet.Singular) == 0)
            {
                return false;
            }
        }
        else if ((entity.Numbers & NumberSet.Plural) == 0 && (entity.HasName || entity.Type != Person || entity.Genders != 0))
        {
            return false;
        }

        return !Binds(mention, last);
    }

    // Most nouns that stand for persons are listed; of the others those with an article or a possessive may.
    private static bool MayBePerson(in Mention last) =>
        last.Kind == MentionKind.Nominal && last.Facts == 0 && !last.IsCoordination
        && (last.Determiner & (WordFacts.Definite | WordFacts.Indefinite | WordFacts.Possessive)) != 0
        && last.Role is MentionRole.Subject or MentionRole.PassiveSubject;

    // Two arguments of one verb are two things, unless one is reflexive or possessive; "his mother" is not "he".
    private static bool Binds(in Mention mention, in Mention last)
    {
        if (mention.Sentence != last.Sentence)
        {
            return false;
        }

        if ((mention.Facts & WordFacts.Possessive) != 0)
        {
            return last.Start <= mention.Start && mention.Head < last.Head && last.Kind != MentionKind.Name;
        }

        return (mention.Facts & WordFacts.Reflexive) == 0 && mention.Governor >= 0 && mention.Governor == last.Governor
            && last.Role is not (MentionRole.Possessive or MentionRole.Other or MentionRole.Predicate)
            && mention.Role is not (MentionRole.Possessive or MentionRole.Other) && mention.Head != last.Head
            && !(mention.Role is MentionRole.Subject && last.Role is MentionRole.Subject);
    }

    private static bool AllowsNominal(in Mention mention, in EntityState entity, in Mention last)
    {
        if (mention.Numbers != 0 && entity.Numbers != 0 && (mention.Numbers & entity.Numbers) == 0)
        {
            return false;
        }

        if (mention.Genders != 0 && entity.Genders != 0 && (mention.Genders & entity.Genders) == 0)
        {
            return false;
        }

        if (!TypesAgree(mention.Type, entity) || IsUnknownOffice(mention, entity))
        {
            return false;
        }

        // A phrase does not stand for a thing inside itself, nor for one that it stands inside.
        return !(mention.FullStart <= last.FullStart && last.FullEnd <= mention.FullEnd)
            && !(last.FullStart <= mention.FullStart && mention.FullEnd <= last.FullEnd);
    }

    // "The chancellor" is nobody whom the article has not called so: who holds an office is knowledge of the world.
    private static bool IsUnknownOffice(in Mention mention, in EntityState entity) =>
        (mention.Facts & WordFacts.Office) != 0 && mention.Determiner == WordFacts.Definite && entity.HasName && entity.Type == Person && !entity.IsDescribedBy(mention.HeadHash);

    private static bool TypesAgree(byte type, in EntityState entity)
    {
        if (type == entity.Type)
        {
            return true;
        }

        if (type == Mention.UnknownType)
        {
            return !entity.HasName || entity.Type is not (Person or (byte)EntityType.Gpe);
        }

        return entity.Type == Mention.UnknownType
            || (type == (byte)EntityType.Gpe && entity.Type == (byte)EntityType.Loc)
            || (type == (byte)EntityType.Org && !entity.HasName && entity.Type == (byte)EntityType.Gpe);
    }
}
