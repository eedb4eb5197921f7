using NewsExtract.Learning;
using NewsExtract.Quotes;
using NewsExtract.Syntax.Tokens;

namespace NewsExtract.Pipeline;

/// <summary>The stages that <c>newsextract run</c> uses, in their order.</summary>
internal static class DefaultPipeline
{
    /// <summary>Builds it from the models of a store.</summary>
    public static NewsPipeline Build(ModelStore models)
    {
        ArgumentNullException.ThrowIfNull(models);
        var builder = new NewsPipelineBuilder().UseTokens();
        builder.UseQuotes();
        return builder.Build();
    }
}
