using System.Collections.Frozen;
using NewsExtract.Documents;
using NewsExtract.Lexicons;

namespace NewsExtract.Pipeline.Engines.Mapping;

/// <summary>The entity types of other engines.</summary>
internal static class EngineTypes
{
    private static readonly Lazy<FrozenDictionary<string, EntityType>> Known = new(static () =>
        SeedLexicon.Map("engines/types").ToFrozenDictionary(
            static row => row.Key, static row => Enum.Parse<EntityType>(row.Value, ignoreCase: true), StringComparer.OrdinalIgnoreCase));

    /// <summary>The type that an engine's name of it means; null for what is no entity here, such as an address.</summary>
    public static EntityType? Parse(string name) => Known.Value.TryGetValue(name, out var type) ? type : null;
}
