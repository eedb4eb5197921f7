using NewsExtract.Formats.Csv;

namespace NewsExtract.Tests.Formats;

public class FormulaGuardTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+cmd")]
    [InlineData("-cmd")]
    [InlineData("@SUM(A1)")]
    [InlineData(" =1+1")]
    [InlineData("\n=1+1")]
    [InlineData("\t=1+1")]
    [InlineData("\tplain text after a tab")]
    [InlineData("\u200B=1+1")]
    [InlineData("\uFEFF=1+1")]
    [InlineData("\u00A0\u3000=1+1")]
    [InlineData("\u202E=1+1")]
    [InlineData("\uFF1D1+1")]
    [InlineData("\uFF0B1")]
    [InlineData("\uFF0D1")]
    [InlineData("\uFF20SUM")]
    [InlineData("-5%")]
    [InlineData("-2+3+cmd|' /C calc'!A0")]
    public void Text_that_a_spreadsheet_might_run_gets_an_apostrophe(string text) => FormulaGuard.Guard(text).Should().Be("'" + text);

    [Theory]
    [InlineData("")]
    [InlineData("Ann Teal")]
    [InlineData("-5")]
    [InlineData("-5.25")]
    [InlineData("+3")]
    [InlineData("1-2")]
    [InlineData("'quoted'")]
    [InlineData("“=”")]
    [InlineData("12..40 50..60")]
    public void Other_text_stays_as_it_is(string text) => FormulaGuard.Guard(text).Should().Be(text);
}
