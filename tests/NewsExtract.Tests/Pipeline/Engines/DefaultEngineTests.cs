using NewsExtract.Learning;
using NewsExtract.Pipeline.Engines;

namespace NewsExtract.Tests.Pipeline.Engines;

/// <summary>The project's own engine keeps the contract.</summary>
public class DefaultEngineTests : EngineContract
{
    internal override ILinguisticEngine Create() => new DefaultEngine(ModelStore.Default);
}
