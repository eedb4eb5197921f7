using NewsExtract.Learning.Neural;

namespace NewsExtract.Tests.Learning.Neural;

public sealed class GatedRecurrenceTests
{
    private const int Width = 64;
    private const int Rows = 9;

    [Theory]
    [InlineData(0, 8)]
    [InlineData(3, 5)]
    [InlineData(4, 4)]
    [InlineData(0, 0)]
    [InlineData(8, 8)]
    public void At_two_rows_it_gives_the_same_bits_as_for_all(int early, int late)
    {
        var parameters = new ParameterSet();
        var layer = new GatedRecurrence(parameters, "layer", Width);
        parameters.Seal();
        var random = new SplitMix(7);
        layer.Initialise(parameters, random);
        layer.Prepare(parameters);
        var x = Enumerable.Range(0, Rows * Width).Select(_ => random.NextSingle() - 0.5f).ToArray();
        var (all, two) = (new float[Rows * Width], new float[Rows * Width]);

        layer.Forward(x, x, [0, Rows], new float[Rows * layer.GateWidth], new float[Rows * Width], all);
        layer.ForwardAt(x, Rows, early, late, new float[Rows * layer.GateWidth], two);

        GatedRecurrence.HasWholePanels(Width).Should().BeTrue();
        foreach (var row in (int[])[early, late])
        {
            two.AsSpan(row * Width, Width).ToArray().Should().Equal(all.AsSpan(row * Width, Width).ToArray());
        }
    }
}
