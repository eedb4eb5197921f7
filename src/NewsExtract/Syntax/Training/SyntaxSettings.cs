using NewsExtract.Syntax.Network;

namespace NewsExtract.Syntax.Training;

/// <summary>How a network is trained.</summary>
internal sealed record SyntaxSettings
{
    public required SyntaxShape Shape { get; init; }

    public SyntaxDropout Dropout { get; init; } = new(0.15f, 0.2f, 0.25f);

    public int Epochs { get; init; } = 20;

    /// <summary>Words in a batch.</summary>
    public int BatchWords { get; init; } = 600;

    /// <summary>Highest learning rate; it rises over the first <see cref="WarmUp"/> steps and falls to 0 in a line.</summary>
    public float Rate { get; init; } = 0.003f;

    /// <summary>Steps in which the rate rises.</summary>
    public int WarmUp { get; init; } = 200;

    /// <summary>Weight decay of dense parameters, per step and unit of rate.</summary>
    public float Decay { get; init; } = 0.01f;

    /// <summary>Longest gradient.</summary>
    public float Clip { get; init; } = 5;

    /// <summary>A word with count n is made unknown with probability w / (w + n).</summary>
    public float WordDropout { get; init; } = 0.5f;

    /// <summary>How often a word's vector is withheld.</summary>
    public float VectorDropout { get; init; } = 0.05f;

    /// <summary>Words seen less often have no embedding of their own.</summary>
    public int MinimumCount { get; init; } = 2;

    /// <summary>Weight of the losses of tags.</summary>
    public float TagWeight { get; init; } = 0.5f;

    /// <summary>Share of sentences that are shown in lower case, in capitals, or as a title.</summary>
    public float CaseShare { get; init; } = 0.06f;

    public ulong Seed { get; init; } = 17;
}
