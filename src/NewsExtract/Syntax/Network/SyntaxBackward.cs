using NewsExtract.Learning.Neural;

namespace NewsExtract.Syntax.Network;

/// <summary>Losses of a batch and their gradients: the way back through a <see cref="SyntaxPass"/>. One for each thread.</summary>
internal sealed class SyntaxBackward(SyntaxNetwork network, SyntaxDropout dropout)
{
    private readonly SyntaxPass _pass = new(network);
    private float[] _dHidden = [];
    private float[] _dBelow = [];
    private float[] _dGated = [];
    private float[] _dSides = [];
    private float[] _dArcs = [];
    private float[] _dDistances = [];
    private float[] _dRelations = [];
    private float[] _sidesMask = [];
    private float[] _gatedMask = [];
    private float[] _inputMask = [];

    public SyntaxPass Pass => _pass;

    /// <summary>Gradients of the dense parameters; added to.</summary>
    public float[] Gradients { get; } = new float[network.Parameters.Length];

    /// <summary>Gradients of the inputs, rows as in <see cref="SyntaxPass.Inputs"/>.</summary>
    public float[] InputGradients { get; private set; } = [];

    /// <summary>Runs a batch whose inputs are filled, forward and back. Gives the sum of the losses.</summary>
    public double Run(SyntaxBatch batch, SyntaxTargets targets, SplitMix random)
    {
        var shape = network.Shape;
        var words = batch.Count;
        var starts = batch.Starts;
        DropInputs(words, random);
        _gatedMask = Sized(_gatedMask, network.Layers.Length * batch.Sentences * shape.Width);
        Dropout.Fill(_gatedMask.AsSpan(0, network.Layers.Length * batch.Sentences * shape.Width), dropout.Layer, random);
        for (var layer = 0; layer <= network.Layers.Length; layer++)
        {
            if (layer > 0)
            {
                var gated = _pass.Gated[layer - 1] = Sized(_pass.Gated[layer - 1], words * shape.Width);
                _pass.Hidden[layer - 1].AsSpan(0, words * shape.Width).CopyTo(gated);
                ApplyMask(gated, shape.Width, starts, _gatedMask.AsSpan((layer - 1) * batch.Sentences * shape.Width));
            }

            _pass.Encode(starts, layer, layer);
        }

        _pass.ScoreTags(words);
        var loss = TagLoss(targets, words);
        _dHidden = Cleared(_dHidden, words * shape.Width);
        if (network.Sides is not null)
        {
            loss += ParseLoss(starts, targets, words, random);
        }

        BackThroughLayers(starts, words, batch.Sentences);
        return loss;
    }

    private void DropInputs(int words, SplitMix random)
    {
        var length = words * network.Shape.Input;
        _inputMask = Sized(_inputMask, length);
        Dropout.Fill(_inputMask.AsSpan(0, length), dropout.Input, random);
        ElementKernels.Scale(_pass.Inputs.AsSpan(0, length), _inputMask);
    }

    private double TagLoss(SyntaxTargets targets, int words)
    {
        var loss = 0.0;
        int penn = SyntaxNetwork.PennTagCount, upos = SyntaxNetwork.UposCount, width = network.Tags.Width;
        for (var word = 0; word < words; word++)
        {
            var row = _pass.Tags.AsSpan(word * width, width);
            loss += CrossEntropy(row[..penn], targets.Penn[word], targets.TagWeight);
            loss += CrossEntropy(row.Slice(penn, upos), (int)targets.Upos[word], targets.TagWeight);
        }

        return loss;
    }

