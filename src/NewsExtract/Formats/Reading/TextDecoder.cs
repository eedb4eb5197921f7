using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;
using NewsExtract.Errors;

namespace NewsExtract.Formats.Reading;

/// <summary>Turns bytes into text: UTF-8, or UTF-16 when a byte order mark says so. Nothing is replaced or dropped but the mark itself.</summary>
internal static class TextDecoder
{
    /// <summary>The text of a whole file.</summary>
    /// <exception cref="NewsExtractException">NX0102, NX0103: bytes that are no character; NX0105: a NUL character.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string input)
    {
        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => DecodeUtf8(bytes[3..], input, 3),
            [0xFF, 0xFE, ..] => DecodeUtf16(bytes[2..], input, bigEndian: false),
            [0xFE, 0xFF, ..] => DecodeUtf16(bytes[2..], input, bigEndian: true),
            _ => DecodeUtf8(bytes, input, 0),
        };
        var nul = text.IndexOf('\0', StringComparison.Ordinal);
        return nul < 0 ? text : throw new NewsExtractException(ErrorCatalog.HasNul(input, nul));
    }

    /// <summary>Whether the bytes begin with the mark of UTF-16.</summary>
    public static bool HasUtf16Mark(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    /// <summary>UTF-8 without a mark; <paramref name="origin"/> is the offset of the first byte in its file, for messages.</summary>
    /// <exception cref="NewsExtractException">NX0102.</exception>
    public static string DecodeUtf8(ReadOnlySpan<byte> bytes, string input, long origin)
    {
        CheckUtf8(bytes, input, origin);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Checks that bytes are UTF-8.</summary>
    /// <exception cref="NewsExtractException">NX0102.</exception>
    public static void CheckUtf8(ReadOnlySpan<byte> bytes, string input, long origin)
    {
        if (!Utf8.IsValid(bytes))
        {
            var bad = FirstBadByte(bytes);
            throw new NewsExtractException(ErrorCatalog.NotUtf8(input, origin + bad, bytes[bad]));
        }
    }

    /// <summary>Index of the first byte of the first sequence that is not UTF-8; −1 when all are.</summary>
    public static int FirstBadByte(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return at;
            }

            at += length;
        }

        return -1;
    }

    private static string DecodeUtf16(ReadOnlySpan<byte> bytes, string input, bool bigEndian)
    {
        var text = string.Create(bytes.Length / 2, new Source(bytes, bigEndian), static (characters, source) =>
        {
            for (var i = 0; i < characters.Length; i++)
            {
                characters[i] = (char)(source.BigEndian
                    ? BinaryPrimitives.ReadUInt16BigEndian(source.Bytes[(2 * i)..])
                    : BinaryPrimitives.ReadUInt16LittleEndian(source.Bytes[(2 * i)..]));
            }
        });
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                throw new NewsExtractException(ErrorCatalog.NotUtf16(input, 2 + (2L * i)));
            }
        }

        return bytes.Length % 2 == 0 ? text : throw new NewsExtractException(ErrorCatalog.NotUtf16(input, bytes.Length + 1));
    }

    private readonly ref struct Source(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        public ReadOnlySpan<byte> Bytes { get; } = bytes;

        public bool BigEndian { get; } = bigEndian;
    }
}
