namespace NewsExtract.Entities.Coreference;

/// <summary>Types whose names may be one thing: a place is a GPE in one sentence and a LOC in the next.</summary>
internal enum NameFamily : byte
{
    Person,
    Organisation,
    Place,
    Group,
    Other,
}
