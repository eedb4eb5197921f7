using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsExtract.Documents;
using NewsExtract.Errors;

namespace NewsExtract.Stances.Training;

/// <summary>
/// Our own labels of stances in sentences of the training data. The files hold places only, no text: the number of the sentence, the spans of its sides, then
/// <c>1&gt;2+</c> for "the first is for the second".
/// </summary>
internal static class OwnLabels
{
    /// <summary>The labelled sentences of NewsMTSC: keyed by line, from 0; spans in code units.</summary>
    /// <exception cref="NewsExtractException">NX0401 or NX0402: a file is missing, or a line malformed.</exception>
    public static IEnumerable<LabelledText> Newsmtsc(string labels, string path)
    {
        var texts = new List<string>();
        foreach (var line in File.ReadLines(path, Encoding.UTF8))
        {
            using var json = JsonDocument.Parse(line);
            texts.Add(json.RootElement.GetProperty("sentence_normalized").GetString()!);
        }

        return Read(labels, number => number < texts.Count ? (texts[number], []) : null);
    }

    /// <summary>The labelled sentences of a <c>.bio</c> file: keyed by number, from 0; spans in tokens.</summary>
    /// <exception cref="NewsExtractException">NX0401 or NX0402: a file is missing, or a line malformed.</exception>
    public static IEnumerable<LabelledText> Bio(string labels, string path)
    {
        var sentences = new List<List<string>> { new() };
        foreach (var line in File.ReadLines(path, Encoding.UTF8))
        {
            if (line.Length > 0)
            {
                sentences[^1].Add(line[..line.IndexOf('\t', StringComparison.Ordinal)]);
            }
            else if (sentences[^1].Count > 0)
            {
                sentences.Add([]);
            }
        }

        return Read(labels, number => number < sentences.Count ? Join(sentences[number]) : null);
    }

    /// <summary>Words as a newspaper would set them, and where each of them stands.</summary>
    internal static (string Text, TextSpan[] Words) Join(IReadOnlyList<string> words)
    {
        var text = new StringBuilder();
        var spans = new TextSpan[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            var isClosing = words[i] is "." or "," or ";" or ":" or "!" or "?" or "%" or ")" or "'" or "’" or "'s" or "'re" or "'ve" or "'ll" or "'d" or "n't";
            if (i > 0 && !isClosing && words[i - 1] is not ("$" or "("))
            {
                text.Append(' ');
            }

            spans[i] = new TextSpan(text.Length, text.Length + words[i].Length);
            text.Append(words[i]);
        }

        return (text.ToString(), spans);
    }

    private static IEnumerable<LabelledText> Read(string path, Func<int, (string Text, TextSpan[] Words)?> find)
    {
        if (!File.Exists(path))
        {
            throw new NewsExtractException(ErrorCatalog.TrainingFileMissing(path));
        }

        var number = 0;
        foreach (var line in File.ReadLines(path, Encoding.UTF8))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var cells = line.Split('\t');
            if (cells.Length != 3 || !int.TryParse(cells[0], CultureInfo.InvariantCulture, out var key) || find(key) is not { } found)
            {
                throw new NewsExtractException(ErrorCatalog.TrainingLineMalformed(path, number, "expected the number of a known sentence, spans and labels"));
            }

            var sides = Spans(cells[1], found, path, number);
            yield return new LabelledText(found.Text, sides, Stances(cells[2], sides.Length, false, path, number));
        }
    }

    internal static ImmutableArray<TextSpan> Spans(string cell, (string Text, TextSpan[] Words) found, string path, int line)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var item in cell.Split(' '))
        {
            var ends = item.Split('-');
            var limit = found.Words.Length > 0 ? found.Words.Length : found.Text.Length;
            if (ends.Length != 2 || !int.TryParse(ends[0], CultureInfo.InvariantCulture, out var start) || !int.TryParse(ends[1], CultureInfo.InvariantCulture, out var end)
                || start < 0 || end <= start || end > limit)
            {
                throw new NewsExtractException(ErrorCatalog.TrainingLineMalformed(path, line, $"no span within the sentence: {item}"));
            }

            spans.Add(found.Words.Length > 0 ? new TextSpan(found.Words[start].Start, found.Words[end - 1].End) : new TextSpan(start, end));
        }

        return spans.ToImmutable();
    }

    /// <summary>Reads <c>1&gt;2+ 3&gt;1-</c>; numbers from 1, the author as a holder is <c>A</c> and comes out as −1.</summary>
    internal static ImmutableArray<(int Holder, int Target, int Sign)> Stances(string cell, int sides, bool hasAuthor, string path, int line)
    {
        var stances = ImmutableArray.CreateBuilder<(int, int, int)>();
        foreach (var item in cell.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var arrow = item.IndexOf('>', StringComparison.Ordinal);
            if (item == "-")
            {
                continue;
            }

            var holder = 0;
            if (arrow < 1 || item[^1] is not ('+' or '-') || !((hasAuthor && arrow == 1 && item[0] == 'A') || (int.TryParse(item.AsSpan(0, arrow), CultureInfo.InvariantCulture, out holder) && holder > 0))
                || !int.TryParse(item.AsSpan((arrow + 1)..^1), CultureInfo.InvariantCulture, out var target)
                || holder > sides || target < 1 || target > sides || holder == target)
            {
                throw new NewsExtractException(ErrorCatalog.TrainingLineMalformed(path, line, $"no label: {item}"));
            }

            stances.Add((holder - 1, target - 1, item[^1] == '+' ? 1 : -1));
        }

        return stances.ToImmutable();
    }
}
