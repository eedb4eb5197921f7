using NewsExtract.Quotes.Cascade;
using NewsExtract.Quotes.Text;

namespace NewsExtract.Tests.Quotes.Cascade;

public class SourcePhrasesTests
{
    [Theory]
    [InlineData("“It is over,” Tove Lind said of the long dispute.", "said", "It is over", "the long dispute", "It is over")]
    [InlineData("“It is over,” Tove Lind said. She shut the door.", "said", "It is over", "She shut the door", "It is over|She shut the door")]
    [InlineData("“The roof leaks,” Marsh wrote, “and the walls are wet.”", "wrote", "The roof leaks", "and the walls are wet", "The roof leaks|and the walls are wet")]
    [InlineData("A “bad idea” was all that Marsh saw in the plan.", "saw", "bad idea", "the plan", "bad idea|the plan")]
    public void A_quotation_closed_by_a_comma_does_not_go_on_behind_its_cue_without_marks(string text, string cue, string first, string second, string expected)
    {
        var parsed = new ParsedSheet(text);
        var draft = new QuoteDraft { Cue = parsed.Range(cue) };
        draft.Content.Add(parsed.Range(first));
        draft.Content.Add(parsed.Range(second));

        SourcePhrases.Complete(parsed.Sheet, draft);

        draft.Content.Select(parsed.Text).Should().Equal(expected.Split('|'));
    }
}
