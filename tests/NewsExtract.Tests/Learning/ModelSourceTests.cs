using System.Text.RegularExpressions;
using NewsExtract.Learning;

namespace NewsExtract.Tests.Learning;

/// <summary>No model may be trained on data that is there to measure with (marked <c>measure</c> in the data's README).</summary>
public partial class ModelSourceTests
{
    public static TheoryData<string> Models => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "models"), "*.nxm", SearchOption.AllDirectories)
        .Select(static path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_names_its_sources_and_none_of_them_is_for_measuring(string path)
    {
        var kind = Path.GetFileNameWithoutExtension(path);
        var file = ModelFile.Read(Path.Combine(Repository.Root, path), kind);

        file.Provenance.Sources.Should().NotBeEmpty();
        file.Provenance.Sources.Should().OnlyContain(static source => Regex.IsMatch(source, " sha256:[0-9a-f]{64}$"), "a source is named with the hash of its contents");
        file.Provenance.Sources.Where(static source => Measured().IsMatch(source)).Should().BeEmpty();
        file.Provenance.Command.Should().StartWith("newsextract train " + kind);
    }

    [Fact]
    public void Every_model_has_a_card_and_no_card_trains_on_what_is_for_measuring()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(Repository.Root, "models")))
        {
            var card = Path.Combine(folder, "README.md");
            File.Exists(card).Should().BeTrue("{0} needs a card", folder);

            // A card may say what it was measured on, in a line that says so; elsewhere such a file has no business.
            File.ReadLines(card).Where(static line => MeasuredFile().IsMatch(line) && !line.Contains("measure", StringComparison.OrdinalIgnoreCase)
                    && !line.Contains("score.py", StringComparison.Ordinal) && !line.Contains("evaluate", StringComparison.Ordinal))
                .Should().BeEmpty("{0} names a file that is only for measuring", card);
        }
    }

    [Theory]
    [InlineData("benchmark/conll2003.train.bio sha256:00", true)]
    [InlineData("benchmark/worldwide.dev.bio sha256:00", true)]
    [InlineData("entities/uner_ewt.test.bio sha256:00", true)]
    [InlineData("syntax/ewt/en_ewt-ud-test.conllu sha256:00", true)]
    [InlineData("stances/seesaw.valid.jsonl sha256:00", true)]
    [InlineData("dev/texts/entities/worldwide_dev sha256:00", true)]
    [InlineData("entities/uner_ewt.train.bio sha256:00", false)]
    [InlineData("entities/wnut17.test.bio sha256:00", false)]
    [InlineData("syntax/ewt/en_ewt-ud-train.conllu sha256:00", false)]
    public void The_rule_knows_which_files_are_for_measuring(string source, bool measured) => Measured().IsMatch(source).Should().Be(measured);

    [GeneratedRegex(@"(^|/)(benchmark|dev)/|conll2003|worldwide|seesaw|uner_ewt\.test|ewt-ud-test", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Measured();

    [GeneratedRegex(@"benchmark/|conll2003\.\w+\.bio|worldwide\.\w+\.bio|seesaw\.\w+\.jsonl|uner_ewt\.test|ewt-ud-test\.conllu", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MeasuredFile();
}
