using System.Runtime.InteropServices;
using NewsExtract.Learning;

namespace NewsExtract.Stances.Model;

/// <summary>A logistic regression over hashed indicators and scaled numbers; the indicators' weights are bytes in the model file.</summary>
internal sealed class LinearScorer
{
    private readonly ReadOnlyMemory<byte> _weights;
    private readonly float[] _dense;
    private readonly float _scale;
    private readonly float _bias;

    public LinearScorer(ModelFile file, string name)
    {
        _weights = file.Bytes(name + ".weights");
        _dense = file.Values<float>(name + ".dense").ToArray();
        var rest = file.Values<float>(name + ".scale");
        (_scale, _bias) = (rest[0], rest[1]);
    }

    /// <summary>The log-odds of the row.</summary>
    public float Score(FeatureRow row)
    {
        var weights = MemoryMarshal.Cast<byte, sbyte>(_weights.Span);
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

        var scale = largest / 127;
        var bytes = new sbyte[indicators.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (sbyte)MathF.Round(indicators[i] / scale);
        }

        writer.AddValues<sbyte>(name + ".weights", bytes).AddValues(name + ".dense", dense).AddValues<float>(name + ".scale", [scale, bias]);
    }
}