    private double ParseLoss(ReadOnlySpan<int> starts, SyntaxTargets targets, int words, SplitMix random)
    {
        var sides = network.Sides!;
        var loss = 0.0;
        sides.Forward(_pass.Hidden[^1], network.Shape.Width, words, _pass.Sides, sides.Width);
        ElementKernels.Rectify(_pass.Sides.AsSpan(0, words * sides.Width));
        var sentences = starts.Length - 1;
        _sidesMask = Sized(_sidesMask, sentences * sides.Width);
        Dropout.Fill(_sidesMask.AsSpan(0, sentences * sides.Width), dropout.Sides, random);
        ApplyMask(_pass.Sides, sides.Width, starts, _sidesMask);
        network.Arcs!.Forward(_pass.Sides, sides.Width, words, _pass.Arcs, network.Arcs.Width);
        network.Distances!.Forward(_pass.Sides, sides.Width, words, _pass.Distances, network.Distances.Width);
        _dSides = Cleared(_dSides, words * sides.Width);
        _dArcs = Cleared(_dArcs, words * network.Arcs.Width);
        _dDistances = Cleared(_dDistances, words * network.Distances.Width);
        for (var sentence = 0; sentence < sentences; sentence++)
        {
            int first = starts[sentence], count = starts[sentence + 1] - first;
            loss += ArcLoss(first, count, targets.Heads.AsSpan(first, count));
            _pass.ScoreRelations(first, count, targets.Heads.AsSpan(first, count));
        }

        loss += RelationLoss(starts, targets, words);
        var parameters = network.Parameters;
        network.Arcs.Backward(parameters, _pass.Sides, sides.Width, words, _dArcs, network.Arcs.Width, Gradients, _dSides, sides.Width, _pass.Scratch);
        network.Distances.Backward(parameters, _pass.Sides, sides.Width, words, _dDistances, network.Distances.Width, Gradients, _dSides, sides.Width, _pass.Scratch);
        ApplyMask(_dSides, sides.Width, starts, _sidesMask);
        for (var i = 0; i < words * sides.Width; i++)
        {
            _dSides[i] = _pass.Sides[i] > 0 ? _dSides[i] : 0;
        }

        sides.Backward(parameters, _pass.Hidden[^1], network.Shape.Width, words, _dSides, sides.Width, Gradients, _dHidden, network.Shape.Width, _pass.Scratch);
        return loss;
    }

    private double ArcLoss(int first, int count, ReadOnlySpan<int> heads)
    {
        int arc = network.Shape.Arc, stride = _pass.ScoreArcs(first, count), arcWidth = network.Arcs!.Width;
        var loss = 0.0;
        for (var word = 0; word < count; word++)
        {
            var row = _pass.ArcScores.AsSpan(word * stride, count + 1);
            row[word + 1] = -1e9f;
            loss += CrossEntropy(row, heads[word] + 1, 1);
            row[word + 1] = 0;
            var distances = _dDistances.AsSpan((first + word) * network.Distances!.Width);
            for (var head = 1; head < row.Length; head++)
            {
                distances[ArcDistance.Of(head - 1 - word)] += row[head];
            }
        }

        // Of s = d'·hᵀ: dd' = ds·h and dh = dsᵀ·d'.
        var padded = MatrixKernels.Pad(arc);
        var packed = _pass.Scratch.Rent(Math.Max(count + 1, 1) * padded);
        var back = _pass.Scratch.Rent((count + 1) * padded);
        MatrixKernels.Pack(_pass.HeadRows, count + 1, arc, arc, packed);
        MatrixKernels.Multiply(_pass.ArcScores, stride, 1, packed, [], _dArcs.AsSpan(first * arcWidth), arcWidth, count, count + 1, arc, accumulate: false);
        MatrixKernels.Pack(_pass.Arcs.AsSpan(first * arcWidth), count, arc, arcWidth, packed);
        MatrixKernels.Multiply(_pass.ArcScores, 1, stride, packed, [], back, padded, count + 1, count, arc, accumulate: false);
        ElementKernels.AddScaled(network.RootArc.Of(Gradients), back, 1);
        for (var word = 0; word < count; word++)
        {
            ElementKernels.AddScaled(_dSides.AsSpan(((first + word) * network.Sides!.Width) + network.ArcHeadAt, arc), back.AsSpan((word + 1) * padded), 1);
        }

        _pass.Scratch.Return(back);
        _pass.Scratch.Return(packed);
        return loss;
    }

