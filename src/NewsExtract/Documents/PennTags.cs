using System.Collections.Immutable;

namespace NewsExtract.Documents;

/// <summary>The Penn Treebank tag set as the English UD treebanks use it (<c>HYPH</c>, <c>NFP</c>, <c>ADD</c> … included).</summary>
public static class PennTags
{
    /// <summary>The names; a tag's index here is its number in <see cref="TagLayer.Penn"/>. <c>XX</c>, the first, stands for an unknown tag.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "XX", "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD",
        "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP",
        "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP",
        "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$",
        "WRB", "``",
    ];

    /// <summary>The number of a tag; 0 (<c>XX</c>) when the name is unknown.</summary>
    public static byte Parse(string name) => (byte)Math.Max(0, Names.IndexOf(name));

    /// <summary>Whether a tag is that of a noun in the plural.</summary>
    internal static bool IsPlural(byte tag) => Names[tag] is "NNS" or "NNPS";
}
