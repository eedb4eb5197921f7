namespace NewsExtract.Entities.Coreference;

/// <summary>What the lexicons of <c>seeds/coreference</c> say of a word.</summary>
[Flags]
internal enum WordFacts : uint
{
    None = 0,

    /// <summary>A noun for persons.</summary>
    Person = 1 << 0,

    /// <summary>A noun for organisations.</summary>
    Organisation = 1 << 1,

    /// <summary>A noun for places with a government.</summary>
    Place = 1 << 2,

    /// <summary>Plural in form.</summary>
    Plural = 1 << 3,

    /// <summary>Shows a man.</summary>
    Masculine = 1 << 4,

    /// <summary>Shows a woman.</summary>
    Feminine = 1 << 5,

    /// <summary>A noun for an office that one person at a time holds.</summary>
    Office = 1 << 6,

    /// <summary>A noun for a relation to somebody (<c>wife</c>).</summary>
    Relational = 1 << 7,

    /// <summary>Singular in form, several people in fact.</summary>
    Collective = 1 << 8,

    /// <summary>Stands before names of persons.</summary>
    Title = 1 << 9,

    /// <summary>A verb whose subject speaks.</summary>
    Reporting = 1 << 10,

    /// <summary>A verb after an empty <c>it</c>.</summary>
    ExpletiveVerb = 1 << 11,

    /// <summary>A predicate after an empty <c>it</c>.</summary>
    ExpletivePredicate = 1 << 12,

    /// <summary>A pronoun that is resolved.</summary>
    Pronoun = 1 << 13,

    /// <summary>A possessive pronoun.</summary>
    Possessive = 1 << 14,

    /// <summary>A reflexive pronoun.</summary>
    Reflexive = 1 << 15,

    /// <summary>A relative pronoun.</summary>
    Relative = 1 << 16,

    /// <summary>Refers to a thing.</summary>
    Neuter = 1 << 17,

    /// <summary>Singular in form (of pronouns).</summary>
    Singular = 1 << 18,

    /// <summary>A word at the end of an organisation's name that does not tell it apart (<c>Inc</c>).</summary>
    OrganisationSuffix = 1 << 19,

    /// <summary>A word at the end of a person's name that tells two bearers apart (<c>Jr</c>).</summary>
    PersonSuffix = 1 << 20,

    /// <summary>A word that names leave out of acronyms (<c>of</c>, <c>the</c>).</summary>
    Minor = 1 << 21,

    /// <summary>The or another word that marks what is known already.</summary>
    Definite = 1 << 22,

    /// <summary>A, some, another, one … : a word that brings in what is new.</summary>
    Indefinite = 1 << 23,

    /// <summary>This, that, these, those, such.</summary>
    Demonstrative = 1 << 24,

    /// <summary>No, nobody, every … : a word of quantity, which leaves nothing to refer to.</summary>
    Quantifier = 1 << 25,

    /// <summary>A word before an office that makes it another one (<c>deputy</c>, <c>former</c>).</summary>
    OtherOffice = 1 << 26,
}
