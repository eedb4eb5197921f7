using NewsExtract.Stances.Network;

namespace NewsExtract.Stances.Training;

/// <summary>A case as the network learns it.</summary>
/// <param name="Words">The words around the pair.</param>
/// <param name="Sign">+1, −1 or 0.</param>
/// <param name="Weight">How much it counts.</param>
/// <param name="Epochs">In how many of the epochs, the first ones, it is learnt.</param>
internal readonly record struct Lesson(PairWords.Sample Words, int Sign, float Weight = 1, int Epochs = int.MaxValue);
