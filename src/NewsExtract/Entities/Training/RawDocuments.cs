using System.IO.Compression;
using System.Text;
using System.Text.Json;
using NewsExtract.Documents;
using NewsExtract.Pipeline;
using NewsExtract.Syntax.Tokens;

namespace NewsExtract.Entities.Training;

/// <summary>Raw text to pretrain on: news and press releases by turns, cut into tokens and sentences.</summary>
internal sealed class RawDocuments(string root)
{
    private const string Releases = "raw_text/senate_press_releases.txt.gz";

    // News comes round again while press releases go on: there is little of it.
    private const int ReleasesARound = 3;

    private readonly NewsPipeline _tokens = new NewsPipelineBuilder().UseTokens().Build();

    /// <summary>The files read.</summary>
    public static string[] Files { get; } = [Releases, "stances/dse.train.tsv", "stances/newsmtsc.train.jsonl", "quotes/polnear.train.jsonl", "entities/gmb.bio", "entities/re_docred.bio"];

    /// <summary>Documents without end, always in the same order.</summary>
    public IEnumerable<(string Text, System.Collections.Immutable.ImmutableArray<TextSpan> Tokens, TokenRange[] Sentences)> Read()
    {
        var news = News().ToArray();
        var at = 0;
        while (true)
        {
            var count = 0;
            foreach (var release in ReleaseTexts())
            {
                if (count++ % ReleasesARound == 0)
                {
                    yield return Cut(news[(int)((long)at++ * 7919 % news.Length)]);
                }

                yield return Cut(release);
            }
        }
    }

    private (string, System.Collections.Immutable.ImmutableArray<TextSpan>, TokenRange[]) Cut(string text)
    {
        var document = _tokens.Annotate(new Article { Id = "raw", Text = text });
        return (document.Text, document.Get<TokenLayer>().Tokens, [.. document.Get<SentenceLayer>().Sentences.Select(static s => s.Tokens)]);
    }

    private IEnumerable<string> News() =>
        SilverReader.NewsTexts(root).Concat(PolNear()).Concat(Columns("entities/gmb.bio")).Concat(Columns("entities/re_docred.bio"));

    private IEnumerable<string> PolNear() => File.ReadLines(Path.Combine(root, "quotes/polnear.train.jsonl"), Encoding.UTF8).Select(static line =>
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("text").GetString()!;
    });

    private IEnumerable<string> Columns(string file) => CorpusReader.Read(root, file, static (_, _) => -1, static _ => true).Select(static d => d.Text);

    /// <summary>Every tenth release: senators repeat themselves.</summary>
    private IEnumerable<string> ReleaseTexts()
    {
        for (var part = 0; part < 10; part++)
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(root, Releases)), CompressionMode.Decompress), Encoding.UTF8);
            var text = new StringBuilder();
            var number = 0;
            while (reader.ReadLine() is { } line)
            {
                if (!line.StartsWith("# ", StringComparison.Ordinal))
                {
                    if (number % 10 == part)
                    {
                        text.Append(line).Append('\n');
                    }

                    continue;
                }

                if (text.Length > 200)
                {
                    yield return text.ToString();
                }

                text.Clear();
                number++;
            }
        }
    }
}
