using NewsExtract.Documents;
using NewsExtract.Errors;

namespace NewsExtract.Syntax.Treebanks;

/// <summary>Reads treebanks in CoNLL-U. Ranges of multiword tokens (<c>3-4</c>) and empty nodes (<c>5.1</c>) are left out: syntactic words count.</summary>
internal static class ConlluReader
{
    private const int Columns = 10;

    /// <summary>All sentences of a file.</summary>
    /// <exception cref="NewsExtractException">NX0403: a line is malformed.</exception>
    public static List<TreebankSentence> Read(string path)
    {
        using var reader = new StreamReader(path);
        return Read(reader, path);
    }

    /// <summary>All sentences of a text; <paramref name="name"/> is for error messages.</summary>
    /// <exception cref="NewsExtractException">NX0403: a line is malformed.</exception>
    public static List<TreebankSentence> Read(TextReader reader, string name)
    {
        var sentences = new List<TreebankSentence>();
        var rows = new List<string[]>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0)
            {
                Finish(rows, sentences, name, number);
            }
            else if (line[0] != '#')
            {
                var fields = line.Split('\t');
                if (fields.Length != Columns)
                {
                    throw new NewsExtractException(ErrorCatalog.TreebankMalformed(name, number, $"{fields.Length} columns in place of {Columns}"));
                }

                if (!fields[0].AsSpan().ContainsAny('-', '.'))
                {
                    rows.Add(fields);
                }
            }
        }

        Finish(rows, sentences, name, -1);
        return sentences;
    }

    private static void Finish(List<string[]> rows, List<TreebankSentence> sentences, string name, int number)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var heads = new int[rows.Count];
        var upos = new Upos[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            if (!int.TryParse(rows[i][6], out var head) || head < 0 || head > rows.Count)
            {
                throw new NewsExtractException(ErrorCatalog.TreebankMalformed(name, number, $"head \"{rows[i][6]}\" before it"));
            }

            heads[i] = head - 1;
            if (!Enum.TryParse(rows[i][3], out upos[i]))
            {
                throw new NewsExtractException(ErrorCatalog.TreebankMalformed(name, number, $"tag \"{rows[i][3]}\" before it"));
            }
        }

        sentences.Add(new TreebankSentence(
            [.. rows.Select(static row => row[1])],
            upos,
            [.. rows.Select(static row => PennTags.Parse(row[4]))],
            heads,
            [.. rows.Select(static row => RelationNames.Parse(row[7]))],
            [.. rows.Select(static row => row[2])]));
        rows.Clear();
    }
}
