using NewsExtract.Pipeline;

namespace NewsExtract.Syntax.Tokens;

/// <summary>Adds the tokenizer and sentence splitter to a pipeline.</summary>
public static class TokenStageExtensions
{
    /// <summary>Adds tokens and sentences; needs nothing, so it comes first.</summary>
    public static NewsPipelineBuilder UseTokens(this NewsPipelineBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use(new TokenStage());
    }
}
