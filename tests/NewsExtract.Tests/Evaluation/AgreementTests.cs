using System.Diagnostics;
using System.Text.Json;
using NewsExtract.Evaluation;

namespace NewsExtract.Tests.Evaluation;

/// <summary>The figures are those of the project's scoring script, to the last digit, on invented articles. Skipped where the script or Python is not there.</summary>
public sealed class AgreementTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("newsextract-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("entities", "entities")]
    [InlineData("quotes", "quotes")]
    [InlineData("stances", "seesaw")]
    [InlineData("stances", "dse")]
    [InlineData("stances", "mpqa")]
    [InlineData("stances", "basil")]
    public void Figures_agree_with_the_scoring_script(string layer, string scorer)
    {
        var script = Repository.Shared is { } shared ? Path.Combine(shared, "tools", "score.py") : null;
        Assert.SkipUnless(File.Exists(script), "Needs ../shared/tools/score.py.");
        for (var seed = 1; seed <= 4; seed++)
        {
            var (gold, predicted, figures) = (Path.Combine(_root, $"gold{seed}"), Path.Combine(_root, $"found{seed}"), Path.Combine(_root, $"{seed}.json"));
            new InventedSet(seed).Write(gold, predicted, layer, scorer);
            RunPython(script!, layer, "--gold", gold, "--predicted", predicted, "--json", figures);
            using var expected = JsonDocument.Parse(File.ReadAllText(figures));
            using var found = JsonDocument.Parse(FigureJson.Write(Evaluator.Score(gold, predicted)));

            var theirs = Flatten(expected.RootElement.GetProperty("figures")).ToDictionary();
            var ours = Flatten(found.RootElement.GetProperty("layers").GetProperty(layer).GetProperty("figures")).ToDictionary();

            ours.Keys.Should().BeEquivalentTo(theirs.Keys);
            ours.Where(pair => Math.Abs(pair.Value - theirs[pair.Key]) > 0.011).Should().BeEmpty("seed {0}", seed);
            ours.Values.Should().Contain(static value => value > 0);
        }
    }

    private static IEnumerable<KeyValuePair<string, double>> Flatten(JsonElement node, string prefix = "") =>
        node.EnumerateObject().SelectMany(property => property.Value.ValueKind == JsonValueKind.Object
            ? Flatten(property.Value, $"{prefix}{property.Name}.")
            : [KeyValuePair.Create(prefix + property.Name, property.Value.GetDouble())]);

    private static void RunPython(params string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("python3", args) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.Should().Be(0, errors.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("Needs python3.");
        }
    }
}
