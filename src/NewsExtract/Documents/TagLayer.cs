using System.Collections.Immutable;

namespace NewsExtract.Documents;

/// <summary>Part-of-speech tags, one for each token.</summary>
/// <param name="Upos">Universal tags.</param>
/// <param name="Penn">Penn Treebank tags, as indices into <see cref="PennTags.Names"/>.</param>
public sealed record TagLayer(ImmutableArray<Upos> Upos, ImmutableArray<byte> Penn)
{
    /// <summary>The Penn Treebank tag of a token, for example <c>VBD</c>.</summary>
    public string PennOf(int token) => PennTags.Names[Penn[token]];
}
