using System.Diagnostics;
using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Syntax.Lemmas;
using NewsExtract.Syntax.Network;
using NewsExtract.Syntax.Parsing;
using NewsExtract.Syntax.Tokens;
using NewsExtract.Syntax.Training;
using NewsExtract.Syntax.Treebanks;

namespace NewsExtract.Tests.Syntax;

/// <summary>The figures of the shipped parser on the treebanks, where the data are there; fails when they fall well below the card's.</summary>
public class SyntaxFiguresTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("EWT test", 94.5, 84)]
    [InlineData("GUM dev", 95.5, 83)]
    public void Tags_and_trees_are_as_good_as_the_card_says(string set, double upos, double labelled)
    {
        var treebanks = TreebankSplits.Read(SharedData.Require());
        var model = SyntaxModel.Load(ModelStore.Default, ParseStage.ModelKind);

        var scores = SyntaxScores.Of(model, set == "EWT test" ? treebanks.EwtTest : treebanks.GumDev);

        foreach (var (name, value) in scores.Figures(set, parsed: true))
        {
            output.WriteLine($"{name}\t{value}");
        }

        (100.0 * scores.Upos / scores.Words).Should().BeGreaterThan(upos);
        (100.0 * scores.Labelled / scores.Words).Should().BeGreaterThan(labelled);
    }

    [Theory]
    [InlineData("EWT dev", 98)]
    [InlineData("GUM dev", 98.5)]
    public void Lemmas_agree_with_the_treebanks(string set, double floor)
    {
        var treebanks = TreebankSplits.Read(SharedData.Require());
        int words = 0, right = 0;
        foreach (var sentence in set == "EWT dev" ? treebanks.EwtDev : treebanks.GumDev)
        {
            for (var i = 0; i < sentence.Length; i++)
            {
                words++;
                right += Lemmatizer.Lemma(sentence.Words[i], PennTags.Names[sentence.Penn[i]]).Equals(sentence.Lemmas[i], StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            }
        }

        output.WriteLine($"{set} lemmas\t{100.0 * right / words:F2}");
        (100.0 * right / words).Should().BeGreaterThan(floor);
    }

    [Fact]
    public void Speed_and_memory_over_articles_of_our_own()
    {
        var stage = ParseStage.Load(ModelStore.Default);
        var tokens = new TokenStage();
        var documents = Directory.GetFiles(Path.Combine(Repository.Root, "corpus", "articles"), "*.txt", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(path => tokens.Annotate(new Document(new Article { Id = path, Source = path, Text = File.ReadAllText(path) }), default)).ToArray();
        Assert.SkipWhen(documents.Length == 0, "There are no articles.");
        var words = documents.Sum(static document => document.Get<TokenLayer>().Count);
        var fastest = new double[documents.Length];
        Array.Fill(fastest, double.MaxValue);
        long allocated = 0;
        for (var round = 0; round < 8; round++)
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

        output.WriteLine($"{words} words, {fastest.Sum() / words:F2} µs a word (the fastest of eight rounds of each article), {(double)allocated / words:F1} bytes a word");
        ((double)allocated / words).Should().BeLessThan(12);
    }
}
