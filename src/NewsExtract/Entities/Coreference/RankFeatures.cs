using System.Runtime.CompilerServices;
using NewsExtract.Documents;

namespace NewsExtract.Entities.Coreference;

/// <summary>
/// What speaks for a mention being one with an entity met before, as indices of weights: distance, role, agreement, salience, parallelism, quotation
/// (the features of Lappin and Leass 1994, Soon et al. 2001 and Rahman and Ng 2009 that need no world knowledge). Training and running call the same function.
/// </summary>
internal static class RankFeatures
{
    private const int Bits = 15;

    public const int Size = 1 << Bits;
    public const int Most = 64;

    /// <summary>The kinds of mentions, each with weights of its own.</summary>
    private enum Class
    {
        He,
        It,
        They,
        Reflexive,
        Person,
        Organisation,
        Other,
    }

    /// <summary>Fills <paramref name="features"/> for a mention and a candidate; returns how many.</summary>
    /// <param name="scratch">The document.</param>
    /// <param name="index">The mention.</param>
    /// <param name="candidate">The entity, and its mention nearest by.</param>
    /// <param name="rank">How many other candidates were met later.</param>
    /// <param name="most">The most mentions that any candidate has.</param>
    /// <param name="features">At least <see cref="Most"/> places.</param>
    public static int OfCandidate(CoreferenceScratch scratch, int index, Candidate candidate, int rank, int most, Span<int> features)
    {
        ref readonly var mention = ref scratch.Mentions[index];
        ref readonly var entity = ref scratch.Entities[candidate.Entity];
        var isAhead = candidate.Mention > index;
        ref readonly var last = ref scratch.Mentions[candidate.Mention];
        var list = new List(features, ClassOf(mention));
        var form = Form(mention);
        var sentences = Math.Clamp(mention.Sentence - last.Sentence, 0, 12);
        var distance = sentences <= 3 ? sentences : sentences <= 5 ? 4 : sentences <= 8 ? 5 : 6;
        var near = Math.Min(sentences, 2);
        var role = (int)last.Role;
        var kind = (int)last.Kind;
        var type = entity.Type == Mention.UnknownType ? 15 : entity.Type;
        var gender = entity.Genders == 0 ? 0 : mention.Genders == 0 ? 1 : 2;
        list.Add(1, 0);
        list.Add(2, distance);
        list.Add(3, Math.Min(rank, 9));
        list.Add(4, (distance * 10) + Math.Min(rank, 4));
        list.Add(5, (near * 16) + role);
        list.Add(6, (near * 4) + kind);
        list.Add(7, (type * 4) + kind);
        list.Add(8, (gender * 4) + near);
        list.Add(9, (int)entity.Numbers + ((int)mention.Numbers * 4) + ((entity.HasName ? 1 : 0) * 16));
        list.Add(10, Bucket(entity.Count));
        list.Add(11, entity.Count == most ? 1 : 2 * entity.Count >= most ? 2 : 3);
        list.Add(12, ((int)mention.Role * 16) + role + (near * 256));
        list.Add(13, (form * 16) + role + (near * 256));
        list.Add(14, (entity.InHeading ? 1 : 0) + (near * 2));
        list.Add(15, QuoteRelation(mention, last) + (near * 8));
        list.Add(16, (form * 4) + near);
        list.Add(17, (entity.HasName ? 1 : 0) + (entity.Pronouns > 0 ? 2 : 0) + (near * 4));
        list.Add(18, isAhead ? 1 + form : 0);
        if (scratch.Parse is not null)
        {
            var speaks = Speaks(scratch, mention);
            var spoke = Speaks(scratch, last);
            list.Add(19, (speaks ? 1 : 0) + (spoke ? 2 : 0) + (near * 4));
            list.Add(45, (type * 4) + (speaks ? 1 : 0) + (mention.Role == MentionRole.Subject ? 2 : 0));
            list.Add(48, (type * 8) + Possessed(scratch, mention));
            list.Add(49, (type * 4) + Speaker(scratch, mention, last));
            list.Add(50, ClauseOf(scratch, last) + (last.Role == MentionRole.Subject ? 8 : 0) + (near * 16));
            list.Add(20, SameClause(mention, last) + (form * 8) + (near == 0 ? 64 : 0));
        }

        list.Add(51, (scratch.Sentences[mention.Sentence].Paragraph == scratch.Sentences[last.Sentence].Paragraph ? 1 : 0) + (near * 2));
        var subject = entity.LastSubject < 0 ? 9 : Math.Clamp(mention.Sentence - scratch.Mentions[entity.LastSubject].Sentence, 0, 3);
        list.Add(21, subject + (form * 16));
        if (mention.Kind == MentionKind.Pronoun)
        {
            list.Add(22, last.Kind == MentionKind.Pronoun ? (last.HeadHash == mention.HeadHash ? 2 : 1) + (near * 4) : 0);
            list.Add(23, (int)(last.Determiner == 0 ? 0 : System.Numerics.BitOperations.Log2((uint)last.Determiner)) + (kind * 32));
            list.Add(24, Math.Min(Math.Abs(mention.Head - last.Head), 60) / (near == 0 ? 4 : 15) + (near * 32));
        }
        else
        {
            NominalFeatures(ref list, scratch, mention, entity, last, near, sentences);
        }

        return list.Count;
    }

