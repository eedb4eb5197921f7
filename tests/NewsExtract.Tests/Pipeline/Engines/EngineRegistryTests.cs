using NewsExtract.Errors;
using NewsExtract.Learning;
using NewsExtract.Pipeline.Engines;

namespace NewsExtract.Tests.Pipeline.Engines;

public class EngineRegistryTests
{
    private static readonly EngineRegistry Registry = new EngineRegistry()
        .Add("zeta", static () => throw new InvalidOperationException("made too early"))
        .Add(EngineRegistry.DefaultName, static () => new DefaultEngine(ModelStore.Default))
        .AddAbsent("other", "dotnet build -p:WithOther=true")
        .AddAbsent(EngineRegistry.DefaultName, "never needed");

    [Fact]
    public void Names_start_with_the_default() => Registry.Names.Should().Equal("default", "zeta");

    [Fact]
    public void An_engine_is_made_by_name() => Registry.Create("default").Should().BeOfType<DefaultEngine>();

    [Fact]
    public void An_unknown_name_lists_those_that_there_are()
    {
        var act = () => Registry.Create("Default");
        act.Should().Throw<NewsExtractException>().Which.Info.Should().Match<ErrorInfo>(static e => e.Code == "NX0701" && e.Remedy.Contains("default, zeta"));
    }

    [Fact]
    public void An_engine_that_is_not_built_in_says_how_to_build_it_in()
    {
        var act = () => Registry.Create("other");
        act.Should().Throw<NewsExtractException>().Which.Info.Should().Match<ErrorInfo>(static e => e.Code == "NX0702" && e.Remedy.Contains("dotnet build -p:WithOther=true"));
    }
}
