using NewsExtract.Entities.Recognition;
using NewsExtract.Entities.Training;

namespace NewsExtract.Tests.Entities.Training;

public class HeadlineWriterTests
{
    [Fact]
    public void Headlines_keep_their_words_and_labels_and_change_only_capitals()
    {
        var document = Document();
        var written = new HeadlineWriter(3).Rewrite(document, 0.5);

        written.Labels.Should().Equal(document.Labels);
        written.Tokens.Select(t => t.Of(written.Text).ToUpperInvariant()).Should().Equal(document.Tokens.Select(t => t.Of(document.Text).ToUpperInvariant()));
        written.Sentences.Select(s => written.Tokens[s.Start].Of(written.Text)).Distinct().Should().HaveCountGreaterThan(1, "some are in capitals, others are titles");
    }

    [Fact]
    public void A_share_of_nothing_changes_nothing_and_a_seed_always_gives_the_same()
    {
        new HeadlineWriter(3).Rewrite(Document(), 0).Text.Should().Be(Document().Text);
        new HeadlineWriter(3).Rewrite(Document(), 0.3).Text.Should().Be(new HeadlineWriter(3).Rewrite(Document(), 0.3).Text);
    }

    private static LabelledDocument Document()
    {
        var builder = new DocumentBuilder("made up");
        for (var i = 0; i < 20; i++)
        {
            builder.Add("Verdin", NameTypes.Begin(NameTypes.Org));
            builder.Add("Foods", NameTypes.Inside(NameTypes.Org));
            builder.Add("sells", NameTypes.Outside);
            builder.Add("of", NameTypes.Outside);
            builder.EndSentence();
        }

        return builder.Build();
    }
}
