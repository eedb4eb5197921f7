namespace NewsExtract.Quotes.Text;

/// <summary>What the cue lexicons say about a word.</summary>
internal enum CueKind : byte
{
    /// <summary>They do not have it.</summary>
    None,

    /// <summary>A verb of saying or writing.</summary>
    Speech,

    /// <summary>A verb of thinking, wanting or feeling.</summary>
    Belief,

    /// <summary>A noun for something said or thought.</summary>
    Noun,
}
