using NewsExtract.Evaluation;
using NewsExtract.Formats.Json;

namespace NewsExtract.Tests.Corpus;

/// <summary>The hand labels of <c>corpus/gold</c> fit the articles of <c>corpus/articles</c>.</summary>
public class GoldTests
{
    private static readonly string Corpus = Path.Combine(Repository.Root, "corpus");

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(Path.Combine(Corpus, "gold"), "*.json").Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Labels_fit_the_text_and_the_text_is_the_articles(string name)
    {
        var gold = AnnotationReader.Read(File.ReadAllBytes(Path.Combine(Corpus, "gold", name)), name);
        gold.Text.Should().Be(File.ReadAllText(Path.Combine(Corpus, "articles", gold.Source!)));
        AnnotationValidator.Check(gold).Should().BeEmpty();
        gold.Entities.Should().NotBeEmpty();
        gold.Quotes.Should().NotBeEmpty();
        gold.Stances.Should().NotBeEmpty();
    }

    [Fact]
    public void Every_article_has_a_line_in_the_readme()
    {
        var readme = File.ReadAllText(Path.Combine(Corpus, "README.md"));
        Directory.EnumerateFiles(Path.Combine(Corpus, "articles"), "*", SearchOption.AllDirectories)
            .Select(static path => Path.GetRelativePath(Path.Combine(Corpus, "articles"), path).Replace('\\', '/'))
            .Should().HaveCountGreaterThanOrEqualTo(26).And.OnlyContain(path => readme.Contains($"`{path}`"));
    }
}
