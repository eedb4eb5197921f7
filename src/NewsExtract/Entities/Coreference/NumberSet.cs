namespace NewsExtract.Entities.Coreference;

/// <summary>The numbers that are possible; none set: not known.</summary>
[Flags]
internal enum NumberSet : byte
{
    Unknown = 0,
    Singular = 1,
    Plural = 2,
    Both = Singular | Plural,
}
