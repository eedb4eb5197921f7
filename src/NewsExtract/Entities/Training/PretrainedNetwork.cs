using NewsExtract.Entities.Recognition.Network;

namespace NewsExtract.Entities.Training;

/// <summary>What raw text taught a network: a start for training with labels.</summary>
/// <param name="Parameters">The dense parameters; the output layer's stand last and are of no use for labels.</param>
/// <param name="Table">The embeddings.</param>
internal sealed record PretrainedNetwork(float[] Parameters, float[] Table)
{
    /// <summary>Writes everything below the output into layers of the same shape.</summary>
    public void CopyTo(NameLayers layers) => Parameters.AsSpan(0, layers.Output.Weights.Offset).CopyTo(layers.Parameters.Values);
}
