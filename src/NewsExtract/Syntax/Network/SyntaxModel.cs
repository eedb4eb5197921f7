using NewsExtract.Errors;
using NewsExtract.Learning;

namespace NewsExtract.Syntax.Network;

/// <summary>A trained network with its embeddings, as a model file holds it: parameters in half precision, embeddings as bytes.</summary>
internal sealed class SyntaxModel
{
    private readonly WordVectors _vectors;
    private readonly WordIndex _index;
    private readonly EmbeddingTable _words;
    private readonly EmbeddingTable _affixes;
    private readonly float _vectorFactor;

    /// <summary>Takes a model from its file.</summary>
    /// <exception cref="NewsExtractException">NX0306: a section is missing; NX0308: it was trained with other word vectors.</exception>
    public SyntaxModel(ModelFile file, WordVectors vectors)
    {
        var trainedWith = file.Lines("vectors");
        if (trainedWith.Length != 1 || trainedWith[0] != vectors.Hash)
        {
            throw new NewsExtractException(ErrorCatalog.ModelVectors(file.Provenance.Kind));
        }

        _vectors = vectors;
        var shape = file.Values<SyntaxShape>("shape")[0];
        Network = new SyntaxNetwork(shape);
        var halves = file.Values<Half>("parameters");
        for (var i = 0; i < halves.Length; i++)
        {
            Network.Parameters.Values[i] = (float)halves[i];
        }

        Network.Prepare();
        _index = new WordIndex(file.Bytes("keys"), file.Bytes("rows"));
        _words = new EmbeddingTable(file.Bytes("word.values"), file.Bytes("word.scales"), shape.Word);
        _affixes = new EmbeddingTable(file.Bytes("affix.values"), file.Bytes("affix.scales"), shape.Affix);
        _vectorFactor = file.Values<float>("vector.factor")[0];
        Hash = file.Hash;
    }

    public SyntaxNetwork Network { get; }

    public string Hash { get; }

    /// <summary>Reads the model of a kind with its vectors.</summary>
    /// <exception cref="NewsExtractException">NX0301 to NX0306, NX0308.</exception>
    public static SyntaxModel Load(ModelStore store, string kind) => new(store.Read(kind), WordVectors.Load(store));

    /// <summary>Adds a word to a batch.</summary>
    public void Add(SyntaxBatch batch, ReadOnlySpan<char> word, bool first, int sentenceCase)
    {
        var at = batch.Add();
        var key = WordVectors.KeyOf(word);
        batch.Vectors[at] = _vectors.Find(key);
        batch.Words[at] = _index.Find(key) + 1;
        TokenFeatures.Fill(word, first, sentenceCase, Network.Shape.AffixRows - 1, batch.Affixes.AsSpan(at * TokenFeatures.Rows, TokenFeatures.Rows));
    }

    /// <summary>Looks up the embeddings of a batch.</summary>
    public void Embed(SyntaxBatch batch, SyntaxPass pass)
    {
        var shape = Network.Shape;
        pass.Reserve(batch.Count);
        for (var word = 0; word < batch.Count; word++)
        {
            var row = pass.Inputs.AsSpan(word * shape.Input, shape.Input);
            row.Clear();
            if (batch.Vectors[word] >= 0)
            {
                _vectors.Table.AddTo(batch.Vectors[word], row, _vectorFactor);
            }

            _words.AddTo(batch.Words[word], row[shape.Vector..]);
            var affixes = batch.Affixes.AsSpan(word * TokenFeatures.Rows, TokenFeatures.Rows);
            for (var i = 0; i < affixes.Length; i++)
            {
                _affixes.AddTo(affixes[i], row[(shape.Vector + shape.Word + (i < TokenFeatures.Suffixes ? 0 : shape.Affix))..]);
            }
        }
    }

    /// <summary>Lays out a trained network as sections of a model file; row 0 of the word table is the unknown word.</summary>
    public static void Write(
        ModelFileWriter writer, SyntaxNetwork network, IReadOnlyList<ulong> keys, ReadOnlySpan<float> words, ReadOnlySpan<float> affixes, string vectorsHash, float vectorFactor)
    {
        var halves = Array.ConvertAll(network.Parameters.Values, static value => (Half)value);
        var (marks, rows) = WordIndex.Build(keys);
        var (wordValues, wordScales) = EmbeddingTable.Quantise(words, network.Shape.Word);
        var (affixValues, affixScales) = EmbeddingTable.Quantise(affixes, network.Shape.Affix);
        writer.AddLines("vectors", [vectorsHash]).AddValues<SyntaxShape>("shape", [network.Shape]).AddValues<float>("vector.factor", [vectorFactor]);
        writer.AddValues<Half>("parameters", halves).AddValues<uint>("keys", marks).AddValues<int>("rows", rows);
        writer.AddValues<sbyte>("word.values", wordValues).AddValues<float>("word.scales", wordScales);
        writer.AddValues<sbyte>("affix.values", affixValues).AddValues<float>("affix.scales", affixScales);
    }
}
