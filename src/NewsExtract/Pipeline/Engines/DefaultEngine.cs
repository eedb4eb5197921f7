using NewsExtract.Entities;
using NewsExtract.Entities.Recognition;
using NewsExtract.Learning;
using NewsExtract.Syntax.Parsing;
using NewsExtract.Syntax.Tokens;

namespace NewsExtract.Pipeline.Engines;

/// <summary>The project's own engine: tokenizer, tagger, parser and recogniser.</summary>
internal sealed class DefaultEngine(ModelStore models) : ILinguisticEngine
{
    /// <inheritdoc/>
    public string Name => EngineRegistry.DefaultName;

    /// <inheritdoc/>
    public string Identity => "default";

    /// <summary>Tokens, tags, parse, named mentions: whatever another engine would give in their place belongs here, one line for each stage.</summary>
    public void AddStages(NewsPipelineBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseTokens();
        if (models.Has(ParseStage.ModelKind))
        {
            builder.UseParse(models);
        }

        if (models.Has(NameModel.Kind))
        {
            builder.UseMentions(models);
        }
    }
}
