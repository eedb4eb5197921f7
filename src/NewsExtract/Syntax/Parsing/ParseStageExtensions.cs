using NewsExtract.Learning;
using NewsExtract.Pipeline;

namespace NewsExtract.Syntax.Parsing;

/// <summary>Adds the parser to a pipeline.</summary>
internal static class ParseStageExtensions
{
    /// <summary>Adds part-of-speech tags and dependency trees.</summary>
    /// <exception cref="Errors.NewsExtractException">NX0301 to NX0308: there is no usable model.</exception>
    public static NewsPipelineBuilder UseParse(this NewsPipelineBuilder builder, ModelStore models) => builder.Use(ParseStage.Load(models));
}
