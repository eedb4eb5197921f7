namespace NewsExtract.Entities.Coreference;

/// <summary>One name as the document writes it, in its words: without titles, dots, possessive endings and the suffixes that tell nobody apart.</summary>
internal struct NameRecord
{
    public const int MostWords = 10;

    /// <summary>Hash over all the words, place aliases unfolded; and the <see cref="NameFamily"/>.</summary>
    public ulong Key;
    public NameFamily Family;
    public int WordStart;
    public int WordCount;
    public ulong Acronym;
    public GenderSet Genders;

    /// <summary>The first letter of the name, in lower case; whether its first word is that letter alone.</summary>
    public char Initial;
    public bool HasInitialOnly;

    /// <summary>A suffix like <c>Jr</c>, or 0.</summary>
    public ulong Generation;

    /// <summary>The record of the fuller name it is a variant of; its own index when it is none.</summary>
    public int Parent;
    public int Entity;

    /// <summary>While the document is read from the start: how often it was met, and where last.</summary>
    public int Count;
    public int LastSentence;
    public bool IsHeadingName;
    public bool IsAllCapitals;

    /// <summary>Two people whom the recogniser took for one name (<c>Ann Poe and Bo Tarrow</c>): nobody's variant, and nobody is its.</summary>
    public bool IsSeveral;
}
