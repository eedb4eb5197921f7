using global::Catalyst;
using global::Catalyst.Models;
using Mosaik.Core;
using NewsExtract.Errors;
using Version = Mosaik.Core.Version;

namespace NewsExtract.Catalyst;

/// <summary>Loads Catalyst's English pipeline.</summary>
internal static class CatalystModels
{
    private const string EntityModel = "WikiNER";

    // Its own default is an hour, shared by all tokenizers of the process.
    private static readonly TimeSpan TokenizerTimeout = TimeSpan.FromSeconds(30);

    /// <exception cref="NewsExtractException">NX0711: a model is not there.</exception>
    public static global::Catalyst.Pipeline Load()
    {
        English.Register();
        Storage.Current = new DiskStorage("catalyst-models");
        FastTokenizer.Timeout = TokenizerTimeout;
        try
        {
            var pipeline = global::Catalyst.Pipeline.ForAsync(Language.English, sentenceDetector: true, tagger: true).GetAwaiter().GetResult();
            var recognizer = AveragePerceptronEntityRecognizer.FromStoreAsync(Language.English, Version.Latest, EntityModel).GetAwaiter().GetResult();
            pipeline.Add(recognizer);

            // A sentence model that is missing is no more than a line in Catalyst's log.
            return Has(pipeline, "SentenceDetector") ? pipeline : throw Missing("the sentence detector", null);
        }
        catch (Exception e) when (e is not (NewsExtractException or OutOfMemoryException))
        {
            throw Missing("the tagger or the recogniser", e);
        }
    }

    private static bool Has(global::Catalyst.Pipeline pipeline, string type) =>
        pipeline.GetModelsDescriptions().Any(description => description.ToString()?.Contains(type, StringComparison.Ordinal) == true);

    private static NewsExtractException Missing(string what, Exception? cause) => new(
        new ErrorInfo("NX0711", $"Catalyst did not load {what}" + (cause is null ? "." : $": {cause.Message}"),
            "Restore the package Catalyst.Models.English in the version of Directory.Packages.props and build again (docs/engines.md)."), cause);
}
