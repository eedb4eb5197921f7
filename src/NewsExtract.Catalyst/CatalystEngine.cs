using System.Reflection;
using NewsExtract.Pipeline;
using NewsExtract.Pipeline.Engines;

namespace NewsExtract.Catalyst;

/// <summary>
/// Tokens, sentences, universal tags and names of persons, organisations and places by Catalyst, with its English models.
/// Written to Catalyst's public interface; neither compiled nor run against its packages so far (<c>docs/engines.md</c>).
/// </summary>
public sealed class CatalystEngine : ILinguisticEngine
{
    /// <inheritdoc/>
    public string Name => "catalyst";

    /// <inheritdoc/>
    public string Identity { get; } =
        $"catalyst {VersionOf(typeof(global::Catalyst.Pipeline).Assembly)}, English models {VersionOf(typeof(global::Catalyst.Models.English).Assembly)}";

    /// <inheritdoc/>
    public void AddStages(NewsPipelineBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Use(new CatalystStage(CatalystModels.Load()));
    }

    private static string VersionOf(Assembly assembly) => assembly.GetName().Version?.ToString() ?? "unknown";
}
