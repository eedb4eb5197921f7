namespace NewsExtract.Entities.Recognition;

/// <summary>Whether capitals mean something in a sentence.</summary>
internal enum SentenceCase : byte
{
    /// <summary>Running text.</summary>
    Normal,

    /// <summary>Most words begin with a capital, as in many headlines.</summary>
    Title,

    /// <summary>Most words are in capitals.</summary>
    Upper,
}
