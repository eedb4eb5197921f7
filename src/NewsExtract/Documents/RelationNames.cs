using System.Collections.Immutable;

namespace NewsExtract.Documents;

/// <summary>The written names of <see cref="Relation"/>.</summary>
public static class RelationNames
{
    /// <summary>The names, in the order of the enumeration.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass",
        "case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer",
        "csubj:pass", "dep", "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith",
        "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass",
        "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "vocative",
        "xcomp",
    ];

    /// <summary>The written name, for example <c>nsubj:pass</c>.</summary>
    public static string Name(this Relation relation) => All[(int)relation];

    /// <summary>Whether two relations differ at most in their subtypes (<c>nsubj</c>, <c>nsubj:pass</c>).</summary>
    public static bool IsSameUniversal(Relation one, Relation other) =>
        one == other || MemoryExtensions.SequenceEqual(Main(one), Main(other));

    /// <summary>The relation of a written name; an unknown subtype falls back to its main type, anything else to <see cref="Relation.Dep"/>.</summary>
    public static Relation Parse(string name)
    {
        var index = All.IndexOf(name);
        if (index < 0)
        {
            index = All.IndexOf(name.Split(':')[0]);
        }

        return index < 0 ? Relation.Dep : (Relation)index;
    }

    private static ReadOnlySpan<char> Main(Relation relation)
    {
        var name = All[(int)relation];
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return name.AsSpan(0, colon < 0 ? name.Length : colon);
    }
}
