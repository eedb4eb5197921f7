using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NewsExtract.Documents;
using NewsExtract.Entities;
using NewsExtract.Entities.Recognition;
using NewsExtract.Entities.Training;
using NewsExtract.Learning;
using NewsExtract.Pipeline;
using NewsExtract.Syntax.Parsing;
using NewsExtract.Syntax.Tokens;

namespace NewsExtract.Tests.Entities.Recognition;

/// <summary>The figures of the shipped recogniser on sets that it was not trained on, where the data are there; fails when they fall well below the card's.</summary>
public class EntityFiguresTests(ITestOutputHelper output)
{
    private static readonly string[] Core = ["PERSON", "ORG", "LOC"];

    [Fact]
    public void Worldwide_names_are_found_as_well_as_the_card_says()
    {
        var folder = Path.Combine(SharedData.Require(), "..", "dev");
        Assert.SkipUnless(Directory.Exists(folder), "The development sets are not here.");
        var pipeline = new NewsPipelineBuilder().UseTokens().UseParse(ModelStore.Default).UseMentions(ModelStore.Default).Build();
        List<(HashSet<Span> Gold, List<(Span Span, double Confidence)> Found)> sets = [], joined = [];
        foreach (var path in Directory.GetFiles(Path.Combine(folder, "texts", "entities", "worldwide_dev"), "*.txt").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path);
            var found = pipeline.Annotate(new Article { Id = "a", Text = text }).Get<MentionLayer>().Mentions
                .Select(static m => (new Span(m.Span.Start, m.Span.End, TypeOf(m.Type)), m.Confidence)).Where(static m => m.Item1.Type is "PERSON" or "ORG" or "LOC" or "NORP").ToList();
            var gold = Gold(Path.Combine(folder, "gold", "entities", "worldwide_dev", Path.GetFileNameWithoutExtension(path) + ".json"), text);
            sets.Add(([.. gold], found));
            joined.Add(([.. Join(gold, text)], found));
        }

        foreach (var types in new string[][] { Core, ["PERSON", "ORG", "LOC", "NORP"], ["PERSON"], ["LOC"], ["ORG"], ["NORP"] })
        {
            Report("worldwide_dev " + string.Join('+', types), F1(sets, types));
        }

