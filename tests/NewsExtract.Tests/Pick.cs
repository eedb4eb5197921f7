using CsCheck;

namespace NewsExtract.Tests;

/// <summary>Generators that pick from a list.</summary>
internal static class Pick
{
    public static Gen<T> From<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);
}
