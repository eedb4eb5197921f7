namespace NewsExtract.Entities.Coreference;

/// <summary>The genders that are possible; none set: not known.</summary>
[Flags]
internal enum GenderSet : byte
{
    Unknown = 0,
    Masculine = 1,
    Feminine = 2,
    Neuter = 4,
    Person = Masculine | Feminine,
}
