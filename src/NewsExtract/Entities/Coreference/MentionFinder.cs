using NewsExtract.Documents;
using NewsExtract.Syntax.Sentences;

namespace NewsExtract.Entities.Coreference;

/// <summary>Finds the mentions of a document: names as the recogniser gave them, pronouns by their words, noun phrases by parse or tags.</summary>
internal static class MentionFinder
{
    /// <summary>Fills <see cref="CoreferenceScratch.Mentions"/> in text order, the longer first where two start together.</summary>
    public static void Find(CoreferenceScratch scratch)
    {
        if (scratch.Parse is not null)
        {
            NounPhrases.FromParse(scratch);
        }
        else if (scratch.Tags is { } tags)
        {
            NounPhrases.FromTags(scratch, tags);
        }

        AddNames(scratch);
        for (var token = 0; token < scratch.Tokens.Count; token++)
        {
            if (scratch.NameAt[token] >= 0)
            {
                if (IsPersonByMark(scratch, token))
                {
                    AddNominal(scratch, token);
                }

                continue;
            }

            if ((scratch.Facts[token] & WordFacts.Pronoun) != 0 && IsPronoun(scratch, token))
            {
                AddPronoun(scratch, token);
            }
            else if (IsPhraseHead(scratch, token))
            {
                AddNominal(scratch, token);
            }
        }

        if (scratch.Parse is not null)
        {
            Coordinations.Add(scratch);
        }

        scratch.MentionCount = Uncrossing.SortAndCut(scratch.Mentions.AsSpan(0, scratch.MentionCount));
        for (var index = scratch.MentionCount - 1; index >= 0; index--)
        {
            if (!scratch.Mentions[index].IsCoordination)
            {
                scratch.MentionAt[scratch.Mentions[index].Head] = index;
            }
        }

        MentionRelations.Fill(scratch);
    }

    private static void AddNames(CoreferenceScratch scratch)
    {
        for (var index = 0; index < scratch.Names.Mentions.Length; index++)
        {
            var name = scratch.Names.Mentions[index];
            if (name.Type.IsValue() || name.Tokens.Length == 0)
            {
                continue;
            }

            var head = HeadOf(scratch, name.Tokens);
            ref var mention = ref scratch.Add();
            mention.Kind = MentionKind.Name;
            mention.Name = index;
            mention.Type = (byte)name.Type;
            mention.Start = name.Tokens.Start;
            mention.End = name.Tokens.End;
            mention.FullStart = mention.Start;
            mention.FullEnd = mention.End;
            mention.Head = head;
            mention.HeadHash = scratch.Hash[name.Tokens.End - 1];
            mention.Facts = scratch.Facts[head];
            if (scratch.Parse is not null)
            {
                mention.FullStart = Math.Min(mention.Start, scratch.FullLeft[head]);
                mention.FullEnd = Math.Max(mention.End, scratch.FullRight[head]);
            }

            (mention.Genders, mention.Numbers) = name.Type switch
            {
                EntityType.Person => (GenderSet.Unknown, NumberSet.Singular),
                EntityType.Norp => (GenderSet.Unknown, NumberSet.Both),
                EntityType.Org => (GenderSet.Neuter, NumberSet.Both),
                _ => (GenderSet.Neuter, NumberSet.Singular),
            };
            Place(scratch, ref mention);
        }
    }

    // The token that no other of the name governs; without a parse the last one.
    private static int HeadOf(CoreferenceScratch scratch, TokenRange range)
    {
        if (scratch.Parse is not null)
        {
            for (var token = range.Start; token < range.End; token++)
            {
                if (!range.Contains(scratch.Head(token)))
                {
                    return token;
                }
            }
        }

        return range.End - 1;
    }

    // "It" and "that" in other uses: empty subjects that the parse knows, determiners, conjunctions.
    private static bool IsPronoun(CoreferenceScratch scratch, int token) =>
        (scratch.Parse is null || scratch.Relation(token) != Relation.Expl)
        && (scratch.Tags is not { } tags || tags.Upos[token] is Upos.PRON or Upos.DET or Upos.X or Upos.PROPN);

