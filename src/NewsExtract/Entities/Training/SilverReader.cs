using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using NewsExtract.Documents;
using NewsExtract.Entities.Recognition;
using NewsExtract.Pipeline;
using NewsExtract.Syntax.Tokens;

namespace NewsExtract.Entities.Training;

/// <summary>
/// News sentences that a teacher labels (self-training): those without a doubtful name are learnt from like labelled ones, at a lower weight. Labelled sources hold little news of our day.
/// </summary>
internal sealed class SilverReader(NameModel teacher)
{
    private const float Weight = 0.5f;

    // A sentence with a name that the teacher believes in less than this is left out.
    private const double LeastConfidence = 0.5;

    // Single sentences make up a document of so many.
    private const int SentencesADocument = 20;

    private const string Dse = "stances/dse.train.tsv";
    private const string NewsMtsc = "stances/newsmtsc.train.jsonl";

    private readonly NameRecognizer _recognizer = new(teacher);
    private readonly NewsPipeline _tokens = new NewsPipelineBuilder().UseTokens().Build();

    /// <summary>The files read besides those that <see cref="NameCorpora"/> names, relative to the data folder.</summary>
    public static ImmutableArray<string> Files { get; } = [Dse, NewsMtsc];

    /// <summary>Sentences of news, labelled by the teacher alone.</summary>
    public IEnumerable<LabelledDocument> ReadNews(string root, CancellationToken cancellation)
    {
        foreach (var text in Chunks(DseSentences(root)).Concat(Chunks(MtscSentences(root))))
        {
            cancellation.ThrowIfCancellationRequested();
            var document = _tokens.Annotate(new Article { Id = "silver", Text = text }, cancellation);
            var tokens = document.Get<TokenLayer>().Tokens;
            _recognizer.Recognize(text, tokens, document.Get<SentenceLayer>().Sentences, cancellation);
            TokenRange[] kept = [.. document.Get<SentenceLayer>().Sentences.Select(static s => s.Tokens).Where(IsSure)];
            yield return new LabelledDocument("silver", text, tokens, kept, _recognizer.Labels.ToArray()) { Weight = Weight };
        }
    }

    /// <summary>Sentences of documents labelled by others, as far as the teacher agrees with every label.</summary>
    public IEnumerable<LabelledDocument> WhereAgreed(IEnumerable<LabelledDocument> documents, CancellationToken cancellation)
    {
        foreach (var document in documents)
        {
            _recognizer.Recognize(document.Text, document.Tokens, document.Sentences, withMarginals: false, cancellation);
            yield return document with
            {
                Sentences = [.. document.Sentences.Where(s => document.Labels.AsSpan(s.Start, s.Length).SequenceEqual(_recognizer.Labels.Slice(s.Start, s.Length)))],
                Weight = Weight,
            };
        }
    }

    private bool IsSure(TokenRange sentence)
    {
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (_recognizer.Labels[i] != NameTypes.Outside && NameTypes.IsBegin(_recognizer.Labels[i])
                && _recognizer.Confidence(new TokenRange(i, _recognizer.EndOf(i, sentence.End))) < LeastConfidence)
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<string> Chunks(IEnumerable<string> sentences) => sentences.Chunk(SentencesADocument).Select(static chunk => string.Join("\n\n", chunk));

    /// <summary>The pairs of names are in square brackets, which are taken out.</summary>
    private static IEnumerable<string> DseSentences(string root) =>
        File.ReadLines(Path.Combine(root, Dse), Encoding.UTF8).Skip(1)
            .Select(static line => line.Split('\t')[0].Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal));

    private static IEnumerable<string> MtscSentences(string root) =>
        File.ReadLines(Path.Combine(root, NewsMtsc), Encoding.UTF8).Select(static line =>
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty("sentence_normalized").GetString()!;
        }).Distinct(StringComparer.Ordinal);
}