    /// <summary>Fills <paramref name="features"/> for a mention that is one with nothing before it; returns how many.</summary>
    public static int OfNew(CoreferenceScratch scratch, int index, int candidates, Span<int> features)
    {
        ref readonly var mention = ref scratch.Mentions[index];
        var list = new List(features, ClassOf(mention));
        var determiner = mention.Determiner == 0 ? 0 : System.Numerics.BitOperations.Log2((uint)mention.Determiner);
        list.Add(32, 0);
        list.Add(33, (int)mention.Role);
        list.Add(34, determiner);
        list.Add(35, Math.Min(candidates, 4));
        list.Add(36, Form(mention));
        if (mention.Kind == MentionKind.Pronoun)
        {
            var facts = mention.Governor >= 0 ? scratch.Facts[mention.Governor] : 0;
            list.Add(37, ((facts & WordFacts.ExpletiveVerb) != 0 ? 1 : 0) + ((facts & WordFacts.ExpletivePredicate) != 0 ? 2 : 0));
            list.Add(38, (ClauseFollows(scratch, mention) ? 1 : 0) + ((facts & (WordFacts.ExpletiveVerb | WordFacts.ExpletivePredicate)) != 0 ? 2 : 0));
        }
        else
        {
            var length = Math.Min(mention.Length, 8);
            list.Add(39, length + (determiner * 16));
            list.Add(40, (int)((mention.HeadHash >> 20) & 0xFFF));
            list.Add(41, Math.Min(mention.FullEnd - mention.End, 4) + (determiner * 16));
            list.Add(42, (mention.End - 1 > mention.Head ? 1 : 0) + (determiner * 2));
            list.Add(43, (((mention.Facts & WordFacts.Office) != 0 ? 1 : 0) + ((mention.Facts & WordFacts.Relational) != 0 ? 2 : 0)) + (determiner * 4));
            list.Add(44, mention.InHeading ? 1 : 0);
        }

        return list.Count;
    }

