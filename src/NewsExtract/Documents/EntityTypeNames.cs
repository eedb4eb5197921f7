using System.Collections.Immutable;

namespace NewsExtract.Documents;

/// <summary>The written names of <see cref="EntityType"/>.</summary>
public static class EntityTypeNames
{
    /// <summary>The names, in the order of the enumeration.</summary>
    public static ImmutableArray<string> All { get; } =
        ["PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT", "MISC", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"];

    /// <summary>The written name, for example <c>PERSON</c>.</summary>
    public static string Name(this EntityType type) => All[(int)type];

    /// <summary>Whether the type is a value expression (a date, time, amount) rather than a name.</summary>
    public static bool IsValue(this EntityType type) => type >= EntityType.Date;

    /// <summary>The type of a written name.</summary>
    /// <returns>False when there is no such type.</returns>
    public static bool TryParse(string name, out EntityType type)
    {
        var index = All.IndexOf(name);
        type = (EntityType)Math.Max(index, 0);
        return index >= 0;
    }
}
