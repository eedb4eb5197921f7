namespace NewsExtract.Entities.Coreference.Training;

/// <summary>A mention as GUM's annotators marked it.</summary>
/// <param name="Start">First token in the document.</param>
/// <param name="End">After the last token.</param>
/// <param name="Head">The token whose head lies outside.</param>
/// <param name="Entity">Number of its entity in the document.</param>
/// <param name="Type">GUM's type, for example <c>person</c>.</param>
internal readonly record struct GumMention(int Start, int End, int Head, int Entity, string Type);
