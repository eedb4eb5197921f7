using NewsExtract.Entities.Recognition;
using NewsExtract.Entities.Recognition.Network;
using NewsExtract.Entities.Training;
using NewsExtract.Learning.Neural;
using NewsExtract.Stances.Network;
using NewsExtract.Stances.Training;

namespace NewsExtract.Tests.Entities.Recognition;

public class NetworkGradientTests
{
    private static readonly NetworkOptions Options = new() { InputDropout = 0, LayerDropout = 0 };

    [Fact]
    public void Gradients_are_the_slopes_of_the_loss()
    {
        var layers = new NameLayers(vector: 16, width: 32, layers: 2);
        Check(layers, new NetworkBackward(layers, Options));
    }

    [Fact]
    public void Those_of_pairs_are_too()
    {
        var layers = new NameLayers(vector: 16, width: 32, layers: 2, outputs: PairReadout.Outputs);
        var backward = new PairBackward(layers, Options);
        backward.Pairs.AddRange([(3, 0, 1, 1), (1, -1, 2, 0.5f)]);
        Check(layers, backward);
    }

    private static void Check(NameLayers layers, NetworkBackward backward)
    {
        layers.Initialise(3);
        Loss(layers, backward);
        var gradients = (float[])backward.Gradients.Clone();
        var random = new SplitMix(9);
        var values = layers.Parameters.Values;
        var checkedOnes = 0;
        for (var tries = 0; tries < 4000 && checkedOnes < 60; tries++)
        {
            var at = random.NextInt(values.Length);
            if (Math.Abs(gradients[at]) < 0.02f)
            {
                continue;
            }

            var kept = values[at];
            const float Step = 2e-3f;
            values[at] = kept + Step;
            var above = Loss(layers, backward);
            values[at] = kept - Step;
            var below = Loss(layers, backward);
            values[at] = kept;
            ((above - below) / (2 * Step)).Should().BeApproximately(gradients[at], Math.Max(0.02, Math.Abs(gradients[at]) * 0.1), $"parameter {at}");
            checkedOnes++;
        }

        checkedOnes.Should().Be(60);
    }

    private static double Loss(NameLayers layers, NetworkBackward backward)
    {
        layers.Prepare();
        backward.Reserve(7, 2);
        var random = new SplitMix(5);
        for (var i = 0; i < 7 * layers.Inputs; i++)
        {
            backward.Inputs[i] = random.NextSingle() - 0.5f;
        }

        for (var i = 0; i < 7; i++)
        {
            backward.Targets[i] = (byte)(i * 5 % NameTypes.Labels.Count);
            backward.Weights[i] = i < 4 ? 1 : 0.5f;
        }

        Array.Clear(backward.Gradients);
        return backward.Run([0, 4, 7], random);
    }
}
