using NewsExtract.Entities.Coreference;
using NewsExtract.Entities.Places;
using NewsExtract.Entities.Recognition;
using NewsExtract.Entities.Values;
using NewsExtract.Learning;
using NewsExtract.Pipeline.Engines;
using NewsExtract.Quotes;
using NewsExtract.Stances;

namespace NewsExtract.Pipeline;

/// <summary>The stages that <c>newsextract run</c> uses, in their order.</summary>
internal static class DefaultPipeline
{
    /// <summary>Builds it from the models of a store, on the project's own engine or another. Tokens, tags, parse and named mentions are lines of <see cref="DefaultEngine"/>; what follows them stands here.</summary>
    public static NewsPipeline Build(ModelStore models, ILinguisticEngine? engine = null)
    {
        var builder = ToQuotes(models, engine);
        if (engine is not null || models.Has(NameModel.Kind))
        {
            builder.UseStances(models);
        }

        return builder.Build();
    }

    /// <summary>The stages before the stances, whose model need not be there, or of this version: what trainers annotate with.</summary>
    public static NewsPipeline WithoutStances(ModelStore models) => ToQuotes(models, null).Build();

    private static NewsPipelineBuilder ToQuotes(ModelStore models, ILinguisticEngine? engine)
    {
        ArgumentNullException.ThrowIfNull(models);
        var builder = new NewsPipelineBuilder();
        (engine ?? new DefaultEngine(models)).AddStages(builder);
        builder.UseValues().UsePlaces();
        if (engine is not null || models.Has(NameModel.Kind))
        {
            builder.UseEntities(models);
        }

        return builder.UseQuotes(models);
    }
}
