using System.Collections.Immutable;

namespace NewsExtract.Evaluation;

/// <summary>What an evaluation found.</summary>
/// <param name="Set">The name of the labelled set.</param>
/// <param name="Integrity">Which documents were there, and whether spans are where their text is.</param>
/// <param name="Layers">The figures of each layer.</param>
internal sealed record EvaluationResult(string Set, Integrity Integrity, ImmutableArray<(string Layer, string Scorer, Figures Figures)> Layers)
{
    /// <summary>
    /// A figure by its name: <c>quotes.quote_and_speaker.f1</c>, or <c>quotes.f1</c> for the F1 of the layer's first figure; null when there is none.
    /// </summary>
    public double? Find(string name)
    {
        foreach (var (layer, _, figures) in Layers)
        {
            foreach (var (inner, value) in figures.Flatten())
            {
                if ($"{layer}.{inner}" == name || (name == $"{layer}.f1" && inner.EndsWith("f1", StringComparison.Ordinal)))
                {
                    return value;
                }
            }
        }

        return null;
    }
}
