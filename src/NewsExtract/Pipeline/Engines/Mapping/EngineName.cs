namespace NewsExtract.Pipeline.Engines.Mapping;

/// <summary>A named entity as another engine gives it.</summary>
/// <param name="Begin">Index of its first code unit.</param>
/// <param name="Last">Index of its last code unit, inclusive.</param>
/// <param name="Type">The engine's own name of its type; those that <c>seeds/engines/types.txt</c> does not list are left out.</param>
public readonly record struct EngineName(int Begin, int Last, string Type);
