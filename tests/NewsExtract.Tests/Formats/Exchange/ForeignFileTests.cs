using NewsExtract.Errors;
using NewsExtract.Formats;
using NewsExtract.Formats.Exchange;

namespace NewsExtract.Tests.Formats.Exchange;

/// <summary>Files that other tools wrote, and files that cannot be used.</summary>
public sealed class ForeignFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newsextract-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_people_drew_in_label_studio_is_read()
    {
        var article = Read("labelstudio", "tasks.json", """
            [{"id": 7, "data": {"text": "🚢 Bo Ek said \"no\" to Rigo."}, "predictions": [{"result": []}], "annotations": [{"was_cancelled": true, "result": []}, {"result": [
              {"id": "a", "from_name": "label", "to_name": "text", "type": "labels", "value": {"start": 2, "end": 7, "text": "Bo Ek", "labels": ["PERSON"]}, "origin": "manual"},
              {"id": "b", "from_name": "label", "to_name": "text", "type": "labels", "value": {"start": 14, "end": 16, "labels": ["Quote_direct"]}},
              {"id": "c", "from_name": "label", "to_name": "text", "type": "labels", "value": {"start": 8, "end": 12, "labels": ["Cue"]}, "meta": {"text": ["sure?"]}},
              {"id": "d", "from_name": "label", "to_name": "text", "type": "labels", "value": {"start": 13, "end": 17, "labels": ["Stance_oppose"]}},
              {"id": "e", "from_name": "label", "to_name": "text", "type": "labels", "value": {"start": 21, "end": 25, "labels": ["Target"]}},
              {"id": "f", "from_name": "score", "to_name": "text", "type": "rating", "value": {"rating": 4}},
              {"type": "relation", "from_id": "c", "to_id": "b", "direction": "right", "labels": ["CueOf"]},
              {"type": "relation", "from_id": "d", "to_id": "e", "direction": "left", "labels": ["TargetOf"]}]}]}]
            """).Single();

        article.Entities.Should().ContainSingle().Which.Should().Match<AnnotatedEntity>(static e => e.Name == "Bo Ek" && e.Mentions[0].Span.Start == 3);
        article.Quotes.Should().ContainSingle().Which.Should().Match<AnnotatedQuote>(static q => q.Content[0].Text == "no" && q.Cue!.Text == "said" && q.Id == "q1");
        article.Stances.Should().ContainSingle().Which.Should().Match<AnnotatedStance>(static s => s.Target.Name == "Rigo" && s.Holder.Name == "author" && s.Evidence!.Text == "\"no\"");
        article.Tool.Should().BeNull();
    }

    [Fact]
    public void Doccano_s_plain_labels_and_its_relations_are_read()
    {
        var articles = Read("doccano", "all.jsonl", """
            {"text": "🚢 Bo Ek sails.", "label": [[2, 7, "PERSON"]]}

            {"id": 9, "text": "Bo Ek sails. He is late.", "entities": [{"id": 31, "label": "PERSON", "start_offset": 0, "end_offset": 5}, {"id": 44, "label": "PERSON", "start_offset": 13, "end_offset": 15}],
            """.TrimEnd() + """ "relations": [{"id": 1, "from_id": 44, "to_id": 31, "type": "SameAs"}], "Comments": ["x"]}""");

        articles.Select(static a => a.Id).Should().Equal("all-1", "all-3");
        articles[0].Entities.Single().Mentions.Single().Span.Should().Be(new AnnotatedSpan(3, 8, "Bo Ek"));
        articles[0].Quotes.IsDefault.Should().BeTrue("a layer that nobody labelled is absent");
        articles[1].Entities.Should().ContainSingle().Which.Mentions.Select(static m => m.Span.Text).Should().Equal("Bo Ek", "He");
    }

    [Fact]
    public void Web_annotations_are_found_again_in_a_text_that_has_changed()
    {
        Write("a.txt", "NEW: 🚢 Bo Ek, and once more Bo Ek.");
        var article = Read("w3c", "a.jsonld", """
            {"items": [{"id": "x", "type": "Annotation", "body": [{"type": "TextualBody", "purpose": "tagging", "value": "PERSON"}], "target": {"source": "a.txt", "selector": [
              {"type": "TextPositionSelector", "start": 2, "end": 7}, {"type": "TextQuoteSelector", "exact": "Bo Ek", "prefix": "🚢 ", "suffix": ","}]}}]}
            """).Single();
        article.Entities.Single().Mentions.Single().Span.Should().Be(new AnnotatedSpan(8, 13, "Bo Ek"));
    }

    [Theory]
    [InlineData("labelstudio", "t.json", "[{]", "NX0501", "line 1")]
    [InlineData("labelstudio", "t.json", "[{\"data\": {}}]", "NX0603", "$[0].data has no \"text\"")]
    [InlineData("labelstudio", "t.json", "[7]", "NX0603", "$[0] is not an object")]
    [InlineData("labelstudio", "t.json", """{"data": {"text": "🚢"}, "annotations": [{"result": [{"id": "a", "type": "labels", "value": {"start": 0, "end": 2, "labels": ["ORG"]}}]}]}""", "NX0604", "$.annotations[0].result[0]")]
    [InlineData("labelstudio", "t.json", """{"data": {"text": "x", "newsextract": {"schema": "other"}}}""", "NX0502", "schema")]
    [InlineData("labelstudio", "t.json", """{"data": {"text": "\ud83d"}}""", "NX0603", "$.data.text holds half a surrogate pair")]
    [InlineData("doccano", "d.jsonl", "{\"text\": \"x\"}\n{\"text\": 3}", "NX0603", "d.jsonl:2")]
    [InlineData("doccano", "d.jsonl", "{\"text\": \"x\", \"label\": [[0, 1]]}", "NX0603", "$.label[0] is not [start, end, label]")]
    [InlineData("doccano", "d.jsonl", "{\"text\": \"x\", \"label\": [[0, 2, \"ORG\"]]}", "NX0604", "0..2")]
    [InlineData("doccano", "d.jsonl", "{\"text\": \"x\"", "NX0501", "d.jsonl:1")]
    [InlineData("w3c", "w.jsonld", "{\"items\": [{\"target\": \"x\"}]}", "NX0603", "$.items[0] has no body")]
    [InlineData("w3c", "w.jsonld", "[]", "NX0108", "w.txt")]
    [InlineData("conll", "c.conll", "# id = c\n# text = Bo Ek", "NX0501", "c.conll:2")]
    [InlineData("conll", "c.conll", "# text = 7", "NX0603", "c.conll:1")]
    [InlineData("brat", "b.ann", "T1\tPERSON 0 1\tx", "NX0108", "b.txt")]
    [InlineData("jsonl", "annotations.jsonl", "{\"schema\": \"newsextract/1\", \"article\": {\"id\": \"a\"}, \"text\": \"x\", \"sentences\": [{\"start\": 0, \"end\": 2}]}", "NX0511", "annotations.jsonl:1")]
    [InlineData("json", "j.json", "{\"schema\": \"newsextract/1\", \"article\": {\"id\": \"a\"}, \"text\": \"🚢\", \"sentences\": [{\"start\": 0, \"end\": 1}]}", "NX0511", "j.json")]
    public void A_file_that_cannot_be_used_is_named_with_the_place(string format, string name, string contents, string code, string place)
    {
        if (format == "w3c" && code != "NX0108")
        {
            Write("w.txt", "x");
        }

        var read = () => Read(format, name, contents);
        read.Should().Throw<NewsExtractException>().Which.Info.Should().Match<ErrorInfo>(e => e.Code == code && e.Message.Contains(place) && e.Remedy.Length > 0);
    }

    [Theory]
    [InlineData("T1\tPERSON 0 9\tx", "NX0602")]
    [InlineData("T1\tPERSON \t", "NX0602")]
    [InlineData("T1\tPERSON 0 1\tx\n#1\tAnnotatorNotes T1\t{broken", "NX0602")]
    public void A_brat_line_that_cannot_be_used_is_named(string lines, string code)
    {
        Write("b.txt", "xy");
        var read = () => Read("brat", "b.ann", lines);
        read.Should().Throw<NewsExtractException>().Which.Info.Should().Match<ErrorInfo>(e => e.Code == code && e.Message.Contains("b.ann:"));
    }

    [Fact]
    public void A_text_that_lost_the_words_is_an_error()
    {
        Write("w.txt", "Something else.");
        var read = () => Read("w3c", "w.jsonld", """
            [{"id": "x", "body": {"purpose": "tagging", "value": "ORG"}, "target": {"selector": [{"type": "TextPositionSelector", "start": 0, "end": 3}, {"type": "TextQuoteSelector", "exact": "Rigo"}]}}]
            """);
        read.Should().Throw<NewsExtractException>().Which.Info.Code.Should().Be("NX0605");
    }

    private void Write(string name, string contents) => File.WriteAllText(Path.Combine(_folder.FullName, name), contents);

    private List<AnnotatedArticle> Read(string format, string name, string contents)
    {
        Write(name, contents);
        return [.. ExchangeFormats.Find(format).Read(_folder.FullName).Select(static item => item.Article)];
    }
}
