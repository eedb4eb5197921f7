using System.Text;
using CsCheck;
using NewsExtract.Documents;
using NewsExtract.Errors;
using NewsExtract.Evaluation;
using NewsExtract.Formats;
using NewsExtract.Formats.Csv;
using NewsExtract.Formats.Json;

namespace NewsExtract.Tests.Formats;

public class AnnotationRoundTripTests
{
    [Theory]
    [InlineData(OffsetUnit.Utf16)]
    [InlineData(OffsetUnit.CodePoint)]
    public void What_is_read_back_is_what_was_written(OffsetUnit unit)
    {
        var article = AnnotationBuilder.Build(SampleDocument.Make(), new AnnotationOptions(unit));
        var json = AnnotationWriter.ToJson(article);

        var back = AnnotationReader.Read(Encoding.UTF8.GetBytes(json), "x");

        AnnotationWriter.ToJson(back).Should().Be(json);
        AnnotationValidator.Check(back).Should().BeEmpty();
        json.Should().Contain("“It's ").And.EndWith("}\n").And.NotContain("\r");
        AnnotationWriter.ToJson(article, indented: false).Should().NotContain("\n");
    }

    [Fact]
    public void Offsets_count_what_the_unit_says()
    {
        var utf16 = AnnotationBuilder.Build(SampleDocument.Make(), new AnnotationOptions(OffsetUnit.Utf16)).Entities[0].Mentions[0].Span;
        var codePoint = AnnotationBuilder.Build(SampleDocument.Make(), new AnnotationOptions(OffsetUnit.CodePoint)).Entities[0].Mentions[0].Span;
        (utf16.Start, codePoint.Start).Should().Be((3, 2));
        utf16.Text.Should().Be(codePoint.Text);
    }

    [Fact]
    public void Belief_is_left_out_on_request_and_nothing_points_at_it()
    {
        var article = AnnotationBuilder.Build(SampleDocument.Make(), new AnnotationOptions(IncludeBelief: false));
        article.Quotes.Select(static q => q.Id).Should().Equal("q1");
        article.Stances[0].Quote.Should().BeNull();
    }

    [Fact]
    public void Unsure_stances_are_left_out_on_request_and_neutral_ones_stay()
    {
        AnnotationBuilder.Build(SampleDocument.Make(), new AnnotationOptions(StanceThreshold: 0.95)).Stances.Select(static s => s.Id).Should().Equal("s2");
        AnnotationBuilder.Build(SampleDocument.Make(), new AnnotationOptions(StanceThreshold: 0.9)).Stances.Select(static s => s.Id).Should().Equal("s1", "s2");
    }

    [Fact]
    public void A_layer_that_no_stage_gave_is_absent_not_empty()
    {
        var article = AnnotationBuilder.Build(new Document(new Article { Id = "a", Text = "x" }), new AnnotationOptions());
        AnnotationWriter.ToJson(article).Should().NotContain("entities").And.NotContain("quotes").And.NotContain("stances");
        var back = AnnotationReader.Read(Encoding.UTF8.GetBytes(AnnotationWriter.ToJson(article)), "x");
        back.Entities.IsDefault.Should().BeTrue();
    }

    [Theory]
    [InlineData("[]", "not an object")]
    [InlineData("""{"schema": "newsextract/1"}""", "\"article\" is missing")]
    [InlineData("""{"schema": "newsextract/9"}""", "\"schema\"")]
    [InlineData("""{"schema": "newsextract/1", "article": {"id": "a"}, "text": "x", "quotes": [{"id": "q1", "type": "loud"}]}""", "\"loud\"")]
    public void A_file_of_another_form_is_named_as_such(string json, string problem)
    {
        var read = () => AnnotationReader.Read(Encoding.UTF8.GetBytes(json), "file.json");
        read.Should().Throw<NewsExtractException>().Which.Info.Should().Match<ErrorInfo>(e => e.Code == "NX0502" && e.Message.Contains("file.json") && e.Message.Contains(problem));
    }

    [Fact]
    public void Offset_maps_go_there_and_back() =>
        Pick.From("a", "é", "🚢", "\r\n", "👩\u200D🚀").Array[0, 20].Select(static parts => string.Concat(parts)).Sample(static text =>
        {
            var map = new OffsetMap(text, OffsetUnit.CodePoint);
            map.CodePointCount.Should().Be(text.EnumerateRunes().Count());
            for (var point = 0; point <= map.CodePointCount; point++)
            {
                map.FromUtf16(map.ToUtf16(point)).Should().Be(point);
            }

            (map.ToUtf16(-1), map.ToUtf16(map.CodePointCount + 1)).Should().Be((-1, -1));
        });

    [Fact]
    public void Tables_have_a_row_an_item_and_their_header()
    {
        var article = AnnotationBuilder.Build(SampleDocument.Make(), new AnnotationOptions());
        var settings = new CsvSettings();
        string Rows(CsvTable table) => Encoding.UTF8.GetString(RunRows.Of(table, article, settings));

        Rows(CsvTable.Quotes).Split("\r\n")[0].Should().Be(
            "a/b,q1,direct,true,Ann Teal,e1,Ann Teal of Oslo,said,It's … 🎉 late.,28,41,28..32 33..41,3,19,20,24,0.75");
        Rows(CsvTable.Entities).Split("\r\n").Should().HaveCount(4).And.Contain("a/b,e3,PERSON,'=Bob,1,1,0,0,55,59,,");
        Rows(CsvTable.Stances).Should().Contain("a/b,s2,author,,neutral,Oslo,e2,Oslo,15,19,,,15,19,,0.4,");
        foreach (var table in CsvTable.OfRun)
        {
            var header = Encoding.UTF8.GetString(CsvRowWriter.Prologue(table, settings));
            header.Should().StartWith("\uFEFFarticle,").And.EndWith("\r\n");
            header.Count(static c => c == ',').Should().Be(table.Columns.Length - 1);
        }

        var unguarded = Encoding.UTF8.GetString(RunRows.Of(CsvTable.Entities, article, new CsvSettings(GuardFormulas: false)));
        unguarded.Should().Contain(",=Bob,");
        Encoding.UTF8.GetString(ArticleCsv.Write(article, settings)).Split("\r\n").Should().HaveCount(1 + 4 + 2 + 2 + 1);
    }
}