    private static void AddPronoun(CoreferenceScratch scratch, int token)
    {
        ref var mention = ref scratch.Add();
        mention.Kind = MentionKind.Pronoun;
        mention.Start = mention.FullStart = mention.Head = token;
        mention.End = mention.FullEnd = token + 1;
        var facts = scratch.Facts[token];
        if ((facts & WordFacts.Possessive) != 0 && scratch.Parse is not null && scratch.Relation(token) is not (Relation.NmodPoss or Relation.Det))
        {
            facts &= ~WordFacts.Possessive;
        }

        mention.Facts = facts;
        mention.Genders = GenderOf(facts) | ((facts & WordFacts.Neuter) != 0 ? GenderSet.Neuter : 0);
        mention.Numbers = NumberOf(facts, WordFacts.Singular);
        mention.HeadHash = scratch.Hash[token];
        Place(scratch, ref mention);
    }

    private static bool IsPhraseHead(CoreferenceScratch scratch, int token)
    {
        if (scratch.Tags is not { } tags)
        {
            return false;
        }

        // "Director general Ann Poe": a title that the tree takes apart.
        if (token + 2 < scratch.Tokens.Count && scratch.NameAt[token + 2] >= 0 && scratch.Word(token + 1) is "general" or "General" && scratch.Names.Mentions[scratch.NameAt[token + 2]].Type == EntityType.Person)
        {
            return false;
        }

        var upos = tags.Upos[token];
        if (upos is not (Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.NUM))
        {
            return false;
        }

        if (scratch.Parse is null)
        {
            return upos is Upos.NOUN or Upos.PROPN
                && (token + 1 >= scratch.Tokens.Count || scratch.NameAt[token + 1] < 0)
                && (token + 1 >= scratch.Tokens.Count || tags.Upos[token + 1] is not (Upos.NOUN or Upos.PROPN));
        }

        return scratch.Relation(token) is not (Relation.Compound or Relation.Flat or Relation.Fixed or Relation.NmodDesc or Relation.Goeswith
                or Relation.Amod or Relation.Nummod or Relation.Advmod or Relation.CompoundPrt or Relation.Det or Relation.Case or Relation.Mark or Relation.Cc)
            && (upos is Upos.NOUN or Upos.PROPN || HasArticle(scratch, token) || (upos == Upos.ADJ && (scratch.Facts[token] & WordFacts.Person) != 0));
    }

    // "the 45-year-old", "the accused": an adjective with an article of its own is a noun.
    private static bool HasArticle(CoreferenceScratch scratch, int token) =>
        scratch.Left[token] < token && (scratch.Facts[scratch.Left[token]] & (WordFacts.Definite | WordFacts.Demonstrative)) != 0
        && scratch.Head(scratch.Left[token]) == token && scratch.Right[token] == token + 1;

    // "The 27-year-old", "the Italian said": an age, or a people in the singular, stands for one person.
    private static bool IsPersonByMark(CoreferenceScratch scratch, int token)
    {
        if (scratch.Parse is null || !HasArticle(scratch, token))
        {
            return false;
        }

        var name = scratch.Names.Mentions[scratch.NameAt[token]];
        return name.Type == EntityType.Norp
            ? name.Tokens.Length == 1 && scratch.Word(token) is [.., 'n' or 'i' or 't'] && scratch.Tags!.PennOf(token) is not ("NNS" or "NNPS") && scratch.Relation(token) == Relation.Nsubj
                && scratch.Head(token) is >= 0 and var verb && (scratch.Facts[verb] & WordFacts.Reporting) != 0
            : name.Type.IsValue() && scratch.Word(token) is "old" && token == name.Tokens.End - 1;
    }

