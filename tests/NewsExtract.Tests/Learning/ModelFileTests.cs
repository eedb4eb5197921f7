using NewsExtract.Errors;
using NewsExtract.Learning;

namespace NewsExtract.Tests.Learning;

public class ModelFileTests
{
    private static readonly ModelProvenance Provenance = new("tagger", "0.1.0", "newsextract train tagger", ["a.conllu sha256:00"]);

    private static byte[] Sample() =>
        new ModelFileWriter(Provenance).AddValues<float>("weights", [1.5f, -2f]).AddLines("labels", ["NOUN", "VERB"]).Add("empty", []).ToBytes();

    [Fact]
    public void Sections_and_provenance_come_back()
    {
        var file = ModelFile.Read("m.nxm", Sample(), "tagger");

        file.Provenance.Should().BeEquivalentTo(Provenance);
        file.Values<float>("weights").ToArray().Should().Equal(1.5f, -2f);
        file.Lines("labels").Should().Equal("NOUN", "VERB");
        file.Lines("empty").Should().BeEmpty();
        file.Hash.Should().MatchRegex("^sha256:[0-9a-f]{64}$");
    }

    [Fact]
    public void The_same_model_has_the_same_bytes() => Sample().Should().Equal(Sample());

    [Fact]
    public void A_changed_byte_is_found()
    {
        var bytes = Sample();
        bytes[^70] ^= 1;
        Code(() => ModelFile.Read("m.nxm", bytes, "tagger")).Should().Be("NX0304");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public void A_short_file_is_foreign(int length) =>
        Code(() => ModelFile.Read("m.nxm", Sample().AsMemory(..length), "tagger")).Should().Be("NX0302");

    [Fact]
    public void Another_version_kind_or_part_is_named()
    {
        var newer = Sample();
        newer[7] = 9;
        Code(() => ModelFile.Read("m.nxm", newer, "tagger")).Should().Be("NX0303");
        Code(() => ModelFile.Read("m.nxm", Sample(), "parser")).Should().Be("NX0305");
        Code(() => ModelFile.Read("m.nxm", Sample(), "tagger").Bytes("heads")).Should().Be("NX0306");
        Code(() => ModelFile.Read("no/such/file.nxm", "tagger")).Should().Be("NX0301");
    }

    private static string Code(Action action) => action.Should().Throw<NewsExtractException>().Which.Info.Code;
}
