using NewsExtract.Learning;
using NewsExtract.Pipeline;

namespace NewsExtract.Entities.Coreference;

/// <summary>Adds coreference to a pipeline.</summary>
public static class CoreferenceBuilderExtensions
{
    /// <summary>
    /// Adds the stage that provides the <see cref="Documents.EntityLayer"/>. It needs tokens, sentences and mentions, and works better with tags and parse.
    /// </summary>
    /// <exception cref="Errors.NewsExtractException">NX0302 to NX0306: the model is damaged; without a model only names are put together.</exception>
    public static NewsPipelineBuilder UseEntities(this NewsPipelineBuilder builder) => UseEntities(builder, ModelStore.Default);

    internal static NewsPipelineBuilder UseEntities(this NewsPipelineBuilder builder, ModelStore models)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use(new CoreferenceStage(models.Has(CoreferenceModel.Kind) ? CoreferenceModel.Read(models) : CoreferenceModel.Empty));
    }
}
