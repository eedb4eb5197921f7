using System.Collections.Immutable;
using NewsExtract.Documents;
using NewsExtract.Learning.Linear;

namespace NewsExtract.Entities.Recognition;

/// <summary>
/// The types that the recogniser tells apart. Places are one type here: no source of training data tells GPE from LOC, so a place typer
/// does it afterwards from what the place is.
/// </summary>
internal static class NameTypes
{
    public const int Person = 0;
    public const int Org = 1;
    public const int Place = 2;
    public const int Norp = 3;
    public const int Event = 4;
    public const int Misc = 5;
    public const int Count = 6;

    /// <summary>The label outside of all names.</summary>
    public const byte Outside = 0;

    /// <summary>The names, in the order of the numbers.</summary>
    public static ImmutableArray<string> Names { get; } = ["PERSON", "ORG", "LOC", "NORP", "EVENT", "MISC"];

    /// <summary>The document type of a name type; places are <see cref="EntityType.Loc"/>.</summary>
    public static ImmutableArray<EntityType> Types { get; } =
        [EntityType.Person, EntityType.Org, EntityType.Loc, EntityType.Norp, EntityType.Event, EntityType.Misc];

    /// <summary>BIO labels: 0 outside, then begin and inside of each type.</summary>
    public static SequenceLabels Labels { get; } = SequenceLabels.Bio(Names);

    public static byte Begin(int type) => (byte)(1 + (2 * type));

    public static byte Inside(int type) => (byte)(2 + (2 * type));

    public static bool IsBegin(byte label) => (label & 1) != 0;

    /// <summary>The type of a label, −1 outside.</summary>
    public static int TypeOf(byte label) => ((label + 1) >> 1) - 1;
}
