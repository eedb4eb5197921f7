using NewsExtract.Learning.Neural;

namespace NewsExtract.Syntax.Network;

/// <summary>One run of the network over a batch: its activations, in arrays that are used again. One for each thread.</summary>
internal sealed class SyntaxPass
{
    private readonly SyntaxNetwork _network;
    private readonly NeuralScratch _scratch = new();
    private readonly bool _lean;
    private float[] _packedHeads = [];

    /// <summary>A pass; one that only predicts (<paramref name="lean"/>) keeps no layer's activations but the last.</summary>
    public SyntaxPass(SyntaxNetwork network, bool lean = false)
    {
        _network = network;
        _lean = lean;
        Hidden = new float[network.Layers.Length + 1][];
        Gated = new float[network.Layers.Length][];
        Gates = new float[network.Layers.Length][];
        Cells = new float[network.Layers.Length][];
        Array.Fill(Hidden, []);
        Array.Fill(Gated, []);
        Array.Fill(Gates, []);
        Array.Fill(Cells, []);
    }

    public NeuralScratch Scratch => _scratch;

    /// <summary>Embeddings, <see cref="SyntaxShape.Input"/> floats a word; filled before <see cref="Encode"/>.</summary>
    public float[] Inputs { get; private set; } = [];

    /// <summary>Results of the projection and of each layer.</summary>
    public float[][] Hidden { get; }

    /// <summary>Inputs of each layer's gates in training, some channels dropped; unused otherwise.</summary>
    public float[][] Gated { get; }

    public float[][] Gates { get; }

    public float[][] Cells { get; }

    /// <summary>Scores of Penn tags, then of universal tags.</summary>
    public float[] Tags { get; private set; } = [];

    /// <summary>Each word as dependent and head.</summary>
    public float[] Sides { get; private set; } = [];

    /// <summary>Each dependent multiplied by the biaffine matrix.</summary>
    public float[] Arcs { get; private set; } = [];

    public float[] Distances { get; private set; } = [];

    /// <summary>Arc scores of one sentence; head 0 is the root.</summary>
    public float[] ArcScores { get; private set; } = [];

    /// <summary>Heads of one sentence as rows, the root first.</summary>
    public float[] HeadRows { get; private set; } = [];

    public float[] RelationInputs { get; private set; } = [];

    public float[] RelationScores { get; private set; } = [];

    /// <summary>Makes room for so many words.</summary>
    public void Reserve(int words)
    {
        var shape = _network.Shape;
        Inputs = Grown(Inputs, words * shape.Input);
        for (var layer = 0; layer < Hidden.Length; layer++)
        {
            Hidden[layer] = _lean && layer > 1 ? Hidden[layer - 2] : Grown(Hidden[layer], words * shape.Width);
        }

        for (var layer = 0; layer < Gates.Length; layer++)
        {
            Gates[layer] = _lean && layer > 0 ? Gates[0] : Grown(Gates[layer], words * _network.Layers[layer].GateWidth);
            Cells[layer] = _lean && layer > 0 ? Cells[0] : Grown(Cells[layer], words * shape.Width);
        }

        Tags = Grown(Tags, words * _network.Tags.Width);
        if (_network.Sides is not null)
        {
            Sides = Grown(Sides, words * _network.Sides.Width);
            Arcs = Grown(Arcs, words * _network.Arcs!.Width);
            Distances = Grown(Distances, words * _network.Distances!.Width);
            RelationInputs = Grown(RelationInputs, words * _network.Relations!.Inputs);
            RelationScores = Grown(RelationScores, words * _network.Relations.Width);
        }
    }

    /// <summary>Runs projection and layers from <paramref name="from"/> up to <paramref name="to"/>; layer 0 is the projection.</summary>
    public void Encode(ReadOnlySpan<int> starts, int from, int to)
    {
        var width = _network.Shape.Width;
        for (var layer = from; layer <= to; layer++)
        {
            if (layer == 0)
            {
                _network.Input.Forward(Inputs, _network.Shape.Input, starts[^1], Hidden[0], width);
            }
            else
            {
                var below = Hidden[layer - 1];
                var gated = Gated[layer - 1].Length > 0 ? Gated[layer - 1] : below;
                _network.Layers[layer - 1].Forward(below, gated, starts, Gates[layer - 1], Cells[layer - 1], Hidden[layer]);
            }
        }
    }

