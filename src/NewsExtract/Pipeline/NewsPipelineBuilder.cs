using System.Collections.Immutable;
using NewsExtract.Errors;

namespace NewsExtract.Pipeline;

/// <summary>Puts stages together. Each room has an extension method here (<c>UseTokens</c>, <c>UseQuotes</c> …).</summary>
public sealed class NewsPipelineBuilder
{
    private readonly ImmutableArray<IStage>.Builder _stages = ImmutableArray.CreateBuilder<IStage>();

    /// <summary>Adds a stage at the end.</summary>
    public NewsPipelineBuilder Use(IStage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        _stages.Add(stage);
        return this;
    }

    /// <summary>Checks that every stage's requirements are met by the stages before it, and seals the pipeline.</summary>
    /// <exception cref="NewsExtractException">NX0002: a requirement is not met.</exception>
    public NewsPipeline Build()
    {
        var provided = new HashSet<Type>();
        foreach (var stage in _stages)
        {
            foreach (var layer in stage.Requires)
            {
                if (!provided.Contains(layer))
                {
                    throw new NewsExtractException(ErrorCatalog.StageRequires(stage.Name, layer.Name, ProviderOf(layer)));
                }
            }

            provided.UnionWith(stage.Provides);
        }

        return new NewsPipeline(_stages.ToImmutable());
    }

    private static string? ProviderOf(Type layer) => layer.Name switch
    {
        "TokenLayer" or "SentenceLayer" => "UseTokens()",
        "TagLayer" => "UseTags()",
        "ParseLayer" => "UseParse()",
        "MentionLayer" => "UseMentions()",
        "EntityLayer" => "UseEntities()",
        "QuoteLayer" => "UseQuotes()",
        "StanceLayer" => "UseStances()",
        _ => null,
    };
}
