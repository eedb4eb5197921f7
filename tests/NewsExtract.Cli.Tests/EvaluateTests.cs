using System.Text.Json;

namespace NewsExtract.Cli.Tests;

public class EvaluateTests : Workspace
{
    private const string Text = "Ann Teal of Oslo said it was late. Bob Reed disagreed.";

    private string Annotation(string folder, string name, object entities)
    {
        var path = Path.Combine(Root, folder, name + ".json");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, JsonSerializer.Serialize(new { schema = "newsextract/1", article = new { id = name }, offsetUnit = "utf16", text = Text, entities }));
        return path;
    }

    private static object Entity(string id, string type, int start, int end) =>
        new { id, type, name = Text[start..end], mentions = new[] { new { start, end, text = Text[start..end], kind = "name" } } };

    [Fact]
    public void Figures_go_to_stdout_and_to_a_file_and_gates_decide_the_exit_code()
    {
        Annotation("gold", "a", new[] { Entity("e1", "PERSON", 0, 8), Entity("e2", "GPE", 12, 16), Entity("e3", "PERSON", 35, 43) });
        Annotation("found", "a", new[] { Entity("e1", "PERSON", 0, 8), Entity("e2", "LOC", 12, 16), Entity("e3", "ORG", 35, 43) });
        string[] command = ["evaluate", "--gold", Path.Combine(Root, "gold"), "--predicted", Path.Combine(Root, "found")];

        var result = Tool.Run([.. command, "--json", Path.Combine(Root, "figures.json"), "--fail-under", "entities.f1=0.66"]);

        result.ExitCode.Should().Be(0, result.ToString());
        result.Output.Should().Contain("overall").And.Contain("66.67");
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "figures.json")));
        var figures = json.RootElement.GetProperty("layers").GetProperty("entities").GetProperty("figures");
        figures.GetProperty("overall").GetProperty("f1").GetDouble().Should().Be(66.67, "a GPE is a LOC, and the type of one is wrong");
        figures.GetProperty("untyped_person_org_loc").GetProperty("f1").GetDouble().Should().Be(100);

        var missed = Tool.Run([.. command, "--fail-under", "entities.types.PERSON.r=0.9", "--fail-under", "entities.f1=0.1"]);
        missed.ExitCode.Should().Be(3);
        missed.Errors.Should().Contain("entities.types.PERSON.r is 50.00, less than 90.00");

        Tool.Run([.. command, "--fail-under", "quotes.f1=0.1"]).Errors.Should().Contain("NX0507");
    }

    [Fact]
    public void Validate_names_each_fault_and_its_place()
    {
        Annotation("gold", "right", new[] { Entity("e1", "PERSON", 0, 8) });
        var twice = new[] { Entity("e1", "PERSON", 0, 8), Entity("e1", "PERSON", 4, 11) };
        Annotation("gold", "twice", twice);
        var wrong = JsonSerializer.Serialize(new
        {
            schema = "newsextract/1",
            article = new { id = "wrong" },
            offsetUnit = "utf16",
            text = Text,
            quotes = new[]
            {
                new
                {
                    id = "q1",
                    type = "indirect",
                    content = new[] { new { start = 22, end = 33, text = "it was late" }, new { start = 30, end = 99, text = "late" } },
                    cue = new { start = 17, end = 24, text = "said it" },
                },
            },
        });
        File.WriteAllText(Path.Combine(Root, "gold", "wrong.json"), wrong);
        File.WriteAllText(Path.Combine(Root, "gold", "torn.json"), "{\"schema\"");

        var result = Tool.Run("validate", Path.Combine(Root, "gold"));

        result.ExitCode.Should().Be(2);
        result.Output.Should().Contain("twice.json: NX0514").And.Contain("twice.json: NX0516").And.Contain("torn.json: NX0501")
            .And.Contain("wrong.json: NX0511 quotes[0].content[1]").And.Contain("wrong.json: NX0517 quotes[0].content[1]").And.Contain("wrong.json: NX0518")
            .And.NotContain("right.json");
        result.Errors.Should().Contain("in 3 of 4 files");
        Tool.Run("validate", Path.Combine(Root, "gold", "right.json")).ExitCode.Should().Be(0);
    }
}
