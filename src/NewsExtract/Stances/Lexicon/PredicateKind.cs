namespace NewsExtract.Stances.Lexicon;

/// <summary>Word class of a stance predicate.</summary>
internal enum PredicateKind : byte
{
    Verb,
    Noun,
    Adjective,
}
