using CsCheck;
using NewsExtract.Formats;
using NewsExtract.Formats.Exchange;
using NewsExtract.Formats.Json;

namespace NewsExtract.Tests.Formats.Exchange;

/// <summary>JSON to another format and back: every span, link and attribute is there again.</summary>
public class ExchangeRoundTripTests
{
    [Theory]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("labelstudio")]
    [InlineData("doccano")]
    [InlineData("w3c")]
    public void A_round_trip_keeps_everything(string format) =>
        HostileArticle.Of(isWhole: true).Sample(article => There(format, article).Should().Be(AnnotationWriter.ToJson(article)));

    [Fact]
    public void A_round_trip_by_brat_keeps_every_span_and_link() =>
        HostileArticle.Of(isWhole: false).Sample(static article => There("brat", article).Should().Be(AnnotationWriter.ToJson(article)));

    [Fact]
    public void Conll_keeps_names_that_stand_apart()
    {
        var article = AnnotationBuilder.Build(SampleDocument.Make(), new AnnotationOptions());
        var back = AnnotatedAfter("conll", article);
        back.Text.Should().Be(article.Text);
        back.Entities.SelectMany(static e => e.Mentions).Select(static m => m.Span).Should().BeEquivalentTo(
            article.Entities.SelectMany(static e => e.Mentions).Where(static m => m.Kind == NewsExtract.Documents.MentionKind.Name).Select(static m => m.Span));
    }

    [Theory]
    [InlineData("brat")]
    [InlineData("labelstudio")]
    [InlineData("doccano")]
    [InlineData("w3c")]
    public void Offsets_in_code_points_come_back_as_UTF_16(string format)
    {
        var utf16 = AnnotationBuilder.Build(SampleDocument.Make(), new AnnotationOptions(OffsetUnit.Utf16));
        var points = AnnotationBuilder.Build(SampleDocument.Make(), new AnnotationOptions(OffsetUnit.CodePoint));
        AnnotationWriter.ToJson(AnnotatedAfter(format, points) with { Sentences = default }).Should().Be(AnnotationWriter.ToJson(AnnotatedAfter(format, utf16) with { Sentences = default }));
    }

    private static string There(string format, AnnotatedArticle article) => AnnotationWriter.ToJson(AnnotatedAfter(format, article));

    private static AnnotatedArticle AnnotatedAfter(string format, AnnotatedArticle article)
    {
        var folder = Directory.CreateTempSubdirectory("newsextract-");
        try
        {
            var exchange = ExchangeFormats.Find(format);
            exchange.Write(folder.FullName, [("x/y", article)]);
            return exchange.Read(folder.FullName).Should().ContainSingle().Subject.Article;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
