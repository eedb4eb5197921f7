using System.Reflection;
using NewsExtract.Formats;
using NewsExtract.Learning;

namespace NewsExtract.Pipeline;

/// <summary>What annotation files say about the tool that made them.</summary>
internal static class ToolIdentity
{
    /// <summary>The version of this build, without the commit.</summary>
    public static string Version { get; } =
        typeof(ToolIdentity).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    /// <summary>The stamp for options, models and the identity of the engine. The configuration covers what the annotations depend on, and nothing else.</summary>
    public static ToolStamp Stamp(AnnotationOptions options, ModelStore models, string engine = "default")
    {
        var configuration = $"{AnnotatedArticle.SchemaName};offsets={options.OffsetUnit};belief={options.IncludeBelief};stances={options.StanceThreshold.ToString("R", System.Globalization.CultureInfo.InvariantCulture)};engine={engine}";
        return new ToolStamp(Version, AnnotationBuilder.HashOf(configuration), models.Hashes());
    }
}
