using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NewsExtract.Documents;
using NewsExtract.Errors;
using NewsExtract.Syntax.Tokens;

namespace NewsExtract.Syntax.Training;

/// <summary>Sentences without labels, for the teachers to label: news articles and press releases, cut by our own tokenizer.</summary>
internal sealed class SilverText
{
    private const string News = "quotes/polnear.train.jsonl";
    private const string Releases = "raw_text/senate_press_releases.txt.gz";

    // Of the press releases one in so many is taken: they repeat themselves.
    private const int ReleaseStep = 40;
    private const int ShortestSentence = 4;
    private const int LongestSentence = 60;

    private readonly List<string[]> _sentences = [];
    private readonly TokenStage _tokens = new();
    private int _words;

    private SilverText()
    {
    }

    /// <summary>The words of each sentence.</summary>
    public IReadOnlyList<string[]> Sentences => _sentences;

    /// <summary>The files read, with their hashes.</summary>
    public List<string> Sources { get; } = [];

    /// <summary>Reads at most so many words below a data folder, the news first.</summary>
    /// <exception cref="NewsExtractException">NX0401: a file is missing.</exception>
    public static SilverText Read(string data, int mostWords)
    {
        var silver = new SilverText();
        using (var reader = silver.Open(data, News))
        {
            while (reader.ReadLine() is { } line && silver._words < mostWords)
            {
                using var json = JsonDocument.Parse(line);
                silver.Add(json.RootElement.GetProperty("text").GetString()!);
            }
        }

        using (var reader = silver.Open(data, Releases))
        {
            var number = 0;
            while (reader.ReadLine() is { } line && silver._words < mostWords)
            {
                if (line.StartsWith("# ", StringComparison.Ordinal))
                {
                    number++;
                }
                else if (number % ReleaseStep == 0)
                {
                    silver.Add(line);
                }
            }
        }

        return silver;
    }

    private StreamReader Open(string data, string file)
    {
        var path = Path.Combine(data, file);
        if (!File.Exists(path))
        {
            throw new NewsExtractException(ErrorCatalog.TrainingFileMissing(path));
        }

        using (var stream = File.OpenRead(path))
        {
            Sources.Add($"{file} sha256:{Convert.ToHexStringLower(SHA256.HashData(stream))}");
        }

        Stream raw = File.OpenRead(path);
        return new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw, Encoding.UTF8);
    }

    private void Add(string text)
    {
        var document = _tokens.Annotate(new Document(new Article { Id = "silver", Text = text }), default);
        var tokens = document.Get<TokenLayer>();
        foreach (var sentence in document.Get<SentenceLayer>().Sentences)
        {
            if (sentence.Tokens.Length is >= ShortestSentence and <= LongestSentence)
            {
                _sentences.Add([.. Enumerable.Range(sentence.Tokens.Start, sentence.Tokens.Length).Select(token => tokens[token].Of(text))]);
                _words += sentence.Tokens.Length;
            }
        }
    }
}
