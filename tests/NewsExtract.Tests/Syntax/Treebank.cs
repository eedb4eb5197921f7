using System.Text;
using NewsExtract.Documents;

namespace NewsExtract.Tests.Syntax;

/// <summary>A CoNLL-U file as raw text with the gold tokens and sentences as spans of it.</summary>
/// <param name="Text">The text rebuilt from <c>SpaceAfter</c>; a blank line where a paragraph or document begins.</param>
internal sealed record Treebank(string Text, IReadOnlyList<TextSpan> Tokens, IReadOnlyList<TextSpan> Sentences)
{
    public static Treebank Read(string path)
    {
        var text = new StringBuilder();
        var tokens = new List<TextSpan>();
        var sentences = new List<TextSpan>();
        int first = 0, wordsOfToken = 0;
        var spaceAfterToken = true;
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("# newpar", StringComparison.Ordinal) || line.StartsWith("# newdoc", StringComparison.Ordinal))
            {
                while (text.Length > 0 && text[^1] == ' ')
                {
                    text.Length--;
                }

                text.Append(text.Length == 0 || text[^1] == '\n' ? "" : "\n\n");
            }
            else if (line.Length == 0)
            {
                if (first < tokens.Count)
                {
                    sentences.Add(new TextSpan(tokens[first].Start, tokens[^1].End));
                    first = tokens.Count;
                }
            }
            else if (char.IsAsciiDigit(line[0]))
            {
                var columns = line.Split('\t');
                var spaceAfter = !columns[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
                if (columns[0].Contains('-'))
                {
                    var range = columns[0].Split('-');
                    (wordsOfToken, spaceAfterToken) = (int.Parse(range[1]) - int.Parse(range[0]) + 1, spaceAfter);
                    continue;
                }

                if (columns[0].Contains('.'))
                {
                    continue;
                }

                tokens.Add(new TextSpan(text.Length, text.Length + columns[1].Length));
                text.Append(columns[1]);
                var inside = wordsOfToken > 1;
                spaceAfter = wordsOfToken == 1 ? spaceAfterToken : spaceAfter && !inside;
                wordsOfToken = Math.Max(0, wordsOfToken - 1);
                text.Append(spaceAfter ? " " : "");
            }
        }

        return new Treebank(text.ToString(), tokens, sentences);
    }

    /// <summary>F1 of exact spans, in per cent.</summary>
    public static double F1(IReadOnlyCollection<TextSpan> gold, IReadOnlyCollection<TextSpan> predicted)
    {
        var hits = gold.ToHashSet().Intersect(predicted).Count();
        return 200.0 * hits / (gold.Count + predicted.Count);
    }
}
