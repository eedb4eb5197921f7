using NewsExtract.Learning.Linear;

namespace NewsExtract.Quotes.Training;

/// <summary>How the three models are trained.</summary>
internal sealed record QuoteTrainingPlan
{
    /// <summary>Parts of the data that are labelled by models trained on the others, for the models that build on their labels.</summary>
    public int Folds { get; init; } = 3;

    public SequenceTrainingOptions Cues { get; init; } = new() { IsCrf = true, Epochs = 5, Restarts = 4, MinCount = 2, Dropout = 0.3f, LearningRate = 0.15f, L2 = 2e-5f, GradientFloor = 0.002f };

    public SequenceTrainingOptions Extents { get; init; } = new() { IsCrf = true, Epochs = 6, Restarts = 4, MinCount = 3, Dropout = 0.4f, LearningRate = 0.12f, L2 = 2e-5f, GradientFloor = 0.003f };

    public SequenceTrainingOptions Accept { get; init; } = new() { IsCrf = true, Epochs = 8, Restarts = 5, MinCount = 3, LearningRate = 0.05f, L2 = 1e-4f };
}
