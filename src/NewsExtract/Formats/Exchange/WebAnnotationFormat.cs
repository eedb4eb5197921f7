using System.Text.Json;
using System.Text.Json.Nodes;
using NewsExtract.Errors;
using NewsExtract.Formats.Exchange.Standoff;

namespace NewsExtract.Formats.Exchange;

/// <summary>
/// W3C Web Annotation (Recommendation of 23 February 2017): the text as <c>.txt</c>, and beside it an annotation collection as <c>.jsonld</c>. A span is an
/// annotation whose target has a text position selector (code points, as the Recommendation demands) and a text quote selector, by which it is found again in a
/// text that has changed; a link is an annotation that links two others.
/// </summary>
internal sealed class WebAnnotationFormat : IExchangeFormat
{
    private const string Own = "newsextract";
    private const int Context = 32;

    public string Name => "w3c";

    public string Description => "W3C Web Annotation, .txt and .jsonld; offsets count code points";

    public IEnumerable<(string Name, AnnotatedArticle Article)> Read(string path) => ExchangeFiles.Find(path, ".jsonld").Select(file =>
        (file.Name, Article(ExchangeJson.Parse(ExchangeFiles.Read(file.Path), file.Path, Name), ExchangeFiles.Read(Path.ChangeExtension(file.Path, ".txt")), file.Name)));

    public void Write(string folder, IEnumerable<(string Name, AnnotatedArticle Article)> articles)
    {
        foreach (var (name, article) in articles)
        {
            ExchangeFiles.Write(folder, name + ".txt", article.Text);
            ExchangeFiles.Write(folder, name + ".jsonld", ExchangeJson.Text(Collection(article, Path.GetFileName(name) + ".txt"), indented: true) + "\n");
        }
    }

    private static JsonObject Collection(AnnotatedArticle article, string file)
    {
        var (standoff, map) = (StandoffWriter.Write(article), new OffsetMap(article.Text, OffsetUnit.CodePoint));
        var root = "urn:newsextract:" + Uri.EscapeDataString(article.Id);
        var items = standoff.Spans.Select(JsonNode (span) => Span(span, root, Uri.EscapeDataString(file), standoff.Text, map))
            .Concat(standoff.Links.Select(JsonNode (link, index) => Link(link, index + 1, root))).ToArray();
        return new JsonObject
        {
            ["@context"] = new JsonArray("http://www.w3.org/ns/anno.jsonld", new JsonObject { [Own] = new JsonObject { ["@id"] = "urn:newsextract:about", ["@type"] = "@json" } }),
            ["id"] = root,
            ["type"] = "AnnotationCollection",
            ["label"] = article.Title ?? article.Id,
            ["total"] = items.Length,
            [Own] = standoff.About,
            ["first"] = new JsonObject { ["id"] = root + "#page1", ["type"] = "AnnotationPage", ["partOf"] = root, ["startIndex"] = 0, ["items"] = new JsonArray(items) },
        };
    }

    private static JsonObject Span(StandoffSpan span, string root, string file, string text, OffsetMap map)
    {
        var bodies = new JsonArray(Body("tagging", span.Label));
        if (span.Note is { Count: > 0 } note)
        {
            var described = Body("describing", ExchangeJson.Text(note));
            described["format"] = "application/json";
            bodies.Add(described);
        }

        var (start, end) = (map.ToUtf16(span.Start), map.ToUtf16(span.End));
        return new JsonObject
        {
            ["id"] = $"{root}#{span.Id}",
            ["type"] = "Annotation",
            ["motivation"] = "tagging",
            ["body"] = bodies,
            ["target"] = new JsonObject
            {
                ["source"] = file,
                ["selector"] = new JsonArray(
                    new JsonObject { ["type"] = "TextPositionSelector", ["start"] = span.Start, ["end"] = span.End },
                    new JsonObject
                    {
                        ["type"] = "TextQuoteSelector",
                        ["exact"] = text[start..end],
                        ["prefix"] = text[map.ToUtf16(Math.Max(0, span.Start - Context))..start],
                        ["suffix"] = text[end..map.ToUtf16(Math.Min(map.CodePointCount, span.End + Context))],
                    }),
            },
        };
    }

