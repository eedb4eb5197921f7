namespace NewsExtract.Pipeline.Engines.Mapping;

/// <summary>A token as another engine gives it.</summary>
/// <param name="Begin">Index of its first code unit.</param>
/// <param name="Last">Index of its last code unit: inclusive, unlike everything else in this library.</param>
/// <param name="IsReplaced">Whether the engine put other words in its place (a piece of a contraction); the bounds of such pieces are artificial.</param>
/// <param name="Tag">Its universal part of speech; null or an unknown name when the engine gives none.</param>
public readonly record struct EngineToken(int Begin, int Last, bool IsReplaced, string? Tag);
