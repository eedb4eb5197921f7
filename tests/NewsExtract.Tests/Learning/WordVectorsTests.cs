using NewsExtract.Errors;
using NewsExtract.Learning;
using NewsExtract.Learning.Vectors;

namespace NewsExtract.Tests.Learning;

public class WordVectorsTests
{
    private static readonly string[] Words = ["the", "0,000", "n't", "naïve", "\""];

    [Fact]
    public void Written_vectors_are_found_under_every_spelling_of_their_key()
    {
        var vectors = Build();

        vectors.Count.Should().Be(5);
        vectors.Dimensions.Should().Be(16);
        vectors.Find("The").Should().Be(0);
        vectors.Find("3,141").Should().Be(1);
        vectors.Find("N’T").Should().Be(2);
        vectors.Find("NAÏVE").Should().Be(3);
        vectors.Find("``").Should().Be(4);
        vectors.Find("“").Should().Be(4);
        vectors.Find("thee").Should().Be(-1);
        vectors.Find("").Should().Be(-1);
    }

    [Fact]
    public void Rounding_to_bytes_keeps_values_to_a_half_of_the_scale()
    {
        var vectors = Build();
        var vector = new float[16];
        for (var row = 0; row < Words.Length; row++)
        {
            vectors.CopyTo(row, vector);
            for (var i = 0; i < vector.Length; i++)
            {
                vector[i].Should().BeApproximately(Value(row, i), vectors.ScaleOf(row) * 0.51f);
            }
        }
    }

    [Fact]
    public void A_file_without_a_section_says_which()
    {
        var file = ModelFile.Read("x", new ModelFileWriter(new ModelProvenance(WordVectors.Kind, "0", "", [])).AddValues<uint>("keys", [0]).ToBytes(), WordVectors.Kind);

        var act = () => new WordVectors(file);

        act.Should().Throw<NewsExtractException>().Which.Info.Code.Should().Be("NX0306");
    }

    [Theory]
    [InlineData("The minister's plan, she said.", "the|minister|'s|plan|,|she|said|.")]
    [InlineData("They don't pay $5,000 a year-end tax ...", "they|do|n't|pay|$|0,000|a|year|-|end|tax|...")]
    [InlineData("Mr. Dale of the U.S. spoke (at last).Then he left.It rained", "mr.|dale|of|the|u.s.|spoke|(|at|last|)|.then|he|left|.|it|rained")]
    public void Raw_text_is_cut_like_the_treebanks(string line, string expected)
    {
        var words = new List<string>();

        RawWords.Cut(line, word => words.Add(word.ToString()));

        string.Join('|', words).Should().Be(expected);
    }

    private static WordVectors Build()
    {
        var values = new float[Words.Length * 16];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Value(i / 16, i % 16);
        }

        var writer = new ModelFileWriter(new ModelProvenance(WordVectors.Kind, "0", "", []));
        WordVectors.Write(writer, [.. Words.Select(static word => WordVectors.KeyOf(word))], values, 16);
        return new WordVectors(ModelFile.Read("x", writer.ToBytes(), WordVectors.Kind));
    }

    private static float Value(int row, int i) => MathF.Sin((row * 16) + i) * (row + 1);
}
