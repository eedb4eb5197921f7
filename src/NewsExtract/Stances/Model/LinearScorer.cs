using System.Runtime.InteropServices;
using NewsExtract.Errors;
using NewsExtract.Learning;

namespace NewsExtract.Stances.Model;

/// <summary>A logistic regression over hashed indicators and scaled numbers; the indicators' weights are integers of two bytes in the model file.</summary>
internal sealed class LinearScorer
{
    /// <summary>Bytes that the weights of the indicators take.</summary>
    public const int WeightBytes = sizeof(short) << FeatureRow.HashBits;

    private readonly ReadOnlyMemory<byte> _weights;
    private readonly float[] _dense;
    private readonly float _scale;
    private readonly float _bias;

    /// <summary>Reads a scorer.</summary>
    /// <exception cref="NewsExtractException">NX0306: a part is missing; NX0310: it was trained for other features.</exception>
    public LinearScorer(ModelFile file, string name)
    {
        _dense = file.Values<float>(name + ".dense").ToArray();
        if (_dense.Length != FeatureLayout.Count)
        {
            throw new NewsExtractException(ErrorCatalog.ModelFeatures(StanceModel.Kind));
        }

        _weights = file.Bytes(name + ".weights");
        if (_weights.Length != WeightBytes)
        {
            throw new NewsExtractException(ErrorCatalog.ModelFeatures(StanceModel.Kind));
        }

        var rest = file.Values<float>(name + ".scale");
        (_scale, _bias) = (rest[0], rest[1]);
    }

    /// <summary>The log-odds of the row.</summary>
    public float Score(FeatureRow row)
    {
        var weights = MemoryMarshal.Cast<byte, short>(_weights.Span);
        var sum = 0;
        foreach (var indicator in row.Indicators)
        {
            sum += weights[indicator];
        }

        var score = _bias + (sum * _scale);
        for (var i = 0; i < _dense.Length; i++)
        {
            score += _dense[i] * row.Dense[i];
        }

        return score;
    }

    /// <summary>Writes weights of the indicators (quantised) and of the numbers.</summary>
    public static void Write(ModelFileWriter writer, string name, ReadOnlySpan<float> indicators, ReadOnlySpan<float> dense, float bias)
    {
        var largest = 1e-6f;
        foreach (var weight in indicators)
        {
            largest = Math.Max(largest, Math.Abs(weight));
        }

        var scale = largest / short.MaxValue;
        var rounded = new short[indicators.Length];
        for (var i = 0; i < rounded.Length; i++)
        {
            rounded[i] = (short)MathF.Round(indicators[i] / scale);
        }

        writer.AddValues<short>(name + ".weights", rounded).AddValues(name + ".dense", dense).AddValues<float>(name + ".scale", [scale, bias]);
    }
}
