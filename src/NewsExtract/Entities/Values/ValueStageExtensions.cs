using NewsExtract.Pipeline;

namespace NewsExtract.Entities.Values;

/// <summary>Adds value expressions to a pipeline.</summary>
public static class ValueStageExtensions
{
    /// <summary>Adds dates, times, money, percentages and measures; after the names, where those are recognised too.</summary>
    public static NewsPipelineBuilder UseValues(this NewsPipelineBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use(new ValueStage());
    }
}
