using NewsExtract.Quotes.Speakers;

namespace NewsExtract.Tests.Quotes.Speakers;

public class PassiveCueTests
{
    [Theory]
    [InlineData("The bureau was warned about the dam in March.", "was warned", "The bureau", true)]
    [InlineData("Tove Lind had shrugged when asked whether the bakery would close.", "asked", "Tove Lind", true)]
    [InlineData("The bureau warned the farmers about the dam in March.", "warned", "The bureau", false)]
    [InlineData("Some members were heard saying that the vote was bought.", "were heard saying", "Some members", false)]
    [InlineData("He's said that the vote was bought.", "'s said", "He", false)]
    public void The_subject_of_a_passive_cue_is_no_source(string text, string cue, string source, bool expected)
    {
        var parsed = new ParsedSheet(text);
        PassiveCue.Bars(parsed.Sheet, parsed.Range(cue), parsed.Range(source)).Should().Be(expected);
    }

    [Theory]
    [InlineData("Halvorsen left after being warned by the harbour agency that the quay was unsafe.", "warned", "the quay was unsafe", "the harbour agency")]
    [InlineData("The bureau was warned about the dam by two engineers.", "was warned", "the dam", "two engineers")]
    [InlineData("The bureau was warned about the dam by Monday.", "was warned", "the dam", "")]
    [InlineData("The bureau warned the farmers about the dam.", "warned", "the dam", "")]
    public void The_agent_of_a_passive_cue_is(string text, string cue, string content, string expected)
    {
        var parsed = new ParsedSheet(text);
        parsed.Text(PassiveCue.Agent(parsed.Sheet, parsed.Range(cue), [parsed.Range(content)])).Should().Be(expected);
    }
}
