namespace NewsExtract.Entities.Coreference;

/// <summary>The grammatical role of a mention in its clause.</summary>
internal enum MentionRole : byte
{
    Other,
    Subject,
    PassiveSubject,
    Object,
    Oblique,
    Possessive,
    Modifier,
    Predicate,
}
