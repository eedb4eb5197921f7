using NewsExtract.Learning;
using NewsExtract.Pipeline;

namespace NewsExtract.Syntax.Tagging;

/// <summary>Adds the tagger to a pipeline.</summary>
internal static class TagStageExtensions
{
    /// <summary>Adds part-of-speech tags (without a parse).</summary>
    /// <exception cref="Errors.NewsExtractException">NX0301 to NX0308: there is no usable model.</exception>
    public static NewsPipelineBuilder UseTags(this NewsPipelineBuilder builder, ModelStore models) => builder.Use(TagStage.Load(models));
}
