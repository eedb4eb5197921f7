using System.Globalization;
using System.Text;
using NewsExtract.Documents;

namespace NewsExtract.Stances.Training;

/// <summary>Reads sentences with two marked entities (Park et al. 2021): text without the marks, the two spans, the label.</summary>
internal static class DseReader
{
    /// <summary>The sentences of a file; label 0 neutral, 1 p→q positive, 2 q→p positive, 3 p→q negative, 4 q→p negative.</summary>
    public static IEnumerable<LabelledText> Read(string path)
    {
        foreach (var line in File.ReadLines(path, Encoding.UTF8))
        {
            var cells = line.Split('\t');
            if (cells.Length == 4 && Parse(cells[0], cells[1], cells[2], int.Parse(cells[3], CultureInfo.InvariantCulture)) is { } example)
            {
                yield return example;
            }
        }
    }

    private static LabelledText? Parse(string marked, string p, string q, int label)
    {
        var text = new StringBuilder(marked.Length);
        var spans = new List<(TextSpan Span, string Name)>();
        for (var i = 0; i < marked.Length; i++)
        {
            // Other square brackets stand in the texts: only the two names in brackets are marks.
            if (marked[i] == '[' && Marked(marked, i, p, q) is { } name)
            {
                spans.Add((new TextSpan(text.Length, text.Length + name.Length), name));
                text.Append(name);
                i += name.Length + 1;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        if (spans.Count < 2)
        {
            return null;
        }

        var first = spans.FindIndex(s => s.Name == p);
        var second = spans.FindIndex(s => s.Name == q && s != spans[Math.Max(first, 0)]);
        return first < 0 || second < 0 ? null : new LabelledText(text.ToString(), [spans[first].Span, spans[second].Span], label switch
        {
            1 => [(0, 1, 1)],
            2 => [(1, 0, 1)],
            3 => [(0, 1, -1)],
            4 => [(1, 0, -1)],
            _ => [],
        });
    }

    private static string? Marked(string text, int at, string p, string q)
    {
        foreach (var name in (ReadOnlySpan<string>)[p, q])
        {
            if (string.CompareOrdinal(text, at + 1, name, 0, name.Length) == 0 && at + name.Length + 1 < text.Length && text[at + name.Length + 1] == ']')
            {
                return name;
            }
        }

        return null;
    }
}
