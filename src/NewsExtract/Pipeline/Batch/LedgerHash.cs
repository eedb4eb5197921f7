using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsExtract.Pipeline.Batch;

/// <summary>The first 128 bits of SHA-256, as the ledger keeps them.</summary>
internal static class LedgerHash
{
    public static UInt128 Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static UInt128 Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    public static string Write(UInt128 hash) => hash.ToString("x32", CultureInfo.InvariantCulture);

    public static bool TryRead(ReadOnlySpan<char> text, out UInt128 hash) =>
        UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out hash) && text.Length == 32;
}
