using NewsExtract.Documents;
using NewsExtract.Learning.Neural;
using NewsExtract.Syntax.Network;

namespace NewsExtract.Tests.Syntax;

public class SyntaxGradientTests
{
    [Fact]
    public void Gradients_are_the_slopes_of_the_loss()
    {
        var network = new SyntaxNetwork(new SyntaxShape(Vector: 16, Word: 16, Affix: 16, AffixRows: 16, Width: 32, Layers: 2, TagLayers: 1, Arc: 32, Relation: 32));
        network.Initialise(3);
        var backward = new SyntaxBackward(network, new SyntaxDropout(0, 0, 0));
        Loss(network, backward);
        var gradients = (float[])backward.Gradients.Clone();
        var random = new SplitMix(9);
        var values = network.Parameters.Values;
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
            var above = Loss(network, backward);
            values[at] = kept - Step;
            var below = Loss(network, backward);
            values[at] = kept;
            ((above - below) / (2 * Step)).Should().BeApproximately(gradients[at], Math.Max(0.02, Math.Abs(gradients[at]) * 0.1), $"parameter {at}");
            checkedOnes++;
        }

        checkedOnes.Should().Be(60);
    }

    private static double Loss(SyntaxNetwork network, SyntaxBackward backward)
    {
        var batch = new SyntaxBatch();
        batch.Clear();
        for (var word = 0; word < 7; word++)
        {
            batch.Add();
            if (word is 4 or 6)
            {
                batch.EndSentence();
            }
        }

        var targets = new SyntaxTargets(0.7f);
        targets.Reserve(7);
        int[] heads = [1, -1, 1, 4, 1, 1, -1];
        for (var word = 0; word < 7; word++)
        {
            targets.Heads[word] = heads[word];
            targets.Penn[word] = (byte)(word * 5);
            targets.Upos[word] = (Upos)(word * 2);
            targets.Relations[word] = (Relation)(word * 6);
        }

        backward.Pass.Reserve(7);
        var random = new SplitMix(5);
        for (var i = 0; i < 7 * network.Shape.Input; i++)
        {
            backward.Pass.Inputs[i] = (2 * random.NextSingle()) - 1;
        }

        network.Prepare();
        return backward.Run(batch, targets, random);
    }
}
