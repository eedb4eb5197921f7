namespace NewsExtract.Entities.Training;

/// <summary>How a <see cref="Recognition.NameModel"/> is trained.</summary>
internal sealed record NameTrainingOptions
{
    public bool TwoPasses { get; init; } = true;

    public bool IsCrf { get; init; }

    public int FirstEpochs { get; init; } = 4;

    public int FoldEpochs { get; init; } = 3;

    public int SecondEpochs { get; init; } = 6;

    public int Folds { get; init; } = 3;

    public NetworkOptions Network { get; init; } = new();

    /// <summary>Networks of different seeds; 0 for none.</summary>
    public int Networks { get; init; } = 1;

    /// <summary>Passes over the data of each network.</summary>
    public int NetworkEpochs { get; init; } = 5;

    /// <summary>Brings the mean of the networks' scores to the scale of the passes' own.</summary>
    public float NetworkWeight { get; init; } = 8;

    /// <summary>Models of different orders of the data whose weights are averaged: the mean of linear models is a linear model.</summary>
    public int Seeds { get; init; } = 1;

    public int MinCount { get; init; } = 2;

    public float LearningRate { get; init; } = 0.1f;

    public float L2 { get; init; } = 1e-6f;

    /// <summary>Added during training to the score of <c>O</c> where the right label is a name.</summary>
    public float MissCost { get; init; }

    /// <summary>Added to the score of every other wrong label.</summary>
    public float OtherCost { get; init; }

    public float Floor { get; init; } = 0.4f;

    /// <summary>The most features that each pass may have in the file.</summary>
    public int MostRows { get; init; } = 190_000;
}
