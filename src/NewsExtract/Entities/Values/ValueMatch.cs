using NewsExtract.Documents;

namespace NewsExtract.Entities.Values;

/// <summary>What a grammar found at a token.</summary>
/// <param name="End">Index after its last token; 0 when nothing was found.</param>
/// <param name="Type">Its kind.</param>
/// <param name="Value">Its normalised value, or null where it has none.</param>
internal readonly record struct ValueMatch(int End, EntityType Type, string? Value)
{
    /// <summary>The longer of two matches; this one when they are equally long.</summary>
    public ValueMatch Or(ValueMatch other) => other.End > End ? other : this;
}
