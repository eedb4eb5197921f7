using System.Diagnostics;
using System.Text.Json;
using NewsExtract.Documents;
using NewsExtract.Pipeline;
using NewsExtract.Syntax.Tokens;

namespace NewsExtract.Tests.Syntax;

/// <summary>Measures tokens and sentences against the treebanks; docs/accuracy/tokens.md says how to see the figures.</summary>
public class TreebankAgreementTests(ITestOutputHelper output)
{
    private static readonly NewsPipeline Pipeline = new NewsPipelineBuilder().UseTokens().Build();

    private static readonly string[] GumDev =
    [
        "academic_exposure", "academic_librarians", "bio_byron", "bio_emperor", "court_loan", "court_negligence", "interview_cyclone", "interview_gaming",
        "speech_impeachment", "speech_inauguration", "textbook_governments", "textbook_labor", "voyage_athens", "voyage_coron",
    ];

    [Theory]
    [InlineData("dev", 99.0)]
    public void Tokens_of_the_web_treebank(string part, double atLeast)
    {
        var (tokens, sentences) = Measure([SharedData.Require("syntax", "ewt", $"en_ewt-ud-{part}.conllu")]);
        output.WriteLine($"EWT {part}: tokens {tokens:F2}, sentences {sentences:F2}");
        tokens.Should().BeGreaterThanOrEqualTo(atLeast);
    }

    [Fact]
    public void Tokens_of_the_university_multilayer_corpus()
    {
        var (tokens, sentences) = Measure(Gum(static _ => true));
        output.WriteLine($"GUM dev: tokens {tokens:F2}, sentences {sentences:F2}");
        tokens.Should().BeGreaterThanOrEqualTo(99.0);
    }

    [Fact]
    public void Sentences_of_interviews_speeches_and_biographies()
    {
        var (tokens, sentences) = Measure(Gum(static name => name.StartsWith("bio") || name.StartsWith("speech") || name.StartsWith("interview")));
        output.WriteLine($"GUM dev interview, speech, bio: tokens {tokens:F2}, sentences {sentences:F2}");
        sentences.Should().BeGreaterThanOrEqualTo(92.0);
    }

    [Fact]
    public void Sentence_boundary_cases()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(SharedData.Require("sentences", "golden_rules_en.json")));
        int right = 0, all = 0;
        foreach (var rule in file.RootElement.EnumerateArray().Where(static r => r.GetProperty("lossless").GetBoolean()))
        {
            var text = rule.GetProperty("text").GetString()!;
            var expected = rule.GetProperty("expected").EnumerateArray().Select(static e => e.GetString()!.Trim());
            var document = Pipeline.Annotate(new Article { Id = "a", Text = text });
            right += document.Get<SentenceLayer>().Sentences.Select(s => s.Span.Of(text)).SequenceEqual(expected) ? 1 : 0;
            all++;
        }

        output.WriteLine($"Boundary cases: {right} of {all}");
        right.Should().BeGreaterThanOrEqualTo(all / 2);
    }

    [Fact]
    public void Speed_is_far_above_what_the_stages_after_it_need()
    {
        var text = Treebank.Read(SharedData.Require("syntax", "ewt", "en_ewt-ud-train.conllu")).Text;
        var best = TimeSpan.MaxValue;
        var words = 0;
        for (var i = 0; i < 5; i++)
        {
            var watch = Stopwatch.StartNew();
            words = Pipeline.Annotate(new Article { Id = "a", Text = text }).Get<TokenLayer>().Count;
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        output.WriteLine($"{words / best.TotalSeconds / 1e6:F1} M tokens a second");
        words.Should().BePositive();
    }

    private static IEnumerable<string> Gum(Func<string, bool> choose) =>
        GumDev.Where(choose).Select(static name => SharedData.Require("syntax", "gum", $"GUM_{name}.conllu"));

    private static (double Tokens, double Sentences) Measure(IEnumerable<string> files)
    {
        // One key space over all files: each file's spans are moved behind those of the last.
        var (goldTokens, tokens, goldSentences, sentences) = (new List<TextSpan>(), new List<TextSpan>(), new List<TextSpan>(), new List<TextSpan>());
        var offset = 0;
        foreach (var path in files)
        {
            var gold = Treebank.Read(path);
            var document = Pipeline.Annotate(new Article { Id = "a", Text = gold.Text });
            var moved = offset;
            TextSpan Move(TextSpan span) => new(span.Start + moved, span.End + moved);
            goldTokens.AddRange(gold.Tokens.Select(Move));
            tokens.AddRange(document.Get<TokenLayer>().Tokens.Select(Move));
            goldSentences.AddRange(gold.Sentences.Select(Move));
            sentences.AddRange(document.Get<SentenceLayer>().Sentences.Select(s => Move(s.Span)));
            offset += gold.Text.Length + 1;
        }

        return (Treebank.F1(goldTokens, tokens), Treebank.F1(goldSentences, sentences));
    }
}
