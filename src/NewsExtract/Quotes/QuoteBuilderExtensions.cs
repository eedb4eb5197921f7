using NewsExtract.Learning;
using NewsExtract.Pipeline;

namespace NewsExtract.Quotes;

/// <summary>Adds the quote stage to a pipeline.</summary>
public static class QuoteBuilderExtensions
{
    /// <summary>Adds a stage that finds quotes and their speakers; needs tokens and sentences, and is better with a parse and entities.</summary>
    public static NewsPipelineBuilder UseQuotes(this NewsPipelineBuilder builder, QuoteOptions? options = null) =>
        builder.UseQuotes(ModelStore.Default, options);

    /// <summary>Adds the stage with the models of a store.</summary>
    internal static NewsPipelineBuilder UseQuotes(this NewsPipelineBuilder builder, ModelStore models, QuoteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use(new QuoteStage(models, options ?? new QuoteOptions()));
    }
}
