using NewsExtract.Pipeline.Engines;

namespace NewsExtract.Tests.Pipeline.Engines;

/// <summary>The contract for the engine Catalyst: run only in a build with <c>-p:WithCatalyst=true</c>, and reported as skipped in any other.</summary>
public partial class CatalystEngineTests : EngineContract
{
    protected override string? NotRun =>
        Engine() is null ? "Not run: this build has no Catalyst. Its packages are needed: dotnet test -p:WithCatalyst=true (docs/engines.md)." : null;

    internal override ILinguisticEngine Create() => Engine() ?? throw new InvalidOperationException("not part of this build");

    private static ILinguisticEngine? Engine()
    {
        ILinguisticEngine? engine = null;
        Find(ref engine);
        return engine;
    }

    /// <summary>Filled in by a file that is compiled only with the property set.</summary>
    static partial void Find(ref ILinguisticEngine? engine);
}
