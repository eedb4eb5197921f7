namespace NewsExtract.Stances.Lexicon;

/// <summary>Small closed classes of words that rules and features ask for; the names are those of <c>seeds/stances/cues.txt</c>.</summary>
[Flags]
internal enum Cues
{
    None = 0,
    Negation = 1 << 0,
    QuantifierNone = 1 << 1,
    Hedge = 1 << 2,
    Conditional = 1 << 3,
    Contrast = 1 << 4,
    Comparison = 1 << 5,
    Report = 1 << 6,
    Deny = 1 << 7,
    LightVerb = 1 << 8,
    Failure = 1 << 9,
    Pretend = 1 << 10,
    AccusedOf = 1 << 11,
    Copula = 1 << 12,
    DescribedAs = 1 << 13,
    Relief = 1 << 14,
    Raise = 1 << 15,
    Need = 1 << 16,
    FirstPerson = 1 << 17,
    EvaluatedNoun = 1 << 18,
    Holder = 1 << 19,
    Request = 1 << 20,
    Relative = 1 << 21,
    Obligation = 1 << 22,
    Rumour = 1 << 23,
    Drop = 1 << 24,
    Attract = 1 << 25,
    Absence = 1 << 26,
    Role = 1 << 27,
    Answer = 1 << 28,
    Suffering = 1 << 29,
}
