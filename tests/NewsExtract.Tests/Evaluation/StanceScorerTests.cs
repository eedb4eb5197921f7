using System.Text.Json;
using NewsExtract.Evaluation;

namespace NewsExtract.Tests.Evaluation;

public sealed class StanceScorerTests : IDisposable
{
    private const string Text = "Ann Teal praised the plan. Bob Reed, her rival, attacked it. The mayor stayed calm.";

    private readonly string _root = Directory.CreateTempSubdirectory("newsextract-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static object Stance(string holder, string target, string polarity, string evidence) => new
    {
        id = $"s{holder.Length}{target.Length}{polarity.Length}{evidence.Length}",
        holder = Span(holder),
        target = Span(target),
        polarity,
        evidence = Span(evidence),
    };

    private static object Span(string words)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        return new { name = words, start, end = start + words.Length, text = words };
    }

    private string Write(string folder, params object[] stances)
    {
        var path = Directory.CreateDirectory(Path.Combine(_root, folder)).FullName;
        File.WriteAllText(Path.Combine(path, "a.json"), JsonSerializer.Serialize(new { schema = "newsextract/1", article = new { id = "a" }, offsetUnit = "utf16", text = Text, stances }));
        return path;
    }

    [Fact]
    public void Without_a_set_file_holder_target_polarity_and_evidence_decide()
    {
        var gold = Write(
            "gold",
            Stance("Ann Teal", "the plan", "support", "praised"),
            Stance("Bob Reed", "it", "oppose", "attacked"),
            new { id = "s9", holder = new { name = "author" }, target = Span("The mayor"), polarity = "neutral", evidence = Span("stayed calm") });
        var found = Write(
            "found",
            Stance("Teal", "plan", "support", "praised the plan"),
            Stance("Bob Reed", "it", "support", "attacked"),
            new { id = "s9", holder = new { name = "author" }, target = Span("mayor"), polarity = "neutral", evidence = Span("calm") },
            Stance("Ann Teal", "it", "oppose", "praised"));

        var result = Evaluator.Score(gold, found);

        result.Layers.Select(static l => l.Layer).Should().Equal(["stances"], "no other layer is labelled");
        result.Find("stances.stance.p").Should().Be(50);
        result.Find("stances.stance.r").Should().Be(66.67);
        result.Find("stances.f1").Should().Be(57.14);
        result.Find("stances.any_polarity.r").Should().Be(100);
        result.Find("stances.polarity_accuracy_on_matched").Should().Be(66.67);
        result.Find("stances.nothing.f1").Should().BeNull();
    }
}
