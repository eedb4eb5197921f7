using System.Text.Json;

namespace NewsExtract.Cli.Tests;

public class EngineTests : Workspace
{
    [Fact]
    public void Another_engine_gives_a_run_that_is_not_mixed_with_the_default_ones()
    {
        Write("harbour.txt", Article());
        Tool.Run("run", In, "-o", Out).ExitCode.Should().Be(0);
        var before = Configuration();

        var result = Tool.Run("run", In, "-o", Out, "--engine", "reduced");

        result.ExitCode.Should().Be(0, result.ToString());
        Configuration().Should().NotBe(before);
        Tool.Run("validate", Out).ExitCode.Should().Be(0);
    }

    [Fact]
    public void Nothing_is_written_for_an_engine_that_is_not_built_in()
    {
        Write("harbour.txt", Article());
        Tool.Run("run", In, "-o", Out, "--engine", "catalyst").ExitCode.Should().Be(1);
        Directory.Exists(Out).Should().BeFalse();
    }

    private string Configuration()
    {
        using var run = JsonDocument.Parse(ReadOutput("run.json"));
        return run.RootElement.GetProperty("tool").GetProperty("configuration").GetString()!;
    }
}
