using NewsExtract.Learning;
using NewsExtract.Pipeline;

namespace NewsExtract.Entities;

/// <summary>Adds the recogniser to a pipeline.</summary>
public static class MentionExtensions
{
    /// <summary>Finds named mentions (<see cref="Documents.MentionLayer"/>) with the model beside the assembly; needs tokens and sentences.</summary>
    /// <exception cref="Errors.NewsExtractException">NX03xx: the model is missing or damaged.</exception>
    public static NewsPipelineBuilder UseMentions(this NewsPipelineBuilder builder) => builder.UseMentions(ModelStore.Default);

    internal static NewsPipelineBuilder UseMentions(this NewsPipelineBuilder builder, ModelStore models)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use(new MentionStage(models));
    }
}
