using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NewsExtract.Errors;

namespace NewsExtract.Learning;

/// <summary>
/// A model file as read: named sections of bytes behind a header with the model's provenance. Layout, little-endian: the magic <c>NXMODEL</c> and a
/// version byte; SHA-256 of all that follows; length and bytes of the JSON header; the sections one after another, each starting at a multiple of 64.
/// </summary>
internal sealed class ModelFile
{
    internal const int FormatVersion = 1;
    private const int Line = 64;
    internal const int HashOffset = 8;
    internal const int BodyOffset = HashOffset + SHA256.HashSizeInBytes;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly string _path;
    private readonly Dictionary<string, (int Offset, int Length)> _sections = [];

    private ModelFile(string path, ReadOnlyMemory<byte> bytes)
    {
        _path = path;
        _bytes = bytes;
        var headerLength = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[BodyOffset..]);
        using var header = JsonDocument.Parse(bytes.Slice(BodyOffset + 4, headerLength));
        var root = header.RootElement;
        var sources = root.GetProperty("sources").EnumerateArray().Select(static s => s.GetString()!);
        Provenance = new ModelProvenance(
            root.GetProperty("kind").GetString()!, root.GetProperty("toolVersion").GetString()!, root.GetProperty("command").GetString()!, [.. sources]);
        var offset = Align(BodyOffset + 4 + headerLength);
        foreach (var section in root.GetProperty("sections").EnumerateArray())
        {
            var length = section.GetProperty("length").GetInt32();
            _sections.Add(section.GetProperty("name").GetString()!, (offset, length));
            offset = Align(offset + length);
        }
    }

    /// <summary>Where the model comes from.</summary>
    public ModelProvenance Provenance { get; }

    /// <summary>SHA-256 of the file's contents, as <c>sha256:</c> and lower-case hexadecimal digits.</summary>
    public string Hash => "sha256:" + Convert.ToHexStringLower(_bytes.Span.Slice(HashOffset, SHA256.HashSizeInBytes));

    /// <summary>The hash that a file states in its header, without reading and checking the rest; empty when the file is too short to have one.</summary>
    public static string StatedHash(string path)
    {
        Span<byte> header = stackalloc byte[BodyOffset];
        using var file = File.OpenHandle(path);
        return RandomAccess.Read(file, header, 0) == header.Length ? "sha256:" + Convert.ToHexStringLower(header[HashOffset..]) : "";
    }

    /// <summary>Reads and checks a model file.</summary>
    /// <exception cref="NewsExtractException">NX0301 to NX0305: missing, foreign, of another version, damaged, or of another kind.</exception>
    public static ModelFile Read(string path, string kind)
    {
        if (!File.Exists(path))
        {
            throw new NewsExtractException(ErrorCatalog.ModelMissing(kind, path));
        }

        return Read(path, ReadAligned(path), kind);
    }

    internal static ModelFile Read(string path, ReadOnlyMemory<byte> memory, string kind)
    {
        var bytes = memory.Span;
        if (bytes.Length < BodyOffset + 4 || !bytes[..7].SequenceEqual("NXMODEL"u8))
        {
            throw new NewsExtractException(ErrorCatalog.ModelForeign(path));
        }

        if (bytes[7] != FormatVersion)
        {
            throw new NewsExtractException(ErrorCatalog.ModelVersion(path, bytes[7], FormatVersion));
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[BodyOffset..], hash);
        if (!hash.SequenceEqual(bytes.Slice(HashOffset, SHA256.HashSizeInBytes)))
        {
            throw new NewsExtractException(ErrorCatalog.ModelDamaged(path));
        }

        var file = new ModelFile(path, memory);
        return file.Provenance.Kind == kind
            ? file
            : throw new NewsExtractException(ErrorCatalog.ModelKind(path, file.Provenance.Kind, kind));
    }

    /// <summary>Whether the file has a section of that name.</summary>
    public bool Has(string name) => _sections.ContainsKey(name);

    /// <summary>The bytes of a section, in place.</summary>
    /// <exception cref="NewsExtractException">NX0306: there is no such section.</exception>
    public ReadOnlyMemory<byte> Bytes(string name) =>
        _sections.TryGetValue(name, out var place)
            ? _bytes.Slice(place.Offset, place.Length)
            : throw new NewsExtractException(ErrorCatalog.ModelSection(_path, name));

    /// <summary>A section as values of a fixed size, in place (little-endian machines only, as everything .NET runs on here is).</summary>
    public ReadOnlySpan<T> Values<T>(string name)
        where T : unmanaged =>
        MemoryMarshal.Cast<byte, T>(Bytes(name).Span);

    /// <summary>A section as UTF-8 lines.</summary>
    public string[] Lines(string name)
    {
        var text = Encoding.UTF8.GetString(Bytes(name).Span);
        return text.Length == 0 ? [] : text.Split('\n');
    }

    /// <summary>The bytes of a file at an address that is a multiple of <see cref="Line"/>, so that what is looked up in the sections lies in one line of the cache.</summary>
    private static ReadOnlyMemory<byte> ReadAligned(string path)
    {
        using var file = File.OpenHandle(path);
        var length = checked((int)RandomAccess.GetLength(file));
        var buffer = GC.AllocateUninitializedArray<byte>(length + LargePages.Size, pinned: true);
        var start = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(buffer, 0) & (LargePages.Size - 1));
        LargePages.AskFor(Marshal.UnsafeAddrOfPinnedArrayElement(buffer, start), length);
        for (var done = 0; done < length;)
        {
            var read = RandomAccess.Read(file, buffer.AsSpan(start + done, length - done), done);
            if (read == 0)
            {
                return buffer.AsMemory(start, done);
            }

            done += read;
        }

        return buffer.AsMemory(start, length);
    }

    internal static int Align(int offset) => (offset + 63) & ~63;
}
