using NewsExtract.Learning;

namespace NewsExtract.Entities.Coreference;

/// <summary>Weights of the ranker and genders of first names. Without a file all weights are 0 and the nearest candidate that agrees is taken.</summary>
internal sealed class CoreferenceModel
{
    public const string Kind = "coreference";
    internal const string WeightSection = "ranker.weights";
    internal const string ScaleSection = "ranker.scale";

    private readonly float[] _weights;

    private CoreferenceModel(float[] weights, ModelFile? file)
    {
        _weights = weights;
        Genders = new NameGenders(file);
        Hash = file?.Hash;
    }

    /// <summary>The model that knows nothing.</summary>
    public static CoreferenceModel Empty { get; } = new(new float[RankFeatures.Size], null);

    public NameGenders Genders { get; }

    public string? Hash { get; }

    /// <summary>Reads the model of a store.</summary>
    /// <exception cref="Errors.NewsExtractException">NX0301 to NX0306.</exception>
    public static CoreferenceModel Read(ModelStore models) => Of(models.Read(Kind));

    public static CoreferenceModel Of(ModelFile file)
    {
        var scale = file.Values<float>(ScaleSection)[0];
        var stored = file.Values<short>(WeightSection);
        var weights = new float[RankFeatures.Size];
        for (var index = 0; index < weights.Length; index++)
        {
            weights[index] = stored[index] * scale;
        }

        return new CoreferenceModel(weights, file);
    }

    /// <summary>A model of weights that training has not written yet.</summary>
    public static CoreferenceModel InTraining(float[] weights, ModelFile names) => new(weights, names);

    public float Score(ReadOnlySpan<int> features)
    {
        var score = 0f;
        foreach (var feature in features)
        {
            score += _weights[feature];
        }

        return score;
    }
}
