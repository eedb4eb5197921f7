using NewsExtract.Documents;

namespace NewsExtract.Entities.Coreference;

/// <summary>One phrase that may refer to something: a name, a noun phrase or a pronoun.</summary>
internal struct Mention
{
    /// <summary>Type of a phrase whose noun does not show what it refers to.</summary>
    public const byte UnknownType = byte.MaxValue;

    /// <summary>Tokens of the phrase without relative clauses and appositions: what is written out.</summary>
    public int Start;
    public int End;

    /// <summary>Tokens of the phrase with all that depends on it.</summary>
    public int FullStart;
    public int FullEnd;

    public int Head;
    public int Sentence;

    /// <summary>Index in <see cref="MentionLayer"/>, or −1.</summary>
    public int Name;

    public MentionKind Kind;

    /// <summary>An <see cref="EntityType"/>, or <see cref="UnknownType"/>.</summary>
    public byte Type;

    public GenderSet Genders;
    public NumberSet Numbers;
    public MentionRole Role;
    public WordFacts Facts;
    public WordFacts Determiner;
    public bool IsCoordination;
    public bool InHeading;

    /// <summary>The token that governs the role (verb or predicate noun), or −1.</summary>
    public int Governor;

    /// <summary>Number of the stretch in quotation marks it stands in, or −1.</summary>
    public int Quote;

    /// <summary>The mention that it stands in apposition to, is predicated of, or (as a relative pronoun) repeats; or −1.</summary>
    public int SameAs;

    /// <summary>Hash of the head noun in lower case, singular where that is known.</summary>
    public ulong HeadHash;

    /// <summary>The entity it was given, or −1.</summary>
    public int Entity;

    public float Confidence;

    public readonly int Length => End - Start;
}