    private static void AddNominal(CoreferenceScratch scratch, int token)
    {
        var lexicon = CoreferenceLexicon.Instance;
        var facts = scratch.Facts[token];
        var isPlural = scratch.Tags!.PennOf(token) is "NNS" or "NNPS" || (scratch.Tags.Upos[token] == Upos.NUM && scratch.Word(token) is not ("one" or "One"));
        if (!isPlural && (facts & WordFacts.Plural) != 0 && (facts & WordFacts.Collective) == 0 && scratch.Tags.PennOf(token) is "NN" or "NNP")
        {
            facts &= ~WordFacts.Plural;
        }

        ref var mention = ref scratch.Add();
        mention.Kind = MentionKind.Nominal;
        mention.Head = token;
        (mention.Start, mention.End) = NameEdges.Respect(scratch, scratch.Left[token], scratch.Right[token]);
        while (mention.Start < token && Dateline.IsClock(scratch.Word(mention.Start)))
        {
            mention.Start++;
        }

        mention.FullStart = scratch.FullLeft[token];
        mention.FullEnd = scratch.FullRight[token];
        mention.Facts = facts;
        mention.HeadHash = lexicon.DescriptionOf(scratch, token);
        mention.Determiner = DeterminerOf(scratch, mention.Start, token);
        mention.Numbers = (facts & WordFacts.Collective) != 0 ? NumberSet.Both : isPlural ? NumberSet.Plural : NumberSet.Singular;
        if ((facts & WordFacts.Person) != 0 && !((facts & WordFacts.Organisation) != 0 && mention.Determiner == WordFacts.Definite && !isPlural))
        {
            mention.Type = (byte)EntityType.Person;
            mention.Genders = isPlural ? GenderSet.Unknown : GenderOf(facts) is var gender && gender == 0 ? GenderSet.Unknown : gender;
        }
        else if ((facts & WordFacts.Organisation) != 0)
        {
            mention.Type = (byte)EntityType.Org;
            mention.Genders = GenderSet.Neuter;
            mention.Numbers |= NumberSet.Plural;
        }
        else if ((facts & WordFacts.Place) != 0)
        {
            mention.Type = (byte)EntityType.Gpe;
            mention.Genders = GenderSet.Neuter;
        }
        else if (scratch.Tags.Upos[token] is Upos.ADJ or Upos.NUM || scratch.NameAt[token] >= 0)
        {
            mention.Type = (byte)EntityType.Person;
        }

        Place(scratch, ref mention);
    }

    private static WordFacts DeterminerOf(CoreferenceScratch scratch, int start, int head)
    {
        const WordFacts Determiners = WordFacts.Definite | WordFacts.Demonstrative | WordFacts.Indefinite | WordFacts.Quantifier;
        if (start == head)
        {
            return WordFacts.None;
        }

        var first = scratch.Facts[start];
        if ((first & WordFacts.Pronoun) != 0 && (first & WordFacts.Possessive) != 0)
        {
            return WordFacts.Possessive;
        }

        if ((first & Determiners) != 0 && (scratch.Parse is null || scratch.Head(start) == head))
        {
            return first & Determiners;
        }

        if (scratch.Parse is not null)
        {
            for (var token = start; token < head; token++)
            {
                if (scratch.Head(token) == head && scratch.Relation(token) == Relation.NmodPoss)
                {
                    return WordFacts.Possessive;
                }
            }
        }

        return WordFacts.None;
    }

    private static GenderSet GenderOf(WordFacts facts) =>
        ((facts & WordFacts.Masculine) != 0 ? GenderSet.Masculine : 0) | ((facts & WordFacts.Feminine) != 0 ? GenderSet.Feminine : 0);

    private static NumberSet NumberOf(WordFacts facts, WordFacts singular) =>
        ((facts & singular) != 0 ? NumberSet.Singular : 0) | ((facts & WordFacts.Plural) != 0 ? NumberSet.Plural : 0);

    internal static void Place(CoreferenceScratch scratch, ref Mention mention)
    {
        mention.Sentence = scratch.SentenceOf[mention.Head];
        mention.Quote = scratch.Quote[mention.Head];
        mention.InHeading = scratch.Sentences[mention.Sentence].IsHeading;
    }
}
