using NewsExtract.Documents;

namespace NewsExtract.Entities.Coreference;

/// <summary>The grammatical role of every mention, and which mentions stand for the same thing by grammar alone.</summary>
internal static class MentionRelations
{
    private const int LongestChain = 8;

    // In tokens; shorter ones are names in marks, which may well have an apposition.
    private const int ShortestQuotation = 3;

    public static void Fill(CoreferenceScratch scratch)
    {
        for (var index = 0; index < scratch.MentionCount; index++)
        {
            ref var mention = ref scratch.Mentions[index];
            if (scratch.Parse is null)
            {
                RoleFromTags(scratch, ref mention);
                continue;
            }

            Role(scratch, ref mention);
            if (!mention.IsCoordination)
            {
                mention.SameAs = SameAs(scratch, index);
            }
        }

        Appositions.Fill(scratch);
    }

    private static void Role(CoreferenceScratch scratch, ref Mention mention)
    {
        var token = mention.Head;
        var relation = scratch.Relation(token);
        for (var step = 0; step < LongestChain && relation is Relation.Conj or Relation.Flat or Relation.Appos && scratch.Head(token) >= 0; step++)
        {
            token = scratch.Head(token);
            relation = scratch.Relation(token);
        }

        mention.Governor = scratch.Head(token);
        mention.Role = relation switch
        {
            Relation.Nsubj or Relation.NsubjOuter => MentionRole.Subject,
            Relation.NsubjPass => MentionRole.PassiveSubject,
            Relation.Obj or Relation.Iobj => MentionRole.Object,
            Relation.Obl or Relation.OblAgent or Relation.OblUnmarked => MentionRole.Oblique,
            Relation.NmodPoss => MentionRole.Possessive,
            Relation.Nmod or Relation.NmodUnmarked or Relation.NmodDesc or Relation.Compound => MentionRole.Modifier,
            // Beside a name that the parser took for the root, an apposition is not said of anything.
            Relation.Root or Relation.Ccomp or Relation.Xcomp or Relation.Advcl or Relation.AclRelcl or Relation.Parataxis =>
                scratch.Relation(mention.Head) == Relation.Appos ? MentionRole.Other : MentionRole.Predicate,
            _ => MentionRole.Other,
        };
    }

    private static void RoleFromTags(CoreferenceScratch scratch, ref Mention mention)
    {
        var next = mention.End;
        var isBeforeVerb = scratch.Tags is { } tags && next < scratch.Tokens.Count && tags.Upos[next] is Upos.VERB or Upos.AUX;
        mention.Role = isBeforeVerb ? MentionRole.Subject : (mention.Facts & WordFacts.Possessive) != 0 ? MentionRole.Possessive : MentionRole.Other;
        mention.Governor = isBeforeVerb ? next : -1;
    }

    private static int SameAs(CoreferenceScratch scratch, int index)
    {
        ref readonly var mention = ref scratch.Mentions[index];
        var head = mention.Head;
        if (mention.Kind == MentionKind.Pronoun)
        {
            return (mention.Facts & WordFacts.Relative) != 0 ? PersonFor(scratch, head, Antecedent(scratch, head)) : -1;
        }

        var governor = scratch.Head(head);
        if (scratch.Relation(head) == Relation.Appos && governor >= 0 && !FollowsSemicolon(scratch, mention) && !StandsAfterQuotation(scratch, mention, governor) && Compatible(scratch, index, scratch.MentionAt[governor]))
        {
            return scratch.MentionAt[governor];
        }

        return mention.Kind == MentionKind.Nominal && scratch.Relation(head) is not (Relation.Appos or Relation.Conj) && mention.Role == MentionRole.Predicate ? SubjectOf(scratch, index) : -1;
    }

    // "She prefers Poe; her husband does not": what follows is not about the name, whatever the parser says.
    private static bool FollowsSemicolon(CoreferenceScratch scratch, in Mention mention) => mention.Start > 0 && scratch.Word(mention.Start - 1) is ";";

    // "There is no money," its leader, Ann Poe, said: a quotation ends between the two.
    private static bool StandsAfterQuotation(CoreferenceScratch scratch, in Mention mention, int governor)
    {
        var quote = scratch.Quote[governor];
        return quote >= 0 && mention.Quote != quote && governor < mention.Start && governor >= ShortestQuotation && scratch.Quote[governor - ShortestQuotation] == quote;
    }

