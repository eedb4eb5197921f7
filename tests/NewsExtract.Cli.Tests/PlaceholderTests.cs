namespace NewsExtract.Cli.Tests;

public class PlaceholderTests
{
    [Fact]
    public void The_tool_has_its_assembly_name() => typeof(PlaceholderTests).Assembly.GetName().Name.Should().Be("NewsExtract.Cli.Tests");
}
