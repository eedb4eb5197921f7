using System.Collections.Immutable;

namespace NewsExtract.Pipeline.Engines.Mapping;

/// <summary>A sentence as another engine gives it.</summary>
/// <param name="Begin">Index of its first code unit.</param>
/// <param name="Last">Index of its last code unit, inclusive.</param>
/// <param name="Tokens">Its tokens in text order.</param>
public readonly record struct EngineSentence(int Begin, int Last, ImmutableArray<EngineToken> Tokens);
