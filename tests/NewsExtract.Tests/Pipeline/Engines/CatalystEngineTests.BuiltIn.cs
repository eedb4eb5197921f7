using NewsExtract.Catalyst;
using NewsExtract.Pipeline.Engines;

namespace NewsExtract.Tests.Pipeline.Engines;

/// <summary>Compiled with <c>-p:WithCatalyst=true</c> only.</summary>
public partial class CatalystEngineTests
{
    static partial void Find(ref ILinguisticEngine? engine) => engine = new CatalystEngine();
}
