namespace NewsExtract.Entities.Gazetteers;

/// <summary>Sets of <see cref="GazetteerKind"/> as bits.</summary>
internal static class GazetteerKinds
{
    /// <summary>The number of kinds.</summary>
    public const int Count = (int)GazetteerKind.Language + 1;

    /// <summary>Kinds that count in lower case too; all others are names, which have a capital somewhere.</summary>
    public static readonly uint WithoutCapital = Bit(GazetteerKind.Title) | Bit(GazetteerKind.OrgWord) | Bit(GazetteerKind.PlaceWord);

    /// <summary>The bit of a kind.</summary>
    public static uint Bit(GazetteerKind kind) => 1u << (int)kind;
}
