using NewsExtract.Learning;
using NewsExtract.Pipeline;

namespace NewsExtract.Stances;

/// <summary>Adds the stance stage to a pipeline.</summary>
public static class StanceStageExtensions
{
    /// <summary>Stances of holders towards targets, by rules and the shipped classifier.</summary>
    public static NewsPipelineBuilder UseStances(this NewsPipelineBuilder builder, StanceOptions? options = null) =>
        UseStances(builder, ModelStore.Default, options);

    internal static NewsPipelineBuilder UseStances(this NewsPipelineBuilder builder, ModelStore models, StanceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use(StanceStage.Create(models, options ?? StanceOptions.Default));
    }
}
