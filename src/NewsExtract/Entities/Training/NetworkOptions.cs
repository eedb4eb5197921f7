namespace NewsExtract.Entities.Training;

/// <summary>How a <see cref="Recognition.Network.NameNetwork"/> is trained.</summary>
internal sealed record NetworkOptions
{
    /// <summary>Channels of the recurrent layers; a multiple of 32.</summary>
    public int Width { get; init; } = 96;

    public int Layers { get; init; } = 2;

    public int Epochs { get; init; } = 8;

    /// <summary>Words in a batch.</summary>
    public int BatchWords { get; init; } = 500;

    /// <summary>Highest learning rate; it rises over the first <see cref="WarmUp"/> steps and falls to 0 in a line.</summary>
    public float Rate { get; init; } = 0.003f;

    public int WarmUp { get; init; } = 200;

    /// <summary>Weight decay of dense parameters, per step and unit of rate.</summary>
    public float Decay { get; init; } = 0.01f;

    /// <summary>Longest gradient.</summary>
    public float Clip { get; init; } = 5;

    /// <summary>Share of inputs set to 0.</summary>
    public float InputDropout { get; init; } = 0.25f;

    /// <summary>Share of channels set to 0 for a sentence.</summary>
    public float LayerDropout { get; init; } = 0.25f;

    /// <summary>How often a word's own row is withheld.</summary>
    public float WordDropout { get; init; } = 0.3f;

    /// <summary>How often a word's vector is withheld.</summary>
    public float VectorDropout { get; init; } = 0.1f;

    /// <summary>How often what the gazetteers say of a token is withheld.</summary>
    public float GazetteerDropout { get; init; } = 0.1f;

    public ulong Seed { get; init; } = 23;
}
