using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NewsExtract.Learning;

/// <summary>Puts a <see cref="ModelFile"/> together. The same sections and provenance give the same bytes.</summary>
internal sealed class ModelFileWriter(ModelProvenance provenance)
{
    private readonly List<(string Name, byte[] Bytes)> _sections = [];

    /// <summary>Adds a section of bytes.</summary>
    public ModelFileWriter Add(string name, ReadOnlySpan<byte> bytes)
    {
        _sections.Add((name, bytes.ToArray()));
        return this;
    }

    /// <summary>Adds a section of values of a fixed size.</summary>
    public ModelFileWriter AddValues<T>(string name, ReadOnlySpan<T> values)
        where T : unmanaged =>
        Add(name, MemoryMarshal.AsBytes(values));

    /// <summary>Adds a section of lines, which hold no line feed.</summary>
    public ModelFileWriter AddLines(string name, IEnumerable<string> lines) => Add(name, Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    /// <summary>The whole file.</summary>
    public byte[] ToBytes()
    {
        using var header = new MemoryStream();
        using (var json = new Utf8JsonWriter(header))
        {
            json.WriteStartObject();
            json.WriteString("kind", provenance.Kind);
            json.WriteString("toolVersion", provenance.ToolVersion);
            json.WriteString("command", provenance.Command);
            json.WriteStartArray("sources");
            foreach (var source in provenance.Sources)
            {
                json.WriteStringValue(source);
            }

            json.WriteEndArray();
            json.WriteStartArray("sections");
            foreach (var (name, bytes) in _sections)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteNumber("length", bytes.Length);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        var headerBytes = header.ToArray();
        var size = ModelFile.Align(ModelFile.BodyOffset + 4 + headerBytes.Length);
        foreach (var (_, bytes) in _sections)
        {
            size = ModelFile.Align(size + bytes.Length);
        }

        var file = new byte[size];
        "NXMODEL"u8.CopyTo(file);
        file[7] = ModelFile.FormatVersion;
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(ModelFile.BodyOffset), headerBytes.Length);
        headerBytes.CopyTo(file, ModelFile.BodyOffset + 4);
        var offset = ModelFile.Align(ModelFile.BodyOffset + 4 + headerBytes.Length);
        foreach (var (_, bytes) in _sections)
        {
            bytes.CopyTo(file, offset);
            offset = ModelFile.Align(offset + bytes.Length);
        }

        SHA256.HashData(file.AsSpan(ModelFile.BodyOffset), file.AsSpan(ModelFile.HashOffset, SHA256.HashSizeInBytes));
        return file;
    }

    /// <summary>Writes the file whole or not at all.</summary>
    public void Write(string path) => Write(path, ToBytes());

    /// <summary>Writes a file whole or not at all.</summary>
    public static void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var temporary = path + ".part";
        File.WriteAllBytes(temporary, bytes);
        File.Move(temporary, path, overwrite: true);
    }
}
