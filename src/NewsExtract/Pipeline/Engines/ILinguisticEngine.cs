namespace NewsExtract.Pipeline.Engines;

/// <summary>
/// What fills the first layers of a document: tokens, sentences, tags and named mentions, perhaps trees. Quotes, coreference and
/// stances are the project's own and run on whatever an engine gives.
/// <para>
/// An engine must provide <see cref="Documents.TokenLayer"/>, <see cref="Documents.SentenceLayer"/> and
/// <see cref="Documents.MentionLayer"/>; <see cref="Documents.TagLayer"/> and <see cref="Documents.ParseLayer"/> help, and every
/// later stage works without them. The contract test in <c>tests/NewsExtract.Tests/Pipeline/Engines</c> says what holds of the layers.
/// </para>
/// </summary>
public interface ILinguisticEngine
{
    /// <summary>The lower-case name that <c>--engine</c> takes.</summary>
    string Name { get; }

    /// <summary>What its annotations depend on beside the tool's own models: versions of packages and models. Part of the run's stamp, so that a resumed run never mixes engines.</summary>
    string Identity { get; }

    /// <summary>Adds the engine's stages to a pipeline, first of all. They are used on many threads at once.</summary>
    /// <exception cref="Errors.NewsExtractException">A model or package that the engine needs is not there.</exception>
    void AddStages(NewsPipelineBuilder builder);
}
