using Microsoft.ML.Data;

namespace NewsExtract.Stances.Training;

/// <summary>A case as ML.NET reads it.</summary>
internal sealed class LearnerRow
{
    public bool Label { get; set; }

    public float Weight { get; set; } = 1;

    public VBuffer<float> Features { get; set; }
}
