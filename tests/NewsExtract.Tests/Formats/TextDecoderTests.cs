using System.Text;
using CsCheck;
using NewsExtract.Errors;
using NewsExtract.Formats.Reading;

namespace NewsExtract.Tests.Formats;

public class TextDecoderTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
            Gen.Char[' ', '~'].Select(static c => c.ToString()),
            Pick.From("\r\n", "\t", "é", "e\u0301", "“", "\u200F", "\u200B", "🚢", "👩\u200D🚀", "漢"))
        .Array[0, 40].Select(static parts => string.Concat(parts));

    [Fact]
    public void Any_text_comes_back_as_it_was_written_in_each_encoding()
    {
        Encoding[] encodings = [new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode];
        Text.Sample(text =>
        {
            foreach (var encoding in encodings)
            {
                TextDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], "x").Should().Be(text);
            }
        });
    }

    [Fact]
    public void The_offset_of_the_first_bad_byte_is_named() =>
        (from before in Text from after in Text from bad in Pick.From((byte)0x80, (byte)0xC0, (byte)0xFF, (byte)0xF5) select (before, bad, after)).Sample(sample =>
        {
            var (before, bad, after) = sample;
            byte[] bytes = [.. Encoding.UTF8.GetBytes("a" + before), bad, .. Encoding.UTF8.GetBytes(after)];
            var decode = () => TextDecoder.Decode(bytes, "x");
            decode.Should().Throw<NewsExtractException>().Which.Info.Message.Should().Contain($"0x{bad:X2} at offset {1 + Encoding.UTF8.GetByteCount(before)} ");
        });

    [Fact]
    public void Half_a_surrogate_pair_is_no_text()
    {
        var decode = () => TextDecoder.Decode([0xFF, 0xFE, 0x41, 0x00, 0x3D, 0xD8, 0x42, 0x00], "x");
        decode.Should().Throw<NewsExtractException>().Which.Info.Should().Match<ErrorInfo>(static e => e.Code == "NX0103" && e.Message.Contains("offset 4"));
    }
}
