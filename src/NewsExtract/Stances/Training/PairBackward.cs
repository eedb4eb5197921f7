using NewsExtract.Entities.Recognition.Network;
using NewsExtract.Entities.Training;
using NewsExtract.Learning.Neural;
using NewsExtract.Stances.Network;

namespace NewsExtract.Stances.Training;

/// <summary>One batch of pairs forward and back: cross-entropy of the class of each pair.</summary>
internal sealed class PairBackward(NameLayers layers, NetworkOptions options) : NetworkBackward(layers, options)
{
    /// <summary>For each pair of the batch: the last word of target and holder (−1: none), its class and its weight.</summary>
    public List<(int Target, int Holder, int Class, float Weight)> Pairs { get; } = [];

    /// <inheritdoc/>
    protected override double Loss(ReadOnlySpan<int> starts, Span<float> scores, int width)
    {
        var loss = 0.0;
        Span<float> sums = stackalloc float[PairReadout.Classes];
        for (var pair = 0; pair < Pairs.Count; pair++)
        {
            var (target, holder, label, weight) = Pairs[pair];
            var own = scores[(starts[pair] * width)..(starts[pair + 1] * width)];
            PairReadout.Read(own, width, target, holder, sums);
            ElementKernels.Softmax(sums);
            loss -= Math.Log(Math.Max(sums[label], 1e-12f)) * weight;
            sums[label] -= 1;
            foreach (ref var value in sums)
            {
                value *= weight;
            }

            own.Clear();
            PairReadout.Write(own, width, target, holder, sums);
        }

        return loss;
    }
}
