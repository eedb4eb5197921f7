using NewsExtract.Documents;
using NewsExtract.Pipeline;

namespace NewsExtract.Tests.Specs;

/// <summary>Runs <c>Specs/quotes/*.md</c>: a text, and a table of the quotes that the default pipeline should find in it, in order.</summary>
public class QuoteSpecTests
{
    private static readonly Lazy<NewsPipeline> Pipeline = new(static () => NewsPipeline.CreateDefault());

    public static TheoryData<string> Specs => [.. Directory.GetFiles(Folder, "*.md").Select(static path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Repository.Root, "tests", "NewsExtract.Tests", "Specs", "quotes");

    [Theory]
    [MemberData(nameof(Specs))]
    public void Quotes_are_found_as_the_page_says(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, name + ".md"));
        var start = Array.IndexOf(lines, "```text");
        var end = Array.IndexOf(lines, "```");
        var text = string.Join('\n', lines[(start + 1)..end]);
        var expected = lines[end..].Where(static line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Select(static line => line[2..^2]);
        var quotes = Pipeline.Value.Annotate(text).Get<QuoteLayer>().Quotes;
        var found = quotes.Select(quote =>
            $"{quote.SpeakerName} | {quote.Cue?.Of(text)} | {string.Join(" … ", quote.Content.Select(part => part.Of(text)))} | {quote.Type.ToString().ToLowerInvariant()}{(quote.IsSpeech ? "" : ", belief")}");
        found.Should().Equal(expected);
    }
}
