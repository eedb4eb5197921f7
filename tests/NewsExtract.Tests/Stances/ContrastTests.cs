using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Pipeline;

namespace NewsExtract.Tests.Stances;

/// <summary>Pairs of sentences that differ in one thing which turns or cancels a stance; a pair counts when both are right.</summary>
public sealed class ContrastTests(ITestOutputHelper output)
{
    private const double Wanted = 0.9;

    private static readonly Lazy<(string Family, bool Right, string Line)[]> Results = new(Run);

    [Fact]
    public void Nine_pairs_in_ten_are_right()
    {
        foreach (var family in Results.Value.GroupBy(static r => r.Family))
        {
            output.WriteLine($"{family.Key}: {family.Count(static r => r.Right)} of {family.Count()}");
        }

        foreach (var (_, _, line) in Results.Value.Where(static r => !r.Right))
        {
            output.WriteLine(line);
        }

        Results.Value.Length.Should().BeGreaterThanOrEqualTo(75);
        Results.Value.Average(static r => r.Right ? 1.0 : 0.0).Should().BeGreaterThanOrEqualTo(Wanted);
    }

    [Theory]
    [InlineData("negation")]
    [InlineData("passive")]
    [InlineData("contrast")]
    [InlineData("denial")]
    [InlineData("comparison")]
    [InlineData("two targets")]
    [InlineData("hedge")]
    [InlineData("nested quote")]
    [InlineData("sarcasm left alone")]
    public void Most_pairs_of_a_family_are_right(string family)
    {
        var pairs = Results.Value.Where(r => r.Family == family).ToArray();
        pairs.Length.Should().BeGreaterThanOrEqualTo(5);
        pairs.Average(static r => r.Right ? 1.0 : 0.0).Should().BeGreaterThanOrEqualTo(0.7, string.Join('\n', pairs.Where(static p => !p.Right).Select(static p => p.Line)));
    }

    private static (string Family, bool Right, string Line)[] Run()
    {
        var pipeline = DefaultPipeline.Build(ModelStore.Default);
        using var stream = typeof(ContrastTests).Assembly.GetManifestResourceStream("stances.contrast.tsv")!;
        using var reader = new StreamReader(stream);
        var results = new List<(string, bool, string)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var cells = line.Split('\t');
            var (first, second) = (Found(pipeline, cells[4], cells[1], cells[2]), Found(pipeline, cells[6], cells[1], cells[2]));
            results.Add((cells[0], first == cells[3] && second == cells[5], $"{cells[1]} > {cells[2]}: {first}{cells[3]} {cells[4]} | {second}{cells[5]} {cells[6]}"));
        }

        return [.. results];
    }

    private static string Found(NewsPipeline pipeline, string sentence, string holder, string target)
    {
        var stances = pipeline.Annotate(new Article { Id = "contrast", Text = sentence }).Get<StanceLayer>().Stances
            .Where(s => s.Polarity != Polarity.Neutral && Names(s.Holder, holder) && Names(s.Target, target)).ToArray();
        return stances.Length == 0 ? "0" : stances.All(static s => s.Polarity == Polarity.Support) ? "+" : stances.All(static s => s.Polarity == Polarity.Oppose) ? "-" : "?";
    }

    private static bool Names(StanceSide side, string name) => side.Name.Contains(name, StringComparison.OrdinalIgnoreCase);
}
