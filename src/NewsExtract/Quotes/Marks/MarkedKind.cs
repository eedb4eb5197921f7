namespace NewsExtract.Quotes.Marks;

/// <summary>What a stretch in quotation marks is, as far as its looks tell.</summary>
internal enum MarkedKind : byte
{
    /// <summary>Words that somebody said or wrote.</summary>
    Speech,

    /// <summary>A few words held at arm's length, or a part of what is reported.</summary>
    Phrase,

    /// <summary>The title of a work, a programme, a law.</summary>
    Title,

    /// <summary>A nickname inside a name.</summary>
    Nickname,
}
