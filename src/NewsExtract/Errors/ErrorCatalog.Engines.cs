namespace NewsExtract.Errors;

/// <summary>07xx: engines.</summary>
internal static partial class ErrorCatalog
{
    public static ErrorInfo EngineUnknown(string name, string names) => new(
        "NX0701", $"There is no engine \"{name}\".", $"Choose one of: {names}.");

    public static ErrorInfo EngineNotBuiltIn(string name, string howToBuild) => new(
        "NX0702", $"The engine \"{name}\" is not part of this build.", $"Build it in with '{howToBuild}' (docs/engines.md), or leave --engine out.");
}
