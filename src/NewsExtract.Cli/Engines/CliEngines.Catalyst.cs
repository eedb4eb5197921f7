using NewsExtract.Catalyst;
using NewsExtract.Pipeline.Engines;

namespace NewsExtract.Cli.Engines;

/// <summary>Compiled with <c>-p:WithCatalyst=true</c> only.</summary>
internal static partial class CliEngines
{
    static partial void AddOptional(EngineRegistry registry) => registry.Add(Catalyst, static () => new CatalystEngine());
}
