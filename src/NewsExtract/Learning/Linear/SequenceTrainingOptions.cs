namespace NewsExtract.Learning.Linear;

/// <summary>How a <see cref="SequenceModel"/> is trained.</summary>
internal sealed record SequenceTrainingOptions
{
    /// <summary>A conditional random field by AdaGrad, or else an averaged structured perceptron.</summary>
    public bool IsCrf { get; init; }

    /// <summary>Passes over the data.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>
    /// Trainings from nothing, each with the data in another order, whose weights are averaged: the mean of linear models is a linear model again, and
    /// an ensemble costs nothing at run time.
    /// </summary>
    public int Restarts { get; init; } = 1;

    /// <summary>Features seen in fewer positions are left out.</summary>
    public int MinCount { get; init; } = 2;

    /// <summary>Step size of AdaGrad.</summary>
    public float LearningRate { get; init; } = 0.1f;

    /// <summary>Weight of the squared norm, applied to the features of the sequence at hand.</summary>
    public float L2 { get; init; } = 1e-6f;

    /// <summary>Conditional random field: positions and transitions whose gradient is nowhere larger than this are passed over; most are, after a few passes.</summary>
    public float GradientFloor { get; init; }

    /// <summary>The part of the features that is left out at random at each step (0: none).</summary>
    public float Dropout { get; init; }

    /// <summary>Order of the sequences.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// Cost of giving the second label where the first is right, row by row (labels × labels); added to the scores during training (softmax-margin,
    /// Gimpel and Smith 2010; cost-augmented perceptron). Raising the cost of <c>O</c> raises recall.
    /// </summary>
    public float[]? Costs { get; init; }

    /// <summary>Features whose largest weight is below this part of the model's mean absolute weight are left out of the file.</summary>
    public float Floor { get; init; } = 0.05f;

    /// <summary>The most node features that the file may hold: those with the largest weights.</summary>
    public int MostRows { get; init; } = int.MaxValue;
}