    private static JsonObject Link(StandoffLink link, int number, string root) => new()
    {
        ["id"] = $"{root}#r{number}",
        ["type"] = "Annotation",
        ["motivation"] = "linking",
        ["body"] = new JsonArray(new JsonObject { ["source"] = $"{root}#{link.To}", ["purpose"] = "linking" }, Body("tagging", link.Role)),
        ["target"] = $"{root}#{link.From}",
    };

    private static JsonObject Body(string purpose, string value) => new() { ["type"] = "TextualBody", ["purpose"] = purpose, ["value"] = value };

    private static AnnotatedArticle Article(ExchangeJson root, string text, string name)
    {
        var (spans, links, map) = (new List<StandoffSpan>(), new List<StandoffLink>(), new OffsetMap(text, OffsetUnit.CodePoint));
        foreach (var item in Annotations(root))
        {
            var bodies = item.Find("body") is { } body ? Several(body).Where(static b => b.Value.ValueKind == JsonValueKind.Object).ToList() : [];
            var tag = Value(bodies, "tagging") ?? throw item.Fault("has no body whose purpose is tagging");
            var target = Several(item.Get("target")).FirstOrDefault() is { File: not null } first ? first : throw item.Fault("has no target");
            if (bodies.Find(static b => Purpose(b) == "linking") is { File: not null } linked)
            {
                links.Add(new StandoffLink(tag, target.String(), linked.Get("source").String()));
            }
            else
            {
                var (start, end) = Place(target, text, map);
                spans.Add(new StandoffSpan(item.Get("id").String(), tag, start, end, target.Words(text, map, start, end), StandoffNote.Parse(Value(bodies, "describing"))));
            }
        }

        return StandoffReader.Read(new StandoffArticle(text, spans, links, root.Value.ValueKind == JsonValueKind.Object ? root.Find(Own)?.Own() : null), name, root.File);
    }

    /// <summary>The annotations of a collection, a page, or a bare array.</summary>
    private static IEnumerable<ExchangeJson> Annotations(ExchangeJson root) =>
        root.Value.ValueKind == JsonValueKind.Array ? root.Items() : (root.Find("first") ?? root).Get("items").Items();

    private static string? Purpose(ExchangeJson body) => body.Find("purpose")?.String();

    private static string? Value(List<ExchangeJson> bodies, string purpose) => bodies.Find(b => Purpose(b) == purpose) is { File: not null } body ? body.Find("value")?.String() : null;

    private static IEnumerable<ExchangeJson> Several(ExchangeJson value) => value.Value.ValueKind == JsonValueKind.Array ? value.Items() : [value];

    /// <summary>Where the selectors point: at the position, unless other words stand there than the quote selector says; then where those words are.</summary>
    private static (int Start, int End) Place(ExchangeJson target, string text, OffsetMap map)
    {
        var selectors = Several(target.Get("selector")).ToLookup(static selector => selector.Get("type").String(), StringComparer.Ordinal);
        var quote = selectors["TextQuoteSelector"].Cast<ExchangeJson?>().FirstOrDefault();
        var exact = quote?.Get("exact").String();
        if (selectors["TextPositionSelector"].Cast<ExchangeJson?>().FirstOrDefault() is { } position)
        {
            var (start, end) = (position.Get("start").Int(), position.Get("end").Int());
            if (exact is null || (start >= 0 && start <= end && end <= map.CodePointCount && text[map.ToUtf16(start)..map.ToUtf16(end)] == exact))
            {
                return (start, end);
            }
        }

        if (quote is null || exact!.Length == 0)
        {
            throw target.Fault("has neither a TextPositionSelector nor a TextQuoteSelector that can be used");
        }

        var (prefix, suffix) = (quote.Value.Find("prefix")?.String() ?? "", quote.Value.Find("suffix")?.String() ?? "");
        var found = Once(text, prefix + exact + suffix) is >= 0 and var whole ? whole + prefix.Length : Once(text, exact);
        var (from, to) = found < 0 ? (-1, -1) : (map.FromUtf16(found), map.FromUtf16(found + exact.Length));
        return from >= 0 && to >= 0 ? (from, to) : throw new NewsExtractException(ErrorCatalog.QuoteNotFound($"{target.File}: {target.Path}", exact));
    }

    /// <summary>Where the words stand, if they stand there only once; otherwise −1.</summary>
    private static int Once(string text, string words)
    {
        var first = text.IndexOf(words, StringComparison.Ordinal);
        return first >= 0 && text.IndexOf(words, first + 1, StringComparison.Ordinal) < 0 ? first : -1;
    }
}
