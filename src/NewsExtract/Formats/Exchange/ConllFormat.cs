using System.Text;
using System.Text.Json;
using NewsExtract.Documents;

namespace NewsExtract.Formats.Exchange;

/// <summary>
/// Columns <c>token TAB BIO</c>, an empty line between sentences: named mentions alone. Comments before the tokens give the article's id and its text
/// (as a JSON string), by which the tokens are found in it again; in a file without them the text is the tokens joined by spaces.
/// </summary>
internal sealed class ConllFormat : IExchangeFormat
{
    private const string IdComment = "# id = ";
    private const string TextComment = "# text = ";

    public string Name => "conll";

    public string Description => "token and BIO tag in columns: names and values alone; no offsets, the text stands in a comment";

    public IEnumerable<(string Name, AnnotatedArticle Article)> Read(string path) =>
        ExchangeFiles.Find(path, ".conll").Select(static file => (file.Name, Article(file.Name, file.Path)));

    public void Write(string folder, IEnumerable<(string Name, AnnotatedArticle Article)> articles)
    {
        foreach (var (name, article) in articles)
        {
            ExchangeFiles.Write(folder, name + ".conll", Lines(article.To(OffsetUnit.Utf16)));
        }
    }

    private static string Lines(AnnotatedArticle article)
    {
        var mentions = article.Entities.OrEmpty().SelectMany(static entity => entity.Mentions.Select(mention => (entity.Type, mention)))
            .Where(static m => m.mention.Kind == MentionKind.Name).OrderBy(static m => m.mention.Span.Start).ToList();
        var ends = article.Sentences.OrEmpty().Select(static s => s.End).ToHashSet();
        var lines = new StringBuilder().Append(IdComment).Append(article.Id).Append('\n')
            .Append(TextComment).Append(JsonSerializer.Serialize(article.Text)).Append('\n');
        var edges = mentions.SelectMany(static m => new[] { m.mention.Span.Start, m.mention.Span.End }).Concat(ends).ToHashSet();
        var next = 0;
        foreach (var (start, end) in Tokens(article.Text, edges))
        {
            while (next < mentions.Count && mentions[next].mention.Span.End <= start)
            {
                next++;
            }

            var isInside = next < mentions.Count && mentions[next].mention.Span.Start <= start;
            var tag = isInside ? (mentions[next].mention.Span.Start == start ? "B-" : "I-") + mentions[next].Type.Name() : "O";
            lines.Append(article.Text.AsSpan(start, end - start)).Append('\t').Append(tag).Append('\n');
            if (ends.Contains(end))
            {
                lines.Append('\n');
            }
        }

        return lines.ToString();
    }

    /// <summary>Words and single marks, cut at the edges of mentions too.</summary>
    private static IEnumerable<(int Start, int End)> Tokens(string text, HashSet<int> edges)
    {
        for (var start = 0; start < text.Length;)
        {
            if (char.IsWhiteSpace(text[start]))
            {
                start++;
                continue;
            }

            var end = start + 1;
            while (end < text.Length && !edges.Contains(end) && (IsWord(text[end - 1]) && IsWord(text[end])))
            {
                end++;
            }

            yield return (start, end);
            start = end;
        }
    }

    private static bool IsWord(char c) => !char.IsWhiteSpace(c) && !(char.IsPunctuation(c) || char.IsSymbol(c)) || char.IsSurrogate(c);

    private static AnnotatedArticle Article(string name, string path)
    {
        var (id, given, number) = (name, default(string), 0);
        var tokens = new List<(string Token, string Tag)>();
        foreach (var line in ExchangeFiles.Read(path).Split('\n').Select(static line => line.TrimEnd('\r')))
        {
            number++;
            if (tokens.Count == 0 && line.StartsWith(IdComment, StringComparison.Ordinal))
            {
                id = line[IdComment.Length..];
            }
            else if (tokens.Count == 0 && line.StartsWith(TextComment, StringComparison.Ordinal))
            {
                given = ExchangeJson.Parse(line[TextComment.Length..], $"{path}:{number}", "conll").String();
            }
            else if (line.Split('\t') is [var token, var tag, ..])
            {
                tokens.Add((token, tag));
            }
        }

        return Build(id, given ?? string.Join(' ', tokens.Select(static t => t.Token)), tokens);
    }

    private static AnnotatedArticle Build(string id, string text, List<(string Token, string Tag)> tokens)
    {
        var (spans, at) = (new List<(int Start, int End, EntityType Type)>(), 0);
        foreach (var (token, tag) in tokens)
        {
            var start = text.IndexOf(token, at, StringComparison.Ordinal);
            start = start < 0 ? at : start;
            at = Math.Min(text.Length, start + token.Length);
            if (tag.Length <= 2 || !EntityTypeNames.TryParse(tag[2..], out var type))
            {
                continue;
            }

            if (tag[0] == 'I' && spans.Count > 0 && spans[^1].Type == type)
            {
                spans[^1] = (spans[^1].Start, at, type);
            }
            else
            {
                spans.Add((start, at, type));
            }
        }

        return new AnnotatedArticle
        {
            Id = id,
            Text = text,
            Entities =
            [
                .. spans.Select((span, index) =>
                {
                    var words = text[span.Start..span.End];
                    return new AnnotatedEntity($"e{index + 1}", span.Type, words, [new AnnotatedMention(new AnnotatedSpan(span.Start, span.End, words), MentionKind.Name)]);
                }),
            ],
        };
    }
}
