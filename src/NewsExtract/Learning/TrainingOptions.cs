namespace NewsExtract.Learning;

/// <summary>What a trainer is given.</summary>
/// <param name="Data">The folder of the training data (laid out as the trainer's help says).</param>
/// <param name="Output">The model file to write.</param>
/// <param name="Threads">How many threads it may use; the bytes that come out do not depend on it.</param>
/// <param name="Models">The models it may build on (a parser on a tagger).</param>
/// <param name="Labels">The folder of our own labels of the data.</param>
internal sealed record TrainingOptions(string Data, string Output, int Threads, ModelStore Models, string Labels);