    // "the minister, who resigned": the noun that the relative clause belongs to.
    private static int Antecedent(CoreferenceScratch scratch, int pronoun)
    {
        var token = pronoun;
        for (var step = 0; step < LongestChain; step++)
        {
            var head = scratch.Head(token);
            if (head < 0)
            {
                return -1;
            }

            if (scratch.Relation(token) is Relation.AclRelcl)
            {
                // "Sen. Ann Poe of Norvik, who": the clause may hang on any word of the name.
                for (var up = 0; up < 3 && head >= 0 && scratch.MentionAt[head] < 0 && scratch.Relation(head) is Relation.Flat or Relation.Compound; up++)
                {
                    head = scratch.Head(head);
                }

                return head >= 0 && head < pronoun ? scratch.MentionAt[head] : -1;
            }

            token = head;
        }

        return -1;
    }

    // "Inspector Ann Poe of the City Police, who led the inquiry": a person, whatever the parser hangs the clause on.
    private static int PersonFor(CoreferenceScratch scratch, int pronoun, int found)
    {
        if (found < 0 || scratch.Word(pronoun) is not ("who" or "whom"))
        {
            return found;
        }

        for (var (step, at) = (0, found); step < LongestChain && at >= 0; step++)
        {
            ref readonly var mention = ref scratch.Mentions[at];
            if (mention.Type == (byte)EntityType.Person || mention.Kind != MentionKind.Name)
            {
                return mention.Type == (byte)EntityType.Person || step == 0 ? at : found;
            }

            var above = scratch.Relation(mention.Head) is Relation.Nmod or Relation.Compound or Relation.NmodPoss or Relation.Appos ? scratch.Head(mention.Head) : -1;
            for (var up = 0; up < LongestChain && above >= 0 && scratch.MentionAt[above] is var next && (next < 0 || next == at); up++)
            {
                above = scratch.Relation(above) is Relation.Nmod or Relation.Compound or Relation.Flat ? scratch.Head(above) : -1;
            }

            at = above >= 0 ? scratch.MentionAt[above] : -1;
        }

        return found;
    }

    // "Smith is the chairman": a definite or bare office after a copula. "The firm is of importance" names nothing.
    private static int SubjectOf(CoreferenceScratch scratch, int index)
    {
        ref readonly var mention = ref scratch.Mentions[index];
        var sentence = scratch.Sentences[mention.Sentence].Tokens;
        var hasCopula = false;
        var subject = -1;
        for (var token = mention.Head - 1; token >= sentence.Start && token >= mention.Head - 40; token--)
        {
            if (IsNegation(scratch, token) && subject < 0)
            {
                return -1;
            }

            if (scratch.Head(token) == mention.Head)
            {
                hasCopula |= scratch.Relation(token) == Relation.Cop;
                if (scratch.Relation(token) == Relation.Nsubj)
                {
                    subject = token;
                }
                else if (scratch.Relation(token) is Relation.Aux or Relation.Case)
                {
                    return -1;
                }
            }
        }

        // "Ann and Bob are the winners": not Ann alone.
        if (subject >= 0 && HasConjunct(scratch, subject, mention.Head))
        {
            return -1;
        }

        var found = hasCopula && subject >= 0 ? scratch.MentionAt[subject] : -1;
        return found >= 0 && mention.Determiner is WordFacts.None or WordFacts.Definite or WordFacts.Possessive or WordFacts.Indefinite
            && Compatible(scratch, index, found) ? found : -1;
    }

    private static bool HasConjunct(CoreferenceScratch scratch, int token, int end)
    {
        for (var next = token + 1; next < end; next++)
        {
            if (scratch.Head(next) == token && scratch.Relation(next) == Relation.Conj)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNegation(CoreferenceScratch scratch, int token) =>
        scratch.Word(token) is "not" or "n't" or "n’t" or "never";

    private static bool Compatible(CoreferenceScratch scratch, int index, int other)
    {
        if (other < 0 || other == index)
        {
            return false;
        }

        ref readonly var a = ref scratch.Mentions[index];
        ref readonly var b = ref scratch.Mentions[other];
        if (a.Kind == MentionKind.Name && b.Kind == MentionKind.Name)
        {
            return false;
        }

        // A bare noun of no known kind beside a name is more often a slip of the parser than an apposition.
        if ((a.Type == Mention.UnknownType && a.Determiner == WordFacts.None && b.Kind == MentionKind.Name)
            || (b.Type == Mention.UnknownType && b.Determiner == WordFacts.None && a.Kind == MentionKind.Name))
        {
            return false;
        }

        return (a.Numbers == 0 || b.Numbers == 0 || (a.Numbers & b.Numbers) != 0)
            && (a.Type == b.Type || a.Type == Mention.UnknownType || b.Type == Mention.UnknownType)
            && (a.Type != Mention.UnknownType || b.Type != (byte)EntityType.Person || b.Kind != MentionKind.Name);
    }
}
