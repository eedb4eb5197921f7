using System.Collections.Immutable;

namespace NewsExtract.Formats;

/// <summary>What made an annotation file.</summary>
/// <param name="Version">The version of NewsExtract.</param>
/// <param name="Configuration">Hash of the options that the annotations depend on (<c>sha256:…</c>).</param>
/// <param name="Models">The models by kind, each with the hash of its contents, in the order of their kinds.</param>
public sealed record ToolStamp(string Version, string Configuration, ImmutableArray<KeyValuePair<string, string>> Models);
