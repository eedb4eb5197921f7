using NewsExtract.Pipeline.Batch;

namespace NewsExtract.Tests.Pipeline.Batch;

public class OutputNamesTests
{
    [Theory]
    [InlineData("world/harbour", "world/harbour")]
    [InlineData("../../etc/passwd", "_/_/etc/passwd")]
    [InlineData("/absolute", "absolute")]
    [InlineData("a//b/./c", "a/b/_/c")]
    [InlineData("C:\\x|y?", "C__x_y_")]
    [InlineData("nul", "_nul")]
    [InlineData("Com1.tar", "_Com1.tar")]
    [InlineData("dots...", "dots")]
    [InlineData("line\nbreak\ttab", "line_break_tab")]
    [InlineData("", "_")]
    public void Names_are_safe_on_every_file_system(string id, string name) => OutputNames.Safe(id).Should().Be(name);

    [Fact]
    public void Long_names_are_cut_and_stay_apart()
    {
        var names = new[] { new string('é', 300) + "1", new string('é', 300) + "2", string.Concat(Enumerable.Repeat("🚢", 200)) }.Select(OutputNames.Safe).ToList();
        names.Should().OnlyHaveUniqueItems().And.OnlyContain(static name => System.Text.Encoding.UTF8.GetByteCount(name) < 250);
    }

    [Fact]
    public void Each_name_is_given_once_whatever_its_case()
    {
        var names = new OutputNames();
        names.Take("a", "a.txt").Should().Be("a");
        names.Take("A", "A.md").Should().Be("A.md");
        names.Take("a").Should().Be("a-2");
        names.Take("a").Should().Be("a-3");
    }
}
