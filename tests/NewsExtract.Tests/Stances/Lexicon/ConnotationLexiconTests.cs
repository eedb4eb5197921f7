using NewsExtract.Documents;
using NewsExtract.Learning;
using NewsExtract.Lexicons;
using NewsExtract.Stances.Lexicon;

namespace NewsExtract.Tests.Stances.Lexicon;

public sealed class ConnotationLexiconTests
{
    private static readonly ConnotationLexicon Lexicon = new([["verb", "-2 -1 -2 0", "accuse attack"], ["noun", "1 0 0 0", "attack"], ["verb", "against -2", "vote"], ["verb", "clause 1", "vow"]]);

    [Fact]
    public void Grades_go_by_lemma_and_word_class()
    {
        Lexicon.Find(Key("attack", Upos.VERB)).Should().Be(new Connotation(-2, -1, -2, 0));
        Lexicon.Find(Key("attack", Upos.NOUN)).Should().Be(new Connotation(1, 0, 0, 0));
        Lexicon.Find(Key("attack", Upos.ADJ)).IsNeutral.Should().BeTrue();
    }

    [Fact]
    public void What_stands_behind_a_preposition_has_its_own_grade()
    {
        Lexicon.After(Key("vote", Upos.VERB), FeatureHash.Of("against")).Should().Be(-2);
        Lexicon.After(Key("vote", Upos.VERB), FeatureHash.Of("for")).Should().Be(0);
        Lexicon.After(Key("vow", Upos.VERB), ConnotationLexicon.ClauseKey).Should().Be(1);
    }

    [Fact]
    public void The_shipped_list_names_each_word_of_a_class_once_with_grades_in_range()
    {
        var rows = SeedLexicon.Rows("stances/connotations");
        var seen = new HashSet<string>(StringComparer.Ordinal);

        foreach (var row in rows)
        {
            row.Should().HaveCount(3);
            row[0].Should().BeOneOf("verb", "noun", "adjective", "adverb");
            var grades = row[1].Split(' ');
            grades.Length.Should().BeOneOf(2, 4);
            grades[(grades.Length == 2 ? 1 : 0)..].Should().OnlyContain(static g => g == "-2" || g == "-1" || g == "0" || g == "1" || g == "2");
            foreach (var lemma in row[2].Split(' '))
            {
                seen.Add($"{row[0]} {(grades.Length == 2 ? grades[0] : "")} {lemma}").Should().BeTrue(lemma);
            }
        }
    }

    private static ulong Key(string lemma, Upos kind) => ConnotationLexicon.Key(FeatureHash.Of(lemma), kind);
}
