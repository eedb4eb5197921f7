using NewsExtract.Pipeline;

namespace NewsExtract.Entities.Places;

/// <summary>Adds countries of places to a pipeline.</summary>
public static class PlaceStageExtensions
{
    /// <summary>Adds the country to each place's mention; needs named mentions.</summary>
    public static NewsPipelineBuilder UsePlaces(this NewsPipelineBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use(new PlaceStage());
    }
}
