using System.Collections.Immutable;

namespace NewsExtract.Learning;

/// <summary>Where a model comes from; stands inside the model file.</summary>
/// <param name="Kind">What it is: <c>tagger</c>, <c>parser</c>, <c>entities</c>, <c>quotes</c>, <c>stances</c> …</param>
/// <param name="ToolVersion">The version of NewsExtract that trained it.</param>
/// <param name="Command">The command that rebuilds it.</param>
/// <param name="Sources">The training files by name, each with the hash of its contents (<c>name sha256:…</c>).</param>
public sealed record ModelProvenance(string Kind, string ToolVersion, string Command, ImmutableArray<string> Sources);
