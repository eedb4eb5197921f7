using System.Text.Json;
using System.Text.Json.Nodes;
using NewsExtract.Formats.Exchange.Standoff;

namespace NewsExtract.Formats.Exchange;

/// <summary>
/// doccano's JSONL with relations, one article a line of <c>doccano.jsonl</c>; its plain sequence labels (<c>[start, end, label]</c>) are read too, and arrays
/// in <c>.json</c>. doccano numbers spans anew, so notes are kept beside them in a field of their own, by label and offsets. Offsets count code points.
/// </summary>
internal sealed class DoccanoFormat : IExchangeFormat
{
    private const string Own = "newsextract";

    public string Name => "doccano";

    public string Description => "doccano.jsonl with relations; offsets count code points";

    public IEnumerable<(string Name, AnnotatedArticle Article)> Read(string path)
    {
        if (File.Exists(path) && path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return ExchangeJson.Parse(ExchangeFiles.Read(path), path, Name).Items().Select((item, index) => Line(item, $"{Path.GetFileNameWithoutExtension(path)}-{index + 1}"));
        }

        return ExchangeFiles.Find(path, ".jsonl").SelectMany(file => ExchangeFiles.Lines(file.Path)
            .Select(line => Line(ExchangeJson.Parse(line.Text, $"{file.Path}:{line.Number}", Name), $"{file.Name}-{line.Number}")));
    }

    public void Write(string folder, IEnumerable<(string Name, AnnotatedArticle Article)> articles)
    {
        using var lines = ExchangeFiles.Open(folder, "doccano.jsonl");
        var number = 0;
        foreach (var (_, article) in articles)
        {
            lines.Write(ExchangeJson.Text(Line(article, ++number)));
            lines.Write('\n');
        }
    }

    private static JsonObject Line(AnnotatedArticle article, int number)
    {
        var standoff = StandoffWriter.Write(article);
        var ids = standoff.Spans.Select(static (span, index) => (span.Id, Index: index + 1)).ToDictionary(static s => s.Id, static s => s.Index, StringComparer.Ordinal);
        return new JsonObject
        {
            ["id"] = number,
            ["text"] = standoff.Text,
            ["entities"] = new JsonArray([.. standoff.Spans.Select(JsonNode (span) => Place(span, ids[span.Id]))]),
            ["relations"] = new JsonArray([.. standoff.Links.Select(JsonNode (link, index) => new JsonObject { ["id"] = index + 1, ["from_id"] = ids[link.From], ["to_id"] = ids[link.To], ["type"] = link.Role })]),
            ["Comments"] = new JsonArray(),
            [Own] = new JsonObject
            {
                ["about"] = standoff.About,
                ["notes"] = new JsonArray([.. standoff.Spans.Select(JsonNode (span) =>
                {
                    var place = Place(span, ids[span.Id]);
                    place["note"] = span.Note;
                    return place;
                })]),
            },
        };
    }

    private static JsonObject Place(StandoffSpan span, int id) => new() { ["id"] = id, ["label"] = span.Label, ["start_offset"] = span.Start, ["end_offset"] = span.End };

    private static (string Name, AnnotatedArticle Article) Line(ExchangeJson line, string name)
    {
        var text = line.Get("text").String();
        var (own, map) = (line.Find(Own), new OffsetMap(text, OffsetUnit.CodePoint));
        var notes = Notes(own);
        var spans = new List<StandoffSpan>();
        foreach (var item in (line.Find("entities") ?? line.Find("label") ?? line.Find("labels"))?.Items() ?? [])
        {
            var (id, label, start, end) = item.Value.ValueKind == JsonValueKind.Array && item.Items().ToList() is var cells
                ? cells.Count == 3 ? ($"t{spans.Count + 1}", cells[2].String(), cells[0].Int(), cells[1].Int()) : throw item.Fault("is not [start, end, label]")
                : (item.Get("id").Id(), item.Get("label").String(), item.Get("start_offset").Int(), item.Get("end_offset").Int());
            var note = notes.GetValueOrDefault((label, start, end)) is { Count: > 0 } queue ? queue.Dequeue() : null;
            spans.Add(new StandoffSpan(id, label, start, end, item.Words(text, map, start, end), note));
        }

        var links = (line.Find("relations")?.Items() ?? []).Select(static item => new StandoffLink(item.Get("type").String(), item.Get("from_id").Id(), item.Get("to_id").Id())).ToList();
        var article = StandoffReader.Read(new StandoffArticle(text, spans, links, own?.Find("about")?.Own()), name, line.File);
        return (article.Id, article);
    }

    private static Dictionary<(string Label, int Start, int End), Queue<JsonObject?>> Notes(ExchangeJson? own)
    {
        var notes = new Dictionary<(string, int, int), Queue<JsonObject?>>();
        foreach (var item in own?.Find("notes")?.Items() ?? [])
        {
            var key = (item.Get("label").String(), item.Get("start_offset").Int(), item.Get("end_offset").Int());
            if (!notes.TryGetValue(key, out var queue))
            {
                notes[key] = queue = new Queue<JsonObject?>();
            }

            queue.Enqueue(item.Find("note")?.Own());
        }

        return notes;
    }
}