    private static void NominalFeatures(
        ref List list, CoreferenceScratch scratch, in Mention mention, in EntityState entity, in Mention last, int near, int sentences)
    {
        var determiner = mention.Determiner == 0 ? 0 : System.Numerics.BitOperations.Log2((uint)mention.Determiner);
        var sameHead = entity.IsDescribedBy(mention.HeadHash) ? 2 : last.HeadHash == mention.HeadHash ? 1 : 0;
        var modifiers = sameHead > 0 ? Modifiers(scratch, mention, last) : 0;
        var sameLength = sameHead > 0 && modifiers <= 2 && mention.Length == last.Length ? 1 : 0;
        list.Add(46, sameLength + (determiner * 2) + (modifiers * 64));
        list.Add(47, sameLength + (modifiers * 2) + (Math.Min(sentences, 6) * 16));
        list.Add(25, sameHead + (determiner * 4));
        list.Add(26, sameHead + (modifiers * 4) + ((determiner == 0 ? 0 : 1) * 64));
        list.Add(27, sameHead + (Math.Min(sentences, 6) * 4));
        list.Add(28, ((int)last.Kind * 4) + sameHead + (entity.HasName ? 16 : 0));
        list.Add(29, ((mention.Facts & WordFacts.Office) != 0 ? 1 : 0) + ((mention.Facts & WordFacts.Relational) != 0 ? 2 : 0) + (sameHead * 4) + (near * 16));
        list.Add(30, Math.Min(mention.Length, 5) + (sameHead * 8) + (entity.HasName ? 32 : 0));
        list.Add(31, (mention.Type == entity.Type ? 1 : 0) + (sameHead * 2) + (entity.HasName ? 8 : 0) + (determiner * 16));
    }

    // How the words before the heads compare: 1 none in the later, 2 all repeated, 3 some new, 4 all new.
    private static int Modifiers(CoreferenceScratch scratch, in Mention mention, in Mention last)
    {
        const WordFacts Determiners = WordFacts.Definite | WordFacts.Demonstrative | WordFacts.Indefinite | WordFacts.Possessive;
        int shared = 0, fresh = 0;
        for (var token = mention.Start; token < mention.End; token++)
        {
            if (token == mention.Head || (scratch.Facts[token] & Determiners) != 0 || token - mention.Start > 10)
            {
                continue;
            }

            var found = false;
            for (var other = last.Start; other < last.End && other - last.Start < 12; other++)
            {
                found |= scratch.Hash[other] == scratch.Hash[token];
            }

            (shared, fresh) = found ? (shared + 1, fresh) : (shared, fresh + 1);
        }

        return shared + fresh == 0 ? 1 : fresh == 0 ? 2 : shared > 0 ? 3 : 4;
    }

    /// <summary>Whether a mention is a pronoun of the third person in the singular that stands for people, and no reflexive.</summary>
    public static bool IsHeOrShe(in Mention mention) => ClassOf(mention) == Class.He;

    private static Class ClassOf(in Mention mention)
    {
        if (mention.Kind != MentionKind.Pronoun)
        {
            return mention.Type switch
            {
                (byte)EntityType.Person => Class.Person,
                (byte)EntityType.Org or (byte)EntityType.Gpe => Class.Organisation,
                _ => Class.Other,
            };
        }

        return (mention.Facts & WordFacts.Reflexive) != 0 ? Class.Reflexive
            : (mention.Genders & GenderSet.Person) != 0 ? Class.He
            : (mention.Genders & GenderSet.Neuter) != 0 ? Class.It
            : Class.They;
    }

    // Subject, possessive, or another.
    private static int Form(in Mention mention) =>
        mention.Kind == MentionKind.Pronoun && (mention.Facts & WordFacts.Possessive) != 0 ? 1
        : mention.Role is MentionRole.Subject or MentionRole.PassiveSubject ? 2
        : mention.Role is MentionRole.Object ? 3 : 0;

    // Both outside quotation marks, both in one quotation, in two, only the mention, only the candidate.
    private static int QuoteRelation(in Mention mention, in Mention last) =>
        mention.Quote < 0 ? (last.Quote < 0 ? 0 : 4) : last.Quote < 0 ? 3 : mention.Quote == last.Quote ? 1 : 2;

