using System.Runtime.InteropServices;

namespace NewsExtract.Learning;

/// <summary>
/// Word vectors learnt from raw text (see <see cref="Vectors.VectorTrainer"/>): bytes with one scale per word, found through a hash table that is ready
/// in the file. Words are keyed in lower case, digits as 0, typographic quotation marks and dashes as plain ones.
/// </summary>
internal sealed class WordVectors
{
    internal const string Kind = "vectors";

    private readonly WordIndex _index;
    private readonly ReadOnlyMemory<byte> _values;
    private readonly ReadOnlyMemory<byte> _scales;

    /// <summary>Uses the sections of a model file in place.</summary>
    /// <exception cref="Errors.NewsExtractException">NX0306: a section is missing.</exception>
    public WordVectors(ModelFile file)
    {
        _index = new WordIndex(file.Bytes("keys"), file.Bytes("rows"));
        _values = file.Bytes("values");
        _scales = file.Bytes("scales");
        Count = _scales.Length / sizeof(float);
        Dimensions = _values.Length / Count;
        Hash = file.Hash;
        Table = new EmbeddingTable(_values, _scales, Dimensions);
    }

    /// <summary>The number of words.</summary>
    public int Count { get; }

    /// <summary>The length of a vector.</summary>
    public int Dimensions { get; }

    /// <summary>The vectors as a table, for adding up.</summary>
    public EmbeddingTable Table { get; }

    /// <summary>The hash of the model file, for models that build on these vectors.</summary>
    public string Hash { get; }

    /// <summary>Reads the vectors of a store.</summary>
    /// <exception cref="Errors.NewsExtractException">NX0301 to NX0306.</exception>
    public static WordVectors Load(ModelStore store) => new(store.Read(Kind));

    /// <summary>The hash by which a word is kept: of the word as normalised by <see cref="Normalise"/>.</summary>
    public static ulong KeyOf(ReadOnlySpan<char> word)
    {
        if (word is "''" or "``")
        {
            word = "\"";
        }

        var hash = 0x9E3779B97F4A7C15UL ^ (ulong)word.Length;
        foreach (var c in word)
        {
            hash = (hash ^ Normalise(c)) * 0x100000001B3UL;
            hash ^= hash >> 32;
        }

        return FeatureHash.Mix(hash, (ulong)word.Length);
    }

    /// <summary>A character as it counts in a key.</summary>
    public static char Normalise(char c) => c switch
    {
        < '\u0080' => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : char.IsAsciiDigit(c) ? '0' : c,
        '\u2018' or '\u2019' => '\'',
        '\u201C' or '\u201D' => '"',
        '\u2010' or '\u2011' or '\u2013' or '\u2014' => '-',
        _ => char.ToLowerInvariant(c),
    };

    /// <summary>The row of a word, or −1 when it has none. Rows go from the most to the least frequent word.</summary>
    public int Find(ReadOnlySpan<char> word) => Find(KeyOf(word));

    /// <summary>The row of the word with that key, or −1.</summary>
    public int Find(ulong key) => _index.Find(key);

    /// <summary>The bytes of a row; the vector is these times <see cref="ScaleOf"/>.</summary>
    public ReadOnlySpan<sbyte> RowOf(int row) => MemoryMarshal.Cast<byte, sbyte>(_values.Span.Slice(row * Dimensions, Dimensions));

    /// <summary>The scale of a row.</summary>
    public float ScaleOf(int row) => MemoryMarshal.Cast<byte, float>(_scales.Span)[row];

    /// <summary>Writes the vector of a row.</summary>
    public void CopyTo(int row, Span<float> destination)
    {
        var values = RowOf(row);
        var scale = ScaleOf(row);
        for (var i = 0; i < values.Length; i++)
        {
            destination[i] = values[i] * scale;
        }
    }

    /// <summary>Lays out vectors as sections of a model file, most frequent word first.</summary>
    internal static void Write(ModelFileWriter writer, IReadOnlyList<ulong> keys, ReadOnlySpan<float> vectors, int dimensions)
    {
        var (marks, rows) = WordIndex.Build(keys);
        var values = new sbyte[keys.Count * dimensions];
        var scales = new float[keys.Count];
        for (var row = 0; row < keys.Count; row++)
        {
            var vector = vectors.Slice(row * dimensions, dimensions);
            var largest = 1e-6f;
            foreach (var value in vector)
            {
                largest = Math.Max(largest, Math.Abs(value));
            }

            scales[row] = largest / 127;
            for (var i = 0; i < dimensions; i++)
            {
                values[(row * dimensions) + i] = (sbyte)MathF.Round(vector[i] / scales[row]);
            }
        }

        writer.AddValues<uint>("keys", marks).AddValues<int>("rows", rows).AddValues<sbyte>("values", values).AddValues<float>("scales", scales);
    }

    /// <summary>The factor that brings the vectors of common words to values of about 0.5, which networks learn from most easily.</summary>
    public float UnitFactor()
    {
        var vector = new float[Dimensions];
        double squares = 0;
        var rows = Math.Min(Count, 10_000);
        for (var row = 0; row < rows; row++)
        {
            CopyTo(row, vector);
            foreach (var value in vector)
            {
                squares += value * value;
            }
        }

        return (float)(0.5 / Math.Sqrt(squares / rows / Dimensions));
    }
}