    /// <summary>Scores the tags of all words.</summary>
    public void ScoreTags(int words) =>
        _network.Tags.Forward(Hidden[_network.Shape.TagLayers], _network.Shape.Width, words, Tags, _network.Tags.Width);

    /// <summary>Makes all words dependents and heads.</summary>
    public void PrepareArcs(int words)
    {
        var sides = _network.Sides!;
        sides.Forward(Hidden[^1], _network.Shape.Width, words, Sides, sides.Width);
        ElementKernels.Rectify(Sides.AsSpan(0, words * sides.Width));
        _network.Arcs!.Forward(Sides, sides.Width, words, Arcs, _network.Arcs.Width);
        _network.Distances!.Forward(Sides, sides.Width, words, Distances, _network.Distances.Width);
    }

    /// <summary>Scores the arcs of one sentence; gives the floats of a row of <see cref="ArcScores"/>.</summary>
    public int ScoreArcs(int first, int count)
    {
        var arc = _network.Shape.Arc;
        var stride = MatrixKernels.Pad(count + 1);
        HeadRows = Grown(HeadRows, (count + 1) * arc);
        ArcScores = Grown(ArcScores, count * stride);
        _packedHeads = Grown(_packedHeads, stride * arc);
        _network.Parameters[_network.RootArc].CopyTo(HeadRows);
        for (var word = 0; word < count; word++)
        {
            Sides.AsSpan(((first + word) * _network.Sides!.Width) + _network.ArcHeadAt, arc).CopyTo(HeadRows.AsSpan((word + 1) * arc));
        }

        MatrixKernels.PackTransposed(HeadRows, count + 1, arc, arc, _packedHeads);
        var dependents = Arcs.AsSpan(first * _network.Arcs!.Width);
        MatrixKernels.Multiply(dependents, _network.Arcs.Width, 1, _packedHeads, [], ArcScores, stride, count, arc, count + 1, accumulate: false);
        for (var word = 0; word < count; word++)
        {
            var row = ArcScores.AsSpan(word * stride, count + 1);
            var distances = Distances.AsSpan((first + word) * _network.Distances!.Width, ArcDistance.Count);
            for (var head = 1; head < row.Length; head++)
            {
                row[head] += distances[ArcDistance.Of(head - 1 - word)];
            }
        }

        return stride;
    }

    /// <summary>Scores the relations of one sentence to the given heads (−1: the root).</summary>
    public void ScoreRelations(int first, int count, ReadOnlySpan<int> heads)
    {
        var relations = _network.Relations!;
        var width = _network.Shape.Relation;
        for (var word = 0; word < count; word++)
        {
            var dependent = Sides.AsSpan(((first + word) * _network.Sides!.Width) + _network.RelationDependentAt, width);
            var head = heads[word] < 0
                ? _network.Parameters[_network.RootRelation]
                : Sides.AsSpan(((first + heads[word]) * _network.Sides.Width) + _network.RelationHeadAt, width);
            var row = RelationInputs.AsSpan((first + word) * relations.Inputs, relations.Inputs);
            dependent.CopyTo(row);
            head.CopyTo(row[width..]);
            var product = row[(2 * width)..];
            dependent.CopyTo(product);
            ElementKernels.Scale(product, head);
        }

        relations.Forward(RelationInputs.AsSpan(first * relations.Inputs), relations.Inputs, count, RelationScores.AsSpan(first * relations.Width), relations.Width);
    }

    /// <summary>The first of the highest values.</summary>
    public static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
            {
                best = i;
            }
        }

        return best;
    }

    private static float[] Grown(float[] array, int length) => array.Length >= length ? array : new float[Math.Max(length, array.Length * 2)];
}
