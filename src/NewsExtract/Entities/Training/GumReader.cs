using System.Text;

namespace NewsExtract.Entities.Training;

/// <summary>
/// The names of the GUM corpus, from its nested entities: an entity is a name when the words of its head (the minimal span of its annotation) are proper nouns; of
/// nested names the outermost counts.
/// </summary>
internal static class GumReader
{
    /// <summary>The document of a <c>.conllu</c> file.</summary>
    public static LabelledDocument Read(string root, string source, TypeMaps maps)
    {
        var builder = new DocumentBuilder(source);
        var (words, proper) = (new List<string>(), new List<bool>());
        var open = new List<(string Id, string Type, int Start, string MinSpan)>();
        var spans = new List<(int Start, int End, string Type, string MinSpan)>();
        foreach (var line in File.ReadLines(Path.Combine(root, source), Encoding.UTF8).Append(""))
        {
            if (line.Length == 0)
            {
                Flush(builder, words, proper, spans, maps);
                open.Clear();
                continue;
            }

            var columns = line.Split('\t');
            if (line[0] == '#' || !int.TryParse(columns[0], out _))
            {
                continue;
            }

            words.Add(columns[1]);
            proper.Add(columns[3] == "PROPN");
            foreach (var field in columns[9].Split('|'))
            {
                if (field.StartsWith("Entity=", StringComparison.Ordinal))
                {
                    Brackets(field[7..], words.Count - 1, open, spans);
                }
            }
        }

        return builder.Build();
    }

    private static void Brackets(string text, int token, List<(string Id, string Type, int Start, string MinSpan)> open, List<(int Start, int End, string Type, string MinSpan)> spans)
    {
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '(')
            {
                var end = text.IndexOfAny(['(', ')'], i + 1);
                end = end < 0 ? text.Length : end;
                var parts = text[(i + 1)..end].Split('-');
                open.Add((parts[0], parts.Length > 1 ? parts[1] : "", token, parts.Length > 5 ? parts[5] : ""));
                i = end;
                if (i < text.Length && text[i] == ')')
                {
                    Close(open.Count - 1, token, open, spans);
                    i++;
                }
            }
            else
            {
                var end = text.IndexOf(')', i);
                if (end < 0)
                {
                    return;
                }

                var id = text[i..end];
                Close(open.FindLastIndex(o => o.Id == id), token, open, spans);
                i = end + 1;
            }
        }
    }

    private static void Close(int index, int token, List<(string Id, string Type, int Start, string MinSpan)> open, List<(int Start, int End, string Type, string MinSpan)> spans)
    {
        if (index >= 0)
        {
            spans.Add((open[index].Start, token + 1, open[index].Type, open[index].MinSpan));
            open.RemoveAt(index);
        }
    }

    private static void Flush(DocumentBuilder builder, List<string> words, List<bool> proper, List<(int Start, int End, string Type, string MinSpan)> spans, TypeMaps maps)
    {
        var labels = new byte[words.Count];
        foreach (var (start, end, type, minSpan) in spans.OrderByDescending(static s => s.End - s.Start).ThenBy(static s => s.Start))
        {
            var head = minSpan.Split(',').Select(static p => int.TryParse(p, out var n) ? n : 0).Where(static n => n > 0).Select(n => start + n - 1).Where(n => n < end).ToList();
            if (head.Count == 0 || !head.All(n => proper[n] || head.Count > 2) || !proper[head[^1]] || !proper[head[0]] || head[^1] >= words.Count)
            {
                continue;
            }

            var (first, last) = (head[0], head[^1] + 1);
            // A list of names is annotated as one entity, an address goes on after a comma.
            if (words.GetRange(first, last - first).Any(static w => w == "," || w.Contains('@', StringComparison.Ordinal)) || words.IndexOf("and", first, last - first) >= 0)
            {
                continue;
            }

            if (labels.AsSpan(first..last).ContainsAnyExcept((byte)0))
            {
                continue;
            }

            SpanRules.Mark(words, first, last, maps.Gum(type, words.GetRange(first, last - first)), labels, maps.IsPlace);
        }

        if (words.Count > 0)
        {
            CorpusReader.Emit(builder, words, labels);
        }

        words.Clear();
        proper.Clear();
        spans.Clear();
    }
}