    private double RelationLoss(ReadOnlySpan<int> starts, SyntaxTargets targets, int words)
    {
        var relations = network.Relations!;
        var loss = 0.0;
        for (var word = 0; word < words; word++)
        {
            loss += CrossEntropy(_pass.RelationScores.AsSpan(word * relations.Width, SyntaxNetwork.RelationCount), (int)targets.Relations[word], 1);
        }

        _dRelations = Cleared(_dRelations, words * relations.Inputs);
        relations.Backward(
            network.Parameters, _pass.RelationInputs, relations.Inputs, words, _pass.RelationScores, relations.Width, Gradients, _dRelations, relations.Inputs, _pass.Scratch);
        int width = network.Shape.Relation, sentence = 0;
        for (var word = 0; word < words; word++)
        {
            while (word >= starts[sentence + 1])
            {
                sentence++;
            }

            var row = _pass.RelationInputs.AsSpan(word * relations.Inputs, relations.Inputs);
            var slope = _dRelations.AsSpan(word * relations.Inputs, relations.Inputs);
            var head = targets.Heads[word];
            var dDependent = _dSides.AsSpan((word * network.Sides!.Width) + network.RelationDependentAt, width);
            var dHead = head < 0
                ? network.RootRelation.Of(Gradients)
                : _dSides.AsSpan(((starts[sentence] + head) * network.Sides.Width) + network.RelationHeadAt, width);
            for (var i = 0; i < width; i++)
            {
                dDependent[i] += slope[i] + (slope[(2 * width) + i] * row[width + i]);
                dHead[i] += slope[width + i] + (slope[(2 * width) + i] * row[i]);
            }
        }

        return loss;
    }

    private void BackThroughLayers(ReadOnlySpan<int> starts, int words, int sentences)
    {
        var shape = network.Shape;
        var parameters = network.Parameters;
        for (var layer = network.Layers.Length; layer >= 0; layer--)
        {
            if (layer == shape.TagLayers)
            {
                network.Tags.Backward(
                    parameters, _pass.Hidden[layer], shape.Width, words, _pass.Tags, network.Tags.Width, Gradients, _dHidden, shape.Width, _pass.Scratch);
            }

            if (layer == 0)
            {
                break;
            }

            _dBelow = Cleared(_dBelow, words * shape.Width);
            _dGated = Cleared(_dGated, words * shape.Width);
            network.Layers[layer - 1].Backward(
                parameters, _pass.Hidden[layer - 1], _pass.Gated[layer - 1], starts, _pass.Gates[layer - 1], _pass.Cells[layer - 1], _dHidden, Gradients, _dBelow, _dGated, _pass.Scratch);
            ApplyMask(_dGated, shape.Width, starts, _gatedMask.AsSpan((layer - 1) * sentences * shape.Width));
            ElementKernels.AddScaled(_dBelow.AsSpan(0, words * shape.Width), _dGated, 1);
            (_dHidden, _dBelow) = (_dBelow, _dHidden);
        }

        InputGradients = Cleared(InputGradients, words * shape.Input);
        network.Input.Backward(parameters, _pass.Inputs, shape.Input, words, _dHidden, shape.Width, Gradients, InputGradients, shape.Input, _pass.Scratch);
        ElementKernels.Scale(InputGradients.AsSpan(0, words * shape.Input), _inputMask);
    }

    /// <summary>Turns scores into their gradients in place; gives the loss.</summary>
    private static double CrossEntropy(Span<float> scores, int target, float weight)
    {
        ElementKernels.Softmax(scores);
        var loss = -Math.Log(Math.Max(scores[target], 1e-12f)) * weight;
        scores[target] -= 1;
        if (weight != 1)
        {
            foreach (ref var value in scores)
            {
                value *= weight;
            }
        }

        return loss;
    }

    /// <summary>Multiplies all rows of a sentence by its row of the mask.</summary>
    private static void ApplyMask(Span<float> rows, int width, ReadOnlySpan<int> starts, ReadOnlySpan<float> mask)
    {
        for (var sentence = 0; sentence + 1 < starts.Length; sentence++)
        {
            var own = mask.Slice(sentence * width, width);
            for (var row = starts[sentence]; row < starts[sentence + 1]; row++)
            {
                ElementKernels.Scale(rows.Slice(row * width, width), own);
            }
        }
    }

    private static float[] Sized(float[] array, int length) => array.Length >= length ? array : new float[length];

    private static float[] Cleared(float[] array, int length)
    {
        array = Sized(array, length);
        Array.Clear(array, 0, length);
        return array;
    }
}
