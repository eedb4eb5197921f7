using System.Text.Json;
using NewsExtract.Evaluation;

namespace NewsExtract.Tests.Evaluation;

public sealed class CoreferenceScorerTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("newsextract-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Write(string folder, params (int Start, string Kind)[][] entities)
    {
        const string Text = "Ann met Bob. She saw him. It was fine.";
        var path = Directory.CreateDirectory(Path.Combine(_root, folder)).FullName;
        var written = entities.Select((mentions, i) => new
        {
            id = $"e{i}",
            type = "PERSON",
            name = "x",
            mentions = mentions.Select(static m => new { start = m.Start, end = m.Start + 3, text = Text.Substring(m.Start, 3), kind = m.Kind }),
        });
        File.WriteAllText(Path.Combine(path, "a.json"), JsonSerializer.Serialize(new { schema = "newsextract/1", article = new { id = "a" }, offsetUnit = "utf16", text = Text, entities = written }));
        return path;
    }

    [Fact]
    public void Chains_are_scored_where_they_are_labelled()
    {
        var gold = Write("gold", [(0, "name"), (13, "pronoun")], [(8, "name"), (21, "pronoun")]);
        Evaluator.Score(gold, gold).Find("coreference.f1").Should().Be(100);

        var swapped = Write("swapped", [(0, "name"), (21, "pronoun")], [(8, "name"), (13, "pronoun")]);
        var result = Evaluator.Score(gold, swapped);
        result.Find("coreference.muc.f1").Should().Be(0, "no link is right");
        result.Find("coreference.b_cubed.f1").Should().Be(50);
        result.Find("entities.f1").Should().Be(100, "the names are right");
    }

    [Fact]
    public void Names_alone_are_no_labels_of_coreference()
    {
        var gold = Write("gold", [(0, "name")], [(8, "name")]);
        Evaluator.Score(gold, gold).Layers.Select(static l => l.Layer).Should().Equal("entities");
    }
}
