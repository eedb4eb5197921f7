using System.Text.Json;
using System.Text.Json.Nodes;
using NewsExtract.Formats.Exchange.Standoff;

namespace NewsExtract.Formats.Exchange;

/// <summary>
/// Label Studio tasks: an array in <c>tasks.json</c>, and the labelling interface that shows them in <c>labeling-config.xml</c>. Spans are regions of type
/// <c>labels</c>, links are relations, notes stand in the regions' <c>meta.text</c>. What a tool found is a prediction, what people labelled an annotation.
/// Label Studio counts code points, and a carriage return for itself (its Text tag; before version 1.5 it counted UTF-16 code units).
/// </summary>
internal sealed class LabelStudioFormat : IExchangeFormat
{
    private const string Own = "newsextract";

    public string Name => "labelstudio";

    public string Description => "Label Studio tasks.json and labeling-config.xml; offsets count code points";

    public IEnumerable<(string Name, AnnotatedArticle Article)> Read(string path) => ExchangeFiles.Find(path, ".json").SelectMany(file =>
    {
        var root = ExchangeJson.Parse(ExchangeFiles.Read(file.Path), file.Path, Name);
        return root.Value.ValueKind == JsonValueKind.Array ? root.Items().Select((task, index) => Task(task, $"{file.Name}-{index + 1}")) : [Task(root, file.Name)];
    });

    public void Write(string folder, IEnumerable<(string Name, AnnotatedArticle Article)> articles)
    {
        ExchangeFiles.Write(folder, "labeling-config.xml", Interface());
        using var tasks = ExchangeFiles.Open(folder, "tasks.json");
        tasks.Write('[');
        var before = "\n";
        foreach (var (_, article) in articles)
        {
            tasks.Write(before);
            tasks.Write(ExchangeJson.Text(Task(article)));
            before = ",\n";
        }

        tasks.Write("\n]\n");
    }

    private static JsonObject Task(AnnotatedArticle article)
    {
        var standoff = StandoffWriter.Write(article);
        var labelled = new JsonObject();
        if (article.Tool is { } tool)
        {
            labelled["model_version"] = $"newsextract {tool.Version}";
        }

        labelled["result"] = new JsonArray([.. standoff.Spans.Select(Region), .. standoff.Links.Select(Relation)]);
        return new JsonObject
        {
            ["data"] = new JsonObject { ["text"] = standoff.Text, [Own] = standoff.About },
            [article.Tool is null ? "annotations" : "predictions"] = new JsonArray(labelled),
        };
    }

    private static JsonNode Region(StandoffSpan span)
    {
        var region = new JsonObject
        {
            ["id"] = span.Id,
            ["from_name"] = "label",
            ["to_name"] = "text",
            ["type"] = "labels",
            ["value"] = new JsonObject { ["start"] = span.Start, ["end"] = span.End, ["text"] = span.Text, ["labels"] = new JsonArray(span.Label) },
        };
        if (span.Note is { Count: > 0 } note)
        {
            region["meta"] = new JsonObject { ["text"] = new JsonArray(ExchangeJson.Text(note)) };
        }

        return region;
    }

    private static JsonNode Relation(StandoffLink link) => new JsonObject
    {
        ["type"] = "relation",
        ["from_id"] = link.From,
        ["to_id"] = link.To,
        ["direction"] = "right",
        ["labels"] = new JsonArray(link.Role),
    };

    private static (string Name, AnnotatedArticle Article) Task(ExchangeJson task, string name)
    {
        var data = task.Get("data");
        var text = data.Get("text").String();
        var (spans, links, map) = (new List<StandoffSpan>(), new List<StandoffLink>(), new OffsetMap(text, OffsetUnit.CodePoint));

        // People's work goes before the tool's; of several people's, the first counts.
        var made = Labelled(task, "annotations");
        foreach (var item in (made ?? Labelled(task, "predictions"))?.Get("result").Items() ?? [])
        {
            var type = item.Get("type").String();
            if (type == "labels" && item.Get("value") is var value && value.Get("labels").Items().FirstOrDefault() is { File: not null } label)
            {
                var (start, end) = (value.Get("start").Int(), value.Get("end").Int());
                var note = item.Find("meta")?.Find("text") is { Value.ValueKind: JsonValueKind.Array } notes && notes.Items().FirstOrDefault() is { Value.ValueKind: JsonValueKind.String } first ? first.String() : null;
                spans.Add(new StandoffSpan(item.Get("id").Id(), label.String(), start, end, value.Words(text, map, start, end), StandoffNote.Parse(note)));
            }
            else if (type == "relation")
            {
                // An arrow that was drawn the other way round says so in its direction.
                var (from, to) = (item.Get("from_id").Id(), item.Get("to_id").Id());
                var isLeft = item.Find("direction") is { Value.ValueKind: JsonValueKind.String } direction && direction.String() == "left";
                links.AddRange((item.Find("labels")?.Items() ?? []).Select(role => isLeft ? new StandoffLink(role.String(), to, from) : new StandoffLink(role.String(), from, to)));
            }
        }

        var article = StandoffReader.Read(new StandoffArticle(text, spans, links, data.Find(Own)?.Own()), name, $"{task.File}: {task.Path}");
        return (article.Id, made is null ? article : article with { Tool = null });
    }

    private static ExchangeJson? Labelled(ExchangeJson task, string name) =>
        task.Find(name)?.Items().Cast<ExchangeJson?>().FirstOrDefault(static item => item!.Value.Find("was_cancelled") is not { Value.ValueKind: JsonValueKind.True });

    private static string Interface()
    {
        var spans = string.Concat(StandoffLabels.Spans.Select(static label => $"    <Label value=\"{label}\"/>\n"));
        var roles = string.Concat(StandoffLabels.Roles.Select(static role => $"    <Relation value=\"{role}\"/>\n"));
        return $"<View>\n  <Relations>\n{roles}  </Relations>\n  <Labels name=\"label\" toName=\"text\">\n{spans}  </Labels>\n  <Text name=\"text\" value=\"$text\"/>\n</View>\n";
    }
}
