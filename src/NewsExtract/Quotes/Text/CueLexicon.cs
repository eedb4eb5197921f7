using System.Collections.Frozen;
using NewsExtract.Lexicons;

namespace NewsExtract.Quotes.Text;

/// <summary>The cue words of the seed lexicons, by the hash of their stem.</summary>
internal static class CueLexicon
{
    private static readonly Lazy<FrozenDictionary<ulong, CueKind>> s_verbs = new(static () =>
        SeedLexicon.Rows("quotes/cue_verbs").DistinctBy(static row => WordStem.Hash(row[0])).ToFrozenDictionary(
            static row => WordStem.Hash(row[0]), static row => row[1] == "speech" ? CueKind.Speech : CueKind.Belief));

    private static readonly Lazy<FrozenSet<ulong>> s_nouns = new(static () =>
        SeedLexicon.Rows("quotes/cue_nouns").Select(static row => WordStem.Hash(row[0])).ToFrozenSet());

    /// <summary>What the lexicons say about a stem, verbs first.</summary>
    public static CueKind Of(ulong stem) =>
        s_verbs.Value.TryGetValue(stem, out var kind) ? kind : s_nouns.Value.Contains(stem) ? CueKind.Noun : CueKind.None;

    /// <summary>Whether the stem is that of a cue noun (it may be a verb as well).</summary>
    public static bool IsNoun(ulong stem) => s_nouns.Value.Contains(stem);
}