    private static int ClauseOf(CoreferenceScratch scratch, in Mention last)
    {
        if (last.Governor < 0)
        {
            return 0;
        }

        return scratch.Relation(last.Governor) switch { Relation.Root => 1, Relation.Ccomp or Relation.Xcomp => 2, Relation.Advcl => 3, Relation.Acl or Relation.AclRelcl => 4, Relation.Conj or Relation.Parataxis => 5, _ => 6 };
    }

    /// <summary>Whether a mention is the subject of a verb of saying.</summary>
    public static bool Speaks(CoreferenceScratch scratch, in Mention mention) =>
        mention.Role == MentionRole.Subject && mention.Governor >= 0 && (scratch.Facts[mention.Governor] & WordFacts.Reporting) != 0;

    // What a possessive owns: a person ("its chairman"), an organisation, or another thing.
    private static int Possessed(CoreferenceScratch scratch, in Mention mention)
    {
        if ((mention.Facts & WordFacts.Possessive) == 0 || mention.Governor < 0)
        {
            return 0;
        }

        var facts = scratch.Facts[mention.Governor];
        return (facts & WordFacts.Relational) != 0 ? 1 : (facts & WordFacts.Person) != 0 ? 2 : (facts & WordFacts.Organisation) != 0 ? 3 : 4;
    }

    /// <summary>
    /// What the candidate is to the mention's clause: 0 nothing, 1 subject of a verb elsewhere in the sentence, 2 subject of the verb above, 3 the same of a verb of saying ("the board said it would …"),
    /// 4 head of its coordination ("Poe and her campaign").
    /// </summary>
    public static int Speaker(CoreferenceScratch scratch, in Mention mention, in Mention last)
    {
        if (mention.Sentence != last.Sentence || mention.Governor < 0 || last.Governor < 0)
        {
            return 0;
        }

        // "Poe and her campaign".
        var verb = scratch.Head(mention.Governor);
        if (verb == last.Head || (verb >= 0 && verb != last.Governor && scratch.Head(verb) == last.Head))
        {
            return 4;
        }

        if (last.Role != MentionRole.Subject)
        {
            return 0;
        }

        verb = verb >= 0 && verb != last.Governor ? scratch.Head(verb) : verb;
        return verb != last.Governor ? 1 : (scratch.Facts[verb] & WordFacts.Reporting) != 0 ? 3 : 2;
    }

    private static int SameClause(in Mention mention, in Mention last) =>
        mention.Sentence != last.Sentence ? 0
        : mention.Governor == last.Governor ? 1
        : last.Role is MentionRole.Subject or MentionRole.PassiveSubject ? 2
        : last.FullStart <= mention.Start && mention.End <= last.FullEnd ? 3 : 4;

    // "It is clear that …", "it was decided to …": a clause depends on what governs the pronoun.
    private static bool ClauseFollows(CoreferenceScratch scratch, in Mention mention)
    {
        if (scratch.Parse is null || mention.Governor < 0)
        {
            return false;
        }

        var end = Math.Min(scratch.Sentences[mention.Sentence].Tokens.End, mention.Governor + 15);
        for (var token = mention.Governor + 1; token < end; token++)
        {
            if (scratch.Head(token) == mention.Governor
                && scratch.Relation(token) is Relation.Csubj or Relation.CsubjPass or Relation.CsubjOuter or Relation.Ccomp or Relation.Advcl)
            {
                return true;
            }
        }

        return false;
    }

    private static int Bucket(int count) => count <= 3 ? count : count <= 5 ? 4 : count <= 9 ? 5 : count <= 20 ? 6 : 7;

    private ref struct List(Span<int> places, Class kind)
    {
        private readonly Span<int> _places = places;
        private readonly ulong _kind = (ulong)kind + 1;

        public int Count { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(int template, int value) =>
            _places[Count++] = (int)(((((_kind << 8) | (uint)template) << 20) | (uint)value) * 0x9E3779B97F4A7C15UL >> (64 - Bits));
    }
}
