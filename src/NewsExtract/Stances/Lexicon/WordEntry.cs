namespace NewsExtract.Stances.Lexicon;

/// <summary>All that the stance lexicons know of one word form.</summary>
internal sealed class WordEntry
{
    /// <summary>Readings as stance predicates.</summary>
    public Predicate[] Predicates { get; set; } = [];

    /// <summary>Closed classes it belongs to.</summary>
    public Cues Cues { get; set; }

    /// <summary>How it judges, −5 to 5.</summary>
    public int Valence { get; set; }
}
