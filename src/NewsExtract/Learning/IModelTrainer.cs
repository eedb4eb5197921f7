namespace NewsExtract.Learning;

/// <summary>Rebuilds one kind of model from data. The same data gives the same bytes, on one thread or several.</summary>
internal interface IModelTrainer
{
    /// <summary>The kind of the model: the word after <c>newsextract train</c> and the name of its folder in <c>models/</c>.</summary>
    string Kind { get; }

    /// <summary>One line of help: which files below the data folder are read.</summary>
    string Data { get; }

    /// <summary>Trains, writes the model to <see cref="TrainingOptions.Output"/>, and returns its figures.</summary>
    /// <exception cref="Errors.NewsExtractException">NX04xx: data missing or malformed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was set; nothing is written.</exception>
    TrainingReport Train(TrainingOptions options, IProgress<string> progress, CancellationToken cancellation);
}
