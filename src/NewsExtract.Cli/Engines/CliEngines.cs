using NewsExtract.Learning;
using NewsExtract.Pipeline.Engines;

namespace NewsExtract.Cli.Engines;

/// <summary>The engines that this build of the tool offers.</summary>
internal static partial class CliEngines
{
    private const string Catalyst = "catalyst";

    public static EngineRegistry Build(ModelStore models)
    {
        var registry = new EngineRegistry()
            .Add(EngineRegistry.DefaultName, () => new DefaultEngine(models))
            .Add(ReducedEngine.ReducedName, () => new ReducedEngine(new DefaultEngine(models)))
            .AddAbsent(Catalyst, "dotnet build src/NewsExtract.Cli -c Release -p:WithCatalyst=true");
        AddOptional(registry);
        return registry;
    }

    /// <summary>Filled in by files that are compiled only with their MSBuild property set.</summary>
    static partial void AddOptional(EngineRegistry registry);
}
