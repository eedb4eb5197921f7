using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NewsExtract.Learning.Vectors;

/// <summary>The texts that word vectors are learnt from, as numbers of words: raw text, and news and Wikipedia sentences of the training sets.</summary>
internal sealed class VectorCorpus
{
    /// <summary>Marks the end of a line: contexts do not reach over it.</summary>
    public const int Break = -1;

    private static readonly string[] RawFiles =
        ["raw_text/senate_press_releases.txt.gz", "raw_text/presidential_speeches.txt.gz", "raw_text/cia_factbook.txt.gz"];

    private static readonly string[] ColumnFiles =
    [
        "entities/gmb.bio", "entities/wikigold.bio", "entities/crossner_politics.train.bio", "entities/re3d_open.bio", "entities/re_docred.bio",
        "entities/europarl.bio", "entities/btc.g.bio", "entities/uner_ewt.train.bio",
    ];

    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<int> _counts = [];
    private readonly List<string> _sources = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private VectorCorpus() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words from the most to the least frequent (ties by spelling), those kept.</summary>
    public string[] Words { get; private set; } = [];

    /// <summary>How often each word occurs.</summary>
    public int[] Counts { get; private set; } = [];

    /// <summary>The text as indices into <see cref="Words"/>, rare words left out, <see cref="Break"/> at the ends of lines.</summary>
    public List<int> Text { get; private set; } = [];

    /// <summary>The files read, with their hashes.</summary>
    public IReadOnlyList<string> Sources => _sources;

    /// <summary>Reads all files below a data folder. News is small beside the press releases, so it is read several times over.</summary>
    public static VectorCorpus Read(string data, int minimumCount, int maximumWords, int newsRepeats, IProgress<string> progress, CancellationToken cancellation)
    {
        var corpus = new VectorCorpus();
        foreach (var file in RawFiles)
        {
            cancellation.ThrowIfCancellationRequested();
            progress.Report($"reading {file}");
            corpus.ReadRaw(corpus.Open(data, file));
        }

        var start = corpus.Text.Count;
        foreach (var file in ColumnFiles)
        {
            corpus.ReadColumns(corpus.Open(data, file));
        }

        corpus.ReadJson(corpus.Open(data, "quotes/polnear.train.jsonl"), "text");
        corpus.ReadJson(corpus.Open(data, "stances/newsmtsc.train.jsonl"), "sentence_normalized");
        corpus.ReadPairs(corpus.Open(data, "stances/dse.train.tsv"));
        var end = corpus.Text.Count;
        for (var repeat = 1; repeat < newsRepeats; repeat++)
        {
            corpus.Text.AddRange(corpus.Text.GetRange(start, end - start));
        }

        corpus.Keep(minimumCount, maximumWords);
        return corpus;
    }

    private StreamReader Open(string data, string file)
    {
        var path = Path.Combine(data, file);
        using (var stream = File.OpenRead(path))
        {
            _sources.Add($"{file} sha256:{Convert.ToHexStringLower(SHA256.HashData(stream))}");
        }

        Stream raw = File.OpenRead(path);
        return new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw, Encoding.UTF8);
    }

    private void ReadRaw(StreamReader reader)
    {
        using (reader)
        {
            while (reader.ReadLine() is { } line)
            {
                if (!line.StartsWith("# ", StringComparison.Ordinal))
                {
                    RawWords.Cut(line, Add);
                    Text.Add(Break);
                }
            }
        }
    }

    private void ReadColumns(StreamReader reader)
    {
        Span<char> buffer = stackalloc char[64];
        using (reader)
        {
            while (reader.ReadLine() is { } line)
            {
                var tab = line.IndexOf('\t', StringComparison.Ordinal);
                if (tab < 0)
                {
                    Text.Add(Break);
                    continue;
                }

                var length = Math.Min(tab, buffer.Length);
                for (var i = 0; i < length; i++)
                {
                    buffer[i] = WordVectors.Normalise(line[i]);
                }

                Add(buffer[..length]);
            }
        }
    }

    private void ReadJson(StreamReader reader, string field)
    {
        using (reader)
        {
            while (reader.ReadLine() is { } line)
            {
                using var json = JsonDocument.Parse(line);
                foreach (var paragraph in json.RootElement.GetProperty(field).GetString()!.Split('\n'))
                {
                    RawWords.Cut(paragraph, Add);
                    Text.Add(Break);
                }
            }
        }
    }

    private void ReadPairs(StreamReader reader)
    {
        using (reader)
        {
            while (reader.ReadLine() is { } line)
            {
                var tab = line.IndexOf('\t', StringComparison.Ordinal);
                RawWords.Cut(line[..Math.Max(tab, 0)].Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal), Add);
                Text.Add(Break);
            }
        }
    }

    private void Add(ReadOnlySpan<char> word)
    {
        if (word is "''" or "``")
        {
            word = "\"";
        }

        if (!_lookup.TryGetValue(word, out var number))
        {
            number = _counts.Count;
            _numbers.Add(word.ToString(), number);
            _counts.Add(0);
        }

        Text.Add(number);
    }

    private void Keep(int minimumCount, int maximumWords)
    {
        foreach (var number in Text)
        {
            if (number >= 0)
            {
                _counts[number]++;
            }
        }

        var kept = _numbers.Where(pair => _counts[pair.Value] >= minimumCount)
            .OrderByDescending(pair => _counts[pair.Value]).ThenBy(static pair => pair.Key, StringComparer.Ordinal).Take(maximumWords).ToArray();
        var renumber = new int[_counts.Count];
        Array.Fill(renumber, -2);
        for (var i = 0; i < kept.Length; i++)
        {
            renumber[kept[i].Value] = i;
        }

        Words = [.. kept.Select(static pair => pair.Key)];
        Counts = [.. kept.Select(pair => _counts[pair.Value])];
        var write = 0;
        for (var read = 0; read < Text.Count; read++)
        {
            var number = Text[read] < 0 ? Break : renumber[Text[read]];
            if (number >= Break)
            {
                Text[write++] = number;
            }
        }

        Text.RemoveRange(write, Text.Count - write);
    }
}
