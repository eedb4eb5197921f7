using CsCheck;
using NewsExtract.Documents;
using NewsExtract.Syntax.Lemmas;

namespace NewsExtract.Tests.Syntax;

public class LemmatizerTests
{
    [Theory]
    [InlineData("said", "VBD", "say")]
    [InlineData("Says", "VBZ", "say")]
    [InlineData("denied", "VBD", "deny")]
    [InlineData("died", "VBD", "die")]
    [InlineData("stopped", "VBD", "stop")]
    [InlineData("called", "VBN", "call")]
    [InlineData("added", "VBD", "add")]
    [InlineData("controlled", "VBD", "control")]
    [InlineData("announced", "VBD", "announce")]
    [InlineData("urging", "VBG", "urge")]
    [InlineData("criticized", "VBD", "criticize")]
    [InlineData("accusing", "VBG", "accuse")]
    [InlineData("stating", "VBG", "state")]
    [InlineData("treated", "VBN", "treat")]
    [InlineData("described", "VBD", "describe")]
    [InlineData("running", "VBG", "run")]
    [InlineData("goes", "VBZ", "go")]
    [InlineData("watches", "VBZ", "watch")]
    [InlineData("countries", "NNS", "country")]
    [InlineData("women", "NNS", "woman")]
    [InlineData("buses", "NNS", "bus")]
    [InlineData("spokesmen", "NNS", "spokesman")]
    [InlineData("Democrats", "NNPS", "Democrat")]
    [InlineData("Larger", "JJR", "large")]
    [InlineData("happiest", "JJS", "happy")]
    [InlineData("better", "RBR", "well")]
    [InlineData("n't", "RB", "not")]
    [InlineData("wo", "MD", "will")]
    [InlineData("him", "PRP", "he")]
    [InlineData("us", "PRP", "we")]
    [InlineData("'s", "POS", "'s")]
    [InlineData("'s", "VBZ", "be")]
    [InlineData("London", "NNP", "London")]
    [InlineData("The", "DT", "the")]
    public void Lemmas_are_dictionary_forms(string word, string penn, string lemma) => Lemmatizer.Lemma(word, penn).Should().Be(lemma);

    [Fact]
    public void Any_word_with_any_tag_has_a_lemma_of_at_most_one_character_more() =>
        Gen.Select(Gen.String[0, 60], Gen.Int[0, PennTags.Names.Length - 1]).Sample((word, tag) =>
        {
            var lemma = new char[Math.Max(4, word.Length + 1)];
            var length = Lemmatizer.Write(word, (byte)tag, lemma);
            return length >= 0 && length <= lemma.Length && new string(lemma, 0, length) == (word.Length > 48 ? word : Lemmatizer.Lemma(word, PennTags.Names[tag]));
        });

    [Fact]
    public void Writing_lemmas_allocates_nothing()
    {
        var lemma = new char[32];
        Lemmatizer.Write("announced", PennTags.Parse("VBD"), lemma);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Lemmatizer.Write("announced", PennTags.Parse("VBD"), lemma);
            Lemmatizer.Write("went", PennTags.Parse("VBD"), lemma);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }
}