        Report("the same, its organisations whole, PERSON+ORG+LOC", F1(joined, Core));
        WriteReliability("worldwide_dev", sets);
        WriteReliability("the same, its organisations whole", joined);
        F1(sets, Core).F1.Should().BeGreaterThan(72.5);
    }

    [Fact]
    public void Web_names_are_found_as_well_as_the_card_says()
    {
        var root = SharedData.Require();
        var recognizer = new NameRecognizer(NameModel.Load(ModelStore.Default.Read(NameModel.Kind), WordVectors.Load(ModelStore.Default)));
        List<(HashSet<Span> Gold, List<(Span Span, double Confidence)> Found)> sets = [];
        foreach (var document in CorpusReader.Read(root, "entities/uner_ewt.test.bio", static (type, _) => type switch { "PER" => 0, "ORG" => 1, "LOC" => 2, _ => -1 }, static _ => true))
        {
            recognizer.Recognize(document.Text, document.Tokens, document.Sentences, withMarginals: true, default);
            var found = Spans(recognizer.Labels).Where(static s => Core.Contains(s.Type)).Select(s => (s, recognizer.Confidence(new TokenRange(s.Start, s.End)))).ToList();
            sets.Add(([.. Spans(document.Labels)], found));
        }

        Report("uner_ewt.test PERSON+ORG+LOC", F1(sets, Core));
        WriteReliability("uner_ewt.test", sets);
        F1(sets, Core).F1.Should().BeGreaterThan(76.5);
    }

    [Fact]
    public void Speed_and_memory_over_articles_of_our_own()
    {
        var stage = new MentionStage(ModelStore.Default);
        var tokens = new TokenStage();
        var documents = Directory.GetFiles(Path.Combine(Repository.Root, "corpus", "articles"), "*.txt", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(path => tokens.Annotate(new Document(new Article { Id = path, Source = path, Text = File.ReadAllText(path) }), default)).ToArray();
        Assert.SkipWhen(documents.Length == 0, "There are no articles.");
        var words = documents.Sum(static document => document.Get<TokenLayer>().Count);
        var fastest = new double[documents.Length];
        Array.Fill(fastest, double.MaxValue);
        long allocated = 0;
        for (var round = 0; round < 12; round++)
        {
            allocated = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < documents.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                stage.Annotate(documents[i], default);
                fastest[i] = Math.Min(fastest[i], Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{words} words, {fastest.Sum() / words:F2} µs a word (the fastest of twelve rounds of each article), {(double)allocated / words:F1} bytes a word"));
        ((double)allocated / words).Should().BeLessThan(24, "nothing but the mentions found is allocated");
    }

    private static List<Span> Spans(ReadOnlySpan<byte> labels)
    {
        var spans = new List<Span>();
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] != NameTypes.Outside && NameTypes.IsBegin(labels[i]))
            {
                var end = i + 1;
                while (end < labels.Length && labels[end] == labels[i] + 1)
                {
                    end++;
                }

                spans.Add(new Span(i, end, TypeOf(NameTypes.Types[NameTypes.TypeOf(labels[i])])));
            }
        }

        return spans;
    }

    private static string TypeOf(EntityType type) => type is EntityType.Gpe ? "LOC" : type.ToString().ToUpperInvariant();

    private static List<Span> Gold(string path, string text)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var places = new List<int>();
        for (var i = 0; i < text.Length; i += char.IsHighSurrogate(text[i]) ? 2 : 1)
        {
            places.Add(i);
        }

        places.Add(text.Length);
        return [.. json.RootElement.GetProperty("entities").EnumerateArray().SelectMany(entity => entity.GetProperty("mentions").EnumerateArray()
            .Select(mention => new Span(places[mention.GetProperty("start").GetInt32()], places[mention.GetProperty("end").GetInt32()], entity.GetProperty("type").GetString()!)))
            .OrderBy(static span => span.Start)];
    }

    /// <summary>The set cuts places and nationalities out of the names of organisations; here they are put together again, as all the training sources have them.</summary>
    private static List<Span> Join(List<Span> gold, string text)
    {
        var joined = new List<Span>();
        foreach (var span in gold)
        {
            var touches = joined.Count > 0 && span.Start == joined[^1].End + 1 && text[joined[^1].End] == ' ';
            var before = touches ? joined[^1] : null;
            var isHead = before is { Type: "LOC" or "NORP" } && span.Type == "ORG";
            var isTail = before is { Type: "ORG" } && span.Type == "LOC" && text[..before.End].EndsWith(" of", StringComparison.Ordinal);
            if (isHead || isTail)
            {
                joined[^1] = new Span(before!.Start, span.End, "ORG");
            }
            else
            {
                joined.Add(span);
            }
        }

        return joined;
    }

    private static (double P, double R, double F1) F1(List<(HashSet<Span> Gold, List<(Span Span, double Confidence)> Found)> sets, string[] types)
    {
        var (gold, found, right) = (0, 0, 0);
        foreach (var set in sets)
        {
            gold += set.Gold.Count(span => types.Contains(span.Type));
            found += set.Found.Count(span => types.Contains(span.Span.Type));
            right += set.Found.Count(span => types.Contains(span.Span.Type) && set.Gold.Contains(span.Span));
        }

        return (100.0 * right / found, 100.0 * right / gold, 200.0 * right / (gold + found));
    }

    private void Report(string name, (double P, double R, double F1) score) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\tP {score.P:F2}\tR {score.R:F2}\tF1 {score.F1:F2}"));

    private void WriteReliability(string name, List<(HashSet<Span> Gold, List<(Span Span, double Confidence)> Found)> sets)
    {
        var curve = new Reliability();
        foreach (var set in sets)
        {
            foreach (var (span, confidence) in set.Found)
            {
                curve.Add(confidence, set.Gold.Contains(span));
            }
        }

        foreach (var line in curve.Lines())
        {
            output.WriteLine($"{name}\t{line}");
        }
    }

    private sealed record Span(int Start, int End, string Type);
}
