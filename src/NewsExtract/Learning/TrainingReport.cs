using System.Collections.Immutable;

namespace NewsExtract.Learning;

/// <summary>What a training run measured on its development data.</summary>
/// <param name="Figures">Names and values, in the order to print.</param>
internal sealed record TrainingReport(ImmutableArray<(string Name, string Value)> Figures);
